using System.Collections.Immutable;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>A sample of series of every volume, from a few areas spread over the country, that weights and interval widths are learned from.</summary>
internal sealed class CalibrationSample(ISeriesHistories histories)
{
    private const int MostAreas = 6;
    private const int MostMonthly = 900;
    private const int MostWeekly = 200;

    public static int Most(SeriesStep step) => step == SeriesStep.Month ? MostMonthly : MostWeekly;

    public async Task<HistoryPanel> ReadAsync(ImmutableArray<SeriesSet> sets, Viewer viewer, CancellationToken cancellationToken)
    {
        var kinds = sets.GroupBy(set => set.Levels[0]).ToList();
        var sample = new HistoryPanel(default, sets[0].Step, [], 0);
        foreach (var kind in kinds)
        {
            var found = new List<SeriesHistory>();
            foreach (var set in Every(kind.ToList(), MostAreas))
            {
                var panel = await histories.ReadAsync(set, viewer, cancellationToken).ConfigureAwait(false);
                found.AddRange(panel.Series.Where(series => !series.IsWithheld));
                sample = panel with { Series = sample.Series };
            }

            // From busy to quiet, so that every volume is among them.
            var byVolume = found.OrderByDescending(series => series.Counts.Sum()).ToList();
            sample = sample with { Series = [.. sample.Series, .. Every(byVolume, Most(sample.Step) / kinds.Count)] };
        }

        return sample;
    }

    // At most so many, evenly spread over the list.
    private static IEnumerable<T> Every<T>(List<T> list, int most) =>
        Enumerable.Range(0, Math.Min(most, list.Count)).Select(i => list[(int)((long)i * list.Count / Math.Min(most, list.Count))]);
}
