using System.Collections.Immutable;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A method that looks at single cases, none of them protected. Of a whole country they are too many, and lie on no plane.</summary>
internal abstract class CasesMethod<TSettings, TReport> : HotspotMethod<TSettings, TReport>
    where TSettings : HotspotSettings, new()
    where TReport : HotspotReport
{
    /// <summary>Most cases that are read.</summary>
    protected const int MostCases = 200_000;

    public override bool IsOfCases => true;

    protected override async Task<TReport> FindAsync(HotspotSearch search, TSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var reader = search.Sources.Places;
        if (await reader.IsProtectedAsync(search.Scope, cancellationToken).ConfigureAwait(false))
            return Empty(search, settings, HotspotObstacle.Withheld);
        var (heads, _) = (await reader.HeadsAsync(search.Scope, JurisdictionLevel.Station, cancellationToken).ConfigureAwait(false))[0];
        if (search.Level != JurisdictionLevel.Station || search.Places.IsEmpty
            || await FindAsync(search, heads, settings, cancellationToken).ConfigureAwait(false) is not { } report)
            return Empty(search, settings, HotspotObstacle.TooManyCases);
        return report with { IsWithoutSensitive = true };
    }

    /// <param name="heads">Codes; empty: all.</param>
    /// <returns>Null when there are too many cases.</returns>
    protected abstract Task<TReport?> FindAsync(HotspotSearch search, ImmutableArray<string> heads, TSettings settings, CancellationToken cancellationToken);
}
