using System.Collections.Immutable;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A method that compares places. Heads whose victims are protected are left out where a figure would be withheld.</summary>
internal abstract class PlacesMethod<TSettings, TReport> : HotspotMethod<TSettings, TReport>
    where TSettings : HotspotSettings, new()
    where TReport : HotspotReport
{
    /// <summary>Fewest places that can be compared.</summary>
    private const int LeastPlaces = 4;

    protected override async Task<TReport> FindAsync(HotspotSearch search, TSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        if (search.Places.Length < LeastPlaces)
            return Empty(search, settings, HotspotObstacle.TooFewPlaces);
        foreach (var (heads, isWithoutSensitive) in await search.Sources.Places.HeadsAsync(search.Scope, search.Level, cancellationToken).ConfigureAwait(false))
        {
            if (await FindAsync(search, heads, settings, cancellationToken).ConfigureAwait(false) is { } report)
                return report with { IsWithoutSensitive = isWithoutSensitive };
        }

        return Empty(search, settings, HotspotObstacle.Withheld);
    }

    /// <param name="heads">Codes; empty: all.</param>
    /// <returns>Null when figures are withheld.</returns>
    protected abstract Task<TReport?> FindAsync(HotspotSearch search, ImmutableArray<string> heads, TSettings settings, CancellationToken cancellationToken);
}
