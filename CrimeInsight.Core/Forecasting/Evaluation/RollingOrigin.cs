using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting.Methods;

namespace CrimeInsight.Core.Forecasting.Evaluation;

/// <summary>
/// Asks every method at earlier moments of the series and compares with what came. The last 12 origins whose whole
/// horizon is known are used; a shorter series uses the last 12 with at least one known step, or as many as leave
/// <c>leastHistory</c> observations before the first.
/// Reference: Tashman (2000), Out-of-sample tests of forecasting accuracy, doi:10.1016/S0169-2070(00)00065-0.
/// </summary>
internal static class RollingOrigin
{
    /// <summary>Origins asked for; fewer errors say too little about a method.</summary>
    public const int WantedOrigins = 12;

    /// <summary>History lengths at which to forecast, ascending; empty when the series is too short for one.</summary>
    public static Range Origins(int length, int leastHistory, int horizon)
    {
        var last = Math.Min(length - 1, Math.Max(length - horizon, leastHistory + WantedOrigins - 1));
        var first = Math.Max(leastHistory, last - WantedOrigins + 1);
        return first <= last ? first..(last + 1) : leastHistory..leastHistory;
    }

    /// <summary>
    /// Asks a method, fitted at the first origin, at every origin; null when it cannot forecast at one of them. Fits made earlier
    /// know less, so no origin is told what came after it.
    /// </summary>
    /// <param name="fit">The last fit: a start for the forecast that is shown; null when there is none.</param>
    public static MethodRun? Run(ReadOnlySpan<double> series, IForecastMethod method, ForecastTask task, Range origins, bool areCounts, out IFittedMethod? fit)
    {
        fit = null;
        var first = origins.Start.Value;
        var forecasts = new MethodForecast[origins.End.Value - first];
        for (var i = 0; i < forecasts.Length; i++)
        {
            var history = series[..(first + i)];
            if (fit is null || !fit.StillHolds(history))
                fit = method.Fit(history, task, fit);
            if (fit?.Predict(history, task) is not { } forecast)
                return null;
            if (areCounts)
                forecast.CutAtZero();
            forecasts[i] = forecast;
        }

        return new MethodRun(method.Name, method.IsBaseline, forecasts);
    }

    /// <summary>Scores runs over the same origins.</summary>
    public static TrackRecord Score(ReadOnlySpan<double> series, IEnumerable<MethodRun> runs, ForecastTask task, Range origins)
    {
        var (first, count) = (origins.Start.Value, origins.End.Value - origins.Start.Value);
        if (count == 0)
            return new TrackRecord(0, 0, 0, 0, []);
        var records = new List<MethodRecord>();
        foreach (var run in runs)
        {
            var score = new MethodScore(task.LevelsPercent);
            for (var i = 0; i < count; i++)
                score.Add(run.Forecasts[i], series[(first + i)..], SeasonalScale.Of(series[..(first + i)], task.SeasonLength));
            records.Add(score.ToRecord(run.Name, run.IsBaseline));
        }

        return Describe(series.Length, task.Horizon, origins, [.. records]);
    }

    /// <summary>A track record from its methods' records, best first.</summary>
    public static TrackRecord Describe(int length, int horizon, Range origins, ImmutableArray<MethodRecord> records)
    {
        var (first, count) = (origins.Start.Value, origins.End.Value - origins.Start.Value);
        if (count == 0)
            return new TrackRecord(0, 0, 0, 0, []);
        var forecasts = 0;
        for (var origin = first; origin < first + count; origin++)
            forecasts += Math.Min(horizon, length - origin);
        return new TrackRecord(count, first, Math.Min(horizon, length - first), forecasts, [.. records.OrderBy(record => record.ComparedError)]);
    }
}
