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

    /// <summary>Scores methods; one that cannot forecast at every origin is left out.</summary>
    public static TrackRecord Run(ReadOnlySpan<double> series, IEnumerable<IForecastMethod> methods, ForecastTask task, int leastHistory, bool areCounts)
    {
        var origins = Origins(series.Length, leastHistory, task.Horizon);
        var (first, count) = (origins.Start.Value, origins.End.Value - origins.Start.Value);
        var records = new List<MethodRecord>();
        if (count > 0)
        {
            foreach (var method in methods)
            {
                if (Score(series, method, task, origins, areCounts) is { } record)
                    records.Add(record);
            }
        }

        var forecasts = 0;
        for (var origin = first; origin < first + count; origin++)
            forecasts += Math.Min(task.Horizon, series.Length - origin);
        var mostSteps = count == 0 ? 0 : Math.Min(task.Horizon, series.Length - first);
        return new TrackRecord(count, count == 0 ? 0 : first, mostSteps, forecasts, [.. records.OrderBy(record => record.Rmsse ?? record.MeanAbsoluteError)]);
    }

    private static MethodRecord? Score(ReadOnlySpan<double> series, IForecastMethod method, ForecastTask task, Range origins, bool areCounts)
    {
        var score = new MethodScore(task.LevelsPercent);
        for (var origin = origins.Start.Value; origin < origins.End.Value; origin++)
        {
            var history = series[..origin];
            if (method.Forecast(history, task) is not { } forecast)
                return null;
            if (areCounts)
                forecast.CutAtZero();
            score.Add(forecast, series[origin..], SeasonalScale.Of(history, task.SeasonLength));
        }

        return score.ToRecord(method.Name, method.IsBaseline);
    }
}
