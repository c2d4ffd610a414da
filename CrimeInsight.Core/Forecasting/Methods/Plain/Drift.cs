namespace CrimeInsight.Core.Forecasting.Methods.Plain;

/// <summary>
/// The last value, carried on along the straight line through the first and the last: ŷ(n+h) = y(n) + h·b with
/// b = (y(n) − y(1)) / (n − 1). Intervals: σ·√(h·(1 + h/(n−1))), σ from the n − 1 one-step errors with one degree of
/// freedom lost to b. Needs three values.
/// Reference: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd edition, §5.2 and §5.5.
/// </summary>
internal sealed class Drift : PlainRule
{
    public const string MethodName = "drift";

    public override string Name => MethodName;

    public override bool SuitsFewCases => false;

    public override MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        if (history.Length < 3)
            return null;
        var steps = history.Length - 1;
        var slope = (history[^1] - history[0]) / steps;
        var squares = 0.0;
        for (var t = 1; t < history.Length; t++)
        {
            var error = history[t] - history[t - 1] - slope;
            squares += error * error;
        }

        var spread = Math.Sqrt(squares / (steps - 1));
        var mean = new double[task.Horizon];
        var deviations = new double[task.Horizon];
        for (var step = 1; step <= task.Horizon; step++)
        {
            mean[step - 1] = history[^1] + step * slope;
            deviations[step - 1] = spread * Math.Sqrt(step * (1 + (double)step / steps));
        }

        return MethodForecast.Normal(null, [new ForecastParameter("slope", slope), new ForecastParameter("sigma", spread)], mean, deviations, task);
    }
}
