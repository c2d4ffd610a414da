using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;

namespace CrimeInsight.Web.Features.Forecasting;

/// <summary>What was said at one earlier moment, and what came.</summary>
/// <param name="Series">From the first month drawn; the same for all frames, so that only the forecast moves.</param>
/// <param name="Hits">Per level: months that came inside.</param>
/// <param name="Checked">Months whose cases are known by now.</param>
public sealed record ReplayFrame(FanSeries Series, ImmutableArray<ReplayHits> Hits, int Checked)
{
    /// <summary>The first month that was forecast.</summary>
    public DateOnly Month => Series.FirstForecast;

    /// <summary>All moments of a report, oldest first; empty when there are none.</summary>
    /// <param name="monthsBefore">Months drawn before the first forecast of the first frame.</param>
    public static ImmutableArray<ReplayFrame> All(MonthlyForecast forecast, int monthsBefore, int horizonMonths)
    {
        if (forecast is not { Outcome: ForecastReport { Past: { IsEmpty: false } past }, FirstMonth: { } firstMonth })
            return [];
        var start = Math.Max(0, past[0].HistoryLength - monthsBefore);
        return [.. past.Where(said => said.HistoryLength < forecast.History.Length)
            .Select(said => Frame(said, forecast.History, firstMonth.AddMonths(start), start, horizonMonths))];
    }

    /// <summary>Over several moments: months that came inside each level, of all that are known.</summary>
    public static ImmutableArray<ReplayHits> Total(ImmutableArray<ReplayFrame> frames) =>
        [.. frames.SelectMany(frame => frame.Hits).GroupBy(hits => hits.LevelPercent)
            .Select(level => new ReplayHits(level.Key, level.Sum(hits => hits.Inside)))];

    private static ReplayFrame Frame(PastForecast said, ImmutableArray<double> history, DateOnly from, int start, int horizonMonths)
    {
        var bands = FanSeries.First(said.Bands, horizonMonths);
        var mean = FanSeries.First(said.Mean, horizonMonths);
        var came = history[said.HistoryLength..];
        var known = Math.Min(mean.Length, came.Length);
        var hits = bands.Select(
            band => new ReplayHits(
                band.LevelPercent, Enumerable.Range(0, known).Count(step => band.Lower[step] <= came[step] && came[step] <= band.Upper[step])));
        return new ReplayFrame(new FanSeries(from, history[start..said.HistoryLength], came, mean, bands), [.. hits], known);
    }
}
