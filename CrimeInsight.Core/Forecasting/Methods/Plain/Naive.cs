namespace CrimeInsight.Core.Forecasting.Methods.Plain;

/// <summary>
/// The last value, for every step. Intervals: σ·√h, σ the root mean square of y(t) − y(t−1). Needs two values.
/// Reference: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd edition, §5.2 and §5.5.
/// </summary>
internal sealed class Naive : PlainRule
{
    public const string MethodName = "naive";

    public override string Name => MethodName;

    public override MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (history.Length < 2)
            return null;
        var squares = 0.0;
        for (var t = 1; t < history.Length; t++)
            squares += (history[t] - history[t - 1]) * (history[t] - history[t - 1]);
        var spread = Math.Sqrt(squares / (history.Length - 1));
        var mean = new double[task.Horizon];
        Array.Fill(mean, history[^1]);
        var deviations = new double[task.Horizon];
        for (var step = 0; step < deviations.Length; step++)
            deviations[step] = spread * Math.Sqrt(step + 1);
        return MethodForecast.Normal(null, [new ForecastParameter("sigma", spread)], mean, deviations, task);
    }
}
