using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Methods.Plain;

namespace CrimeInsight.Core.Forecasting.Reconciliation;

/// <summary>
/// Reconciles the forecasts of places and the places within them as they are found: of cases that belong to a place and to
/// none of its parts (the station unknown, the part withheld or too short to forecast) an invisible part of its own is
/// made, forecast by the mean of its last twelve months.
/// </summary>
public static class ForecastHierarchy
{
    /// <param name="parents">Per report, the index of the nearest wider place with a report, or −1.</param>
    /// <param name="reports">Same histories' length, horizon, levels and kind of values.</param>
    /// <returns>The reports, adding up with what is invisible.</returns>
    /// <exception cref="ArgumentException">The counts differ, histories differ in length, or places lie in each other.</exception>
    public static ImmutableArray<ForecastReport> Reconcile(IReadOnlyList<int> parents, IReadOnlyList<ForecastReport> reports)
    {
        ArgumentNullException.ThrowIfNull(parents);
        ArgumentNullException.ThrowIfNull(reports);
        if (parents.Count != reports.Count)
            throw new ArgumentException($"There are {reports.Count} reports and {parents.Count} parents.", nameof(parents));
        if (reports.Count == 0)
            return [];
        var (nodes, outcomes) = (parents.ToList(), reports.ToList<ForecastOutcome>());
        foreach (var (parent, rest) in Rests(parents, reports))
        {
            nodes.Add(parent);
            outcomes.Add(rest);
        }

        return [.. ForecastReconciliation.Run(new ForecastTree(nodes), outcomes).Take(reports.Count).Cast<ForecastReport>()];
    }

    private static IEnumerable<(int Parent, ForecastReport Report)> Rests(IReadOnlyList<int> parents, IReadOnlyList<ForecastReport> reports)
    {
        var length = reports[0].Request.Values.Length;
        var left = new double[]?[reports.Count];
        for (var i = 0; i < parents.Count; i++)
        {
            var values = reports[i].Request.Values;
            if (values.Length != length)
                throw new ArgumentException($"Report {i} has {values.Length} values, the first {length}.", nameof(reports));
            if (parents[i] < 0)
                continue;
            var rest = left[parents[i]] ??= [.. reports[parents[i]].Request.Values];
            for (var t = 0; t < length; t++)
                rest[t] -= values[t];
        }

        for (var i = 0; i < left.Length; i++)
        {
            if (left[i] is { } rest && Array.Exists(rest, value => value > 0) && Forecast(rest, reports[i].Request) is { } report)
                yield return (i, report);
        }
    }

    // Parts read from a later version of the data may add up to more.
    private static ForecastReport? Forecast(double[] rest, ForecastRequest whole) => Forecaster.Run(new ForecastRequest(
        rest.Select(value => Math.Max(0, value)),
        whole.Horizon,
        whole.SeasonLength,
        whole.LevelsPercent,
        ForecastMethods.Named(TwelveMonthMean.MethodName),
        whole.AreCounts)) as ForecastReport;
}
