namespace CrimeInsight.Core.Forecasting.Methods.Plain;

/// <summary>
/// Each month as the same month a year earlier: ŷ(n+h) = y(n+h−m⌈h/m⌉). Intervals: σ·√⌈h/m⌉, σ the root mean square
/// of y(t) − y(t−m). Needs more than one season. With season length 1 it is the naive method.
/// Reference: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd edition, §5.2 and §5.5.
/// </summary>
internal sealed class SeasonalNaive : PlainRule
{
    public const string MethodName = "snaive";

    public override string Name => MethodName;

    public override MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        var season = task.SeasonLength;
        if (history.Length <= season)
            return null;
        var squares = 0.0;
        for (var t = season; t < history.Length; t++)
            squares += (history[t] - history[t - season]) * (history[t] - history[t - season]);
        var spread = Math.Sqrt(squares / (history.Length - season));
        var mean = new double[task.Horizon];
        var deviations = new double[task.Horizon];
        for (var step = 0; step < task.Horizon; step++)
        {
            mean[step] = history[history.Length - season + step % season];
            deviations[step] = spread * Math.Sqrt(step / season + 1);
        }

        return MethodForecast.Normal(null, [new ForecastParameter("sigma", spread)], mean, deviations, task);
    }
}
