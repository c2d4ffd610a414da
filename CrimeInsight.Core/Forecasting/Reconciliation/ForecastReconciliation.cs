using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>
/// Makes the forecasts of stations, districts and states add up, points and intervals, at the least total error variance
/// (<see cref="MinimumTrace"/>). Each step is reconciled with the standard errors of that step; the correlation between
/// nodes comes from their one-step errors at common origins, shrunk. Reconciled intervals keep their shape and level
/// around the new point and narrow as its standard error does.
/// </summary>
public static class ForecastReconciliation
{
    private const int FewestMoments = 6;

    /// <param name="tree">Which series add up to which; node i is outcome i.</param>
    /// <param name="outcomes">Same horizon, levels and kind of values in all reports. A node without a report takes no part if it has children; otherwise it is refused.</param>
    /// <param name="correlate">Learn the correlation of errors; false takes them as independent, which is faster.</param>
    /// <returns>Per node, the reconciled report; a node without one stays as it is.</returns>
    public static ImmutableArray<ForecastOutcome> Run(ForecastTree tree, IReadOnlyList<ForecastOutcome> outcomes, bool correlate = true)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (outcomes.Count != tree.Count)
            throw new ArgumentException($"The tree has {tree.Count} nodes, but there are {outcomes.Count} outcomes.", nameof(outcomes));
        var first = outcomes.OfType<ForecastReport>().FirstOrDefault();
        if (first is null)
            return [.. outcomes];
        Check(tree, outcomes, first.Request);
        var correlation = correlate ? Correlation(outcomes) : null;
        var steps = new ReconciledStep[first.Request.Horizon];
        var deviations = new double[steps.Length][];
        for (var step = 0; step < steps.Length; step++)
        {
            deviations[step] = [.. outcomes.Select(outcome => outcome is ForecastReport report ? Deviation(report, step) : double.PositiveInfinity)];
            double[] points = [.. outcomes.Select(outcome => outcome is ForecastReport report ? report.Mean[step] : 0)];
            steps[step] = MinimumTrace.Run(tree, points, [.. deviations[step].Select(deviation => deviation * deviation)], correlation, first.Request.AreCounts);
        }

        return [.. outcomes.Select((outcome, i) => outcome is ForecastReport report ? Reconciled(report, i, steps, deviations) : outcome)];
    }

    private static void Check(ForecastTree tree, IReadOnlyList<ForecastOutcome> outcomes, ForecastRequest first)
    {
        for (var i = 0; i < outcomes.Count; i++)
        {
            if (outcomes[i] is not ForecastReport report)
            {
                if (tree.IsLeaf[i])
                    throw new ArgumentException($"Node {i} has neither a forecast nor children; leave it out of the tree.", nameof(outcomes));
            }
            else if (report.Request.Horizon != first.Horizon || report.Request.AreCounts != first.AreCounts || !report.Request.LevelsPercent.SequenceEqual(first.LevelsPercent))
            {
                throw new ArgumentException($"Node {i} has another horizon, other levels or another kind of values than the first.", nameof(outcomes));
            }
        }
    }

    /// <summary>From the errors one step ahead at the origins that all reports have; null when there are too few.</summary>
    private static ErrorCorrelation? Correlation(IReadOnlyList<ForecastOutcome> outcomes)
    {
        var reports = outcomes.OfType<ForecastReport>().ToList();
        var origins = reports.Select(report => report.Past.Select(past => past.HistoryLength).Where(length => length < report.Request.Values.Length).ToHashSet())
            .Aggregate((common, more) =>
            {
                common.IntersectWith(more);
                return common;
            })
            .Order().ToList();
        if (origins.Count < FewestMoments)
            return null;
        return new ErrorCorrelation([.. outcomes.Select(outcome => outcome is ForecastReport report ? Errors(report, origins) : new double[origins.Count])]);
    }

    private static double[] Errors(ForecastReport report, List<int> origins)
    {
        var past = report.Past.ToDictionary(one => one.HistoryLength);
        return [.. origins.Select(origin => report.Request.Values[origin] - past[origin].Mean[0])];
    }

    /// <summary>The standard error that the narrowest interval's upper half stands for; the lower half may be cut at zero.</summary>
    private static double Deviation(ForecastReport report, int step)
    {
        var band = report.Bands[0];
        return Math.Max(0, band.Upper[step] - report.Mean[step]) / Normal.Quantile(0.5 + band.LevelPercent / 200);
    }

    private static ForecastReport Reconciled(ForecastReport report, int node, ReconciledStep[] steps, double[][] deviations)
    {
        ImmutableArray<double> mean = [.. steps.Select(step => step.Points[node])];
        double Share(int step) => deviations[step][node] > 0 ? Math.Min(1, Math.Sqrt(steps[step].Variances[node]) / deviations[step][node]) : 1;
        double Moved(double bound, int step)
        {
            var moved = mean[step] + Share(step) * (bound - report.Mean[step]);
            return report.Request.AreCounts ? Math.Max(0, moved) : moved;
        }

        return report with
        {
            Mean = mean,
            Bands = [.. report.Bands.Select(band => new ForecastBand(band.LevelPercent, [.. band.Lower.Select(Moved)], [.. band.Upper.Select(Moved)]))],
        };
    }
}
