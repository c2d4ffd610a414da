using System.Collections.Immutable;
using CrimeInsight.Core.Incidents;

namespace CrimeInsight.Core.Hotspots;

/// <summary>A method that compares the cases of places month by month.</summary>
internal abstract class MonthsMethod<TSettings, TReport> : PlacesMethod<TSettings, TReport>
    where TSettings : HotspotSettings, new()
    where TReport : HotspotReport
{
    protected override async Task<TReport?> FindAsync(
        HotspotSearch search, ImmutableArray<string> heads, TSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(search);
        var span = Period.LastMonths(search.Period.Until, MonthsFor(search.Period.Months, settings));
        var cases = await search.Sources.Places.ReadAsync(
            heads, search.Scope.Place, search.Level, search.Places, span, search.Viewer, cancellationToken).ConfigureAwait(false);
        return cases is null ? null : await Task.Run(() => Find(search, cases, settings, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Months that are read for a period of so many.</summary>
    protected virtual int MonthsFor(int months, TSettings settings) => months;

    protected abstract TReport Find(HotspotSearch search, PlaceCases cases, TSettings settings, CancellationToken cancellationToken);
}
