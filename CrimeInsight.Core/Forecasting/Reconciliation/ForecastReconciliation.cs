using System.Collections.Immutable;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>
/// Makes the forecasts of stations, districts and states add up, points and intervals, at the least total error variance
/// (<see cref="MinimumTrace"/>). Each step is reconciled with the standard errors of that step; the correlation between
/// nodes comes from their one-step errors at common origins, shrunk. Reconciled intervals keep their shape and level
/// around the new point; they narrow as their standard error does, but no more than reconciling would have narrowed the
/// errors of those origins, and without common origins not at all.
/// </summary>
public static class ForecastReconciliation
{
    // Of counts, an inner band may end below the point, an outer one is cut at zero.
    private const double TellingLevelPercent = 80;

    /// <param name="tree">Which series add up to which; node i is outcome i.</param>
    /// <param name="outcomes">Same horizon, levels and kind of values in all reports. A node without a report takes no part if it has children; otherwise it is
    /// refused.</param>
    /// <returns>Per node, the reconciled report; a node without one stays as it is.</returns>
    public static ImmutableArray<ForecastOutcome> Run(ForecastTree tree, IReadOnlyList<ForecastOutcome> outcomes)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ArgumentNullException.ThrowIfNull(outcomes);
        if (outcomes.Count != tree.Count)
            throw new ArgumentException($"The tree has {tree.Count} nodes, but there are {outcomes.Count} outcomes.", nameof(outcomes));
        if (outcomes.OfType<ForecastReport>().FirstOrDefault() is not { } first)
            return [.. outcomes];
        Check(tree, outcomes, first.Request);
        var past = CommonPast.Of(outcomes);
        var correlation = past?.Correlation;
        var steps = new ReconciledStep[first.Request.Horizon];
        var deviations = new double[steps.Length][];
        for (var step = 0; step < steps.Length; step++)
        {
            deviations[step] = [.. outcomes.Select(outcome => outcome is ForecastReport report ? Deviation(report, step) : double.PositiveInfinity)];
            double[] points = [.. outcomes.Select(outcome => outcome is ForecastReport report ? report.Mean[step] : 0)];
            steps[step] = MinimumTrace.Run(tree, points, Squares(deviations[step]), correlation, first.Request.AreCounts);
        }

        var least = past?.Narrowing(tree, Squares(deviations[0]), correlation!, first.Request.AreCounts);
        return [.. outcomes.Select((outcome, i) => outcome is ForecastReport report ? Reconciled(report, i, steps, deviations, least?[i] ?? 1) : outcome)];
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
            else if (report.Request.Horizon != first.Horizon || report.Request.AreCounts != first.AreCounts
                || !report.Request.LevelsPercent.SequenceEqual(first.LevelsPercent))
            {
                throw new ArgumentException($"Node {i} has another horizon, other levels or another kind of values than the first.", nameof(outcomes));
            }
        }
    }

    private static double[] Squares(double[] values) => [.. values.Select(value => value * value)];

    /// <summary>The standard error that the upper half of a telling interval stands for; the lower half may be cut at zero.</summary>
    private static double Deviation(ForecastReport report, int step)
    {
        var band = report.Bands.MinBy(one => Math.Abs(one.LevelPercent - TellingLevelPercent))!;
        return Math.Max(0, band.Upper[step] - report.Mean[step]) / Normal.Quantile(0.5 + band.LevelPercent / 200);
    }

    private static ForecastReport Reconciled(ForecastReport report, int node, ReconciledStep[] steps, double[][] deviations, double least)
    {
        ImmutableArray<double> mean = [.. steps.Select(step => step.Points[node])];
        double Share(int step) => deviations[step][node] > 0 ? Math.Clamp(Math.Sqrt(steps[step].Variances[node]) / deviations[step][node], least, 1) : 1;
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
