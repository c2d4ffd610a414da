namespace CrimeInsight.Core.Forecasting.Methods.Plain;

/// <summary>
/// The mean of the last year for every month to come: the usual police baseline, hard to beat on sparse series. One
/// year is one season, or 12 values for series without season. Intervals: the root mean square error this very rule
/// made h steps ahead within the history, never narrower for a later step; steps the history is too short to check
/// take the widest checked.
/// </summary>
internal sealed class TwelveMonthMean : PlainRule
{
    public const string MethodName = "mean12";

    private const int YearWithoutSeason = 12;

    public override string Name => MethodName;

    public override bool IsMember => true;

    public override MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
    {
        var window = task.SeasonLength > 1 ? task.SeasonLength : YearWithoutSeason;
        if (history.Length <= window)
            return null;
        var squares = new double[task.Horizon];
        var counts = new int[task.Horizon];
        var sum = 0.0;
        for (var t = 0; t < history.Length; t++)
        {
            sum += history[t] - (t >= window ? history[t - window] : 0);
            for (var step = 0; t >= window - 1 && step < task.Horizon && t + 1 + step < history.Length; step++)
            {
                var error = history[t + 1 + step] - sum / window;
                squares[step] += error * error;
                counts[step]++;
            }
        }

        var mean = new double[task.Horizon];
        Array.Fill(mean, sum / window);
        return MethodForecast.Normal(null, [new ForecastParameter("window", window)], mean, Deviations(squares, counts), task);
    }

    private static double[] Deviations(double[] squares, int[] counts)
    {
        var deviations = new double[squares.Length];
        var widest = 0.0;
        for (var step = 0; step < squares.Length; step++)
        {
            if (counts[step] > 0)
                widest = Math.Max(widest, Math.Sqrt(squares[step] / counts[step]));
            deviations[step] = widest;
        }

        return deviations;
    }
}
