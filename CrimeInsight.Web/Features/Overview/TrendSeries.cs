using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Web.Features.Overview;

/// <summary>What the trend chart and its table show: history and forecast on one axis of months.</summary>
/// <param name="Months">First days of the months, history first.</param>
/// <param name="Actual">Registered cases; null in the future.</param>
/// <param name="Mean">Forecast; null in the past, but for the last known month, so that the lines meet.</param>
/// <param name="Bands">By level, ascending: lower and upper ends, null in the past.</param>
/// <param name="HistoryCount">How many of the months are history.</param>
public sealed record TrendSeries(
    IReadOnlyList<DateOnly> Months,
    IReadOnlyList<double?> Actual,
    IReadOnlyList<double?> Mean,
    IReadOnlyList<TrendBand> Bands,
    int HistoryCount)
{
    /// <summary>The last <paramref name="drawnMonths"/> months of history and the whole forecast.</summary>
    public static TrendSeries From(MonthlyForecast forecast, int drawnMonths)
    {
        var skipped = Math.Max(0, forecast.History.Length - drawnMonths);
        var history = forecast.History[skipped..];
        var report = forecast.Outcome as ForecastReport;
        var steps = report?.Mean.Length ?? 0;
        var first = forecast.FirstMonth!.Value.AddMonths(skipped);
        var past = Enumerable.Repeat<double?>(null, history.Length).ToList();
        return new TrendSeries(
            [.. Enumerable.Range(0, history.Length + steps).Select(first.AddMonths)],
            [.. history.Select(value => (double?)value), .. Enumerable.Repeat<double?>(null, steps)],
            report is null ? past : [.. past.SkipLast(1), history[^1], .. report.Mean.Select(value => (double?)value)],
            report is null ? []
                : [.. report.Bands.Select(
                    band => new TrendBand(
                        band.LevelPercent, [.. past, .. band.Lower.Select(value => (double?)value)],
                        [.. past, .. band.Upper.Select(value => (double?)value)]))],
            history.Length);
    }
}
