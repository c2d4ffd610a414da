namespace CrimeInsight.Core.Forecasting.Methods.Intermittent;

/// <summary>
/// Sum of squared one-step errors of an intermittent-demand rate, as a function of its smoothing parameters.
/// </summary>
/// <param name="Values">The history.</param>
/// <param name="Kind">Which recursion.</param>
internal readonly struct RateErrors(double[] values, IntermittentKind kind) : Statistics.IPointFunction
{
    public double At(ReadOnlySpan<double> point) => Run(point, null);

    /// <summary>Runs the recursion; the rate that forecasts each value, and one more, goes to <paramref name="rates"/>.</summary>
    /// <param name="point">Smoothing of the size, then of the interval or the probability.</param>
    public double Run(ReadOnlySpan<double> point, double[]? rates)
    {
        var first = Array.FindIndex(values, value => value > 0);
        var start = Start(first);
        var (size, chance, interval, squares) = (start.Size, start.Chance, start.Interval, 0.0);
        var since = 1;
        for (var t = 0; t < values.Length; t++)
        {
            var rate = Rate(size, chance, interval, point[1]);
            if (rates is not null)
                rates[t] = rate;
            squares += (values[t] - rate) * (values[t] - rate);
            var occurs = values[t] > 0;
            if (kind == IntermittentKind.Tsb)
                chance += point[1] * ((occurs ? 1 : 0) - chance);
            else if (occurs)
                interval += point[1] * (since - interval);
            if (occurs)
                size += point[0] * (values[t] - size);
            since = occurs ? 1 : since + 1;
        }

        if (rates is not null)
            rates[^1] = Rate(size, chance, interval, point[1]);
        return squares;
    }

    private double Rate(double size, double chance, double interval, double smoothing) => kind switch
    {
        IntermittentKind.Tsb => chance * size,
        IntermittentKind.Sba => (1 - smoothing / 2) * size / interval,
        _ => size / interval,
    };

    /// <summary>Mean size and mean share of the first year's worth of values, or of all.</summary>
    private (double Size, double Chance, double Interval) Start(int first)
    {
        const int window = 12;
        var until = Math.Min(values.Length, Math.Max(window, first + 1));
        double sum = 0, count = 0;
        for (var t = 0; t < until; t++)
        {
            sum += values[t];
            count += values[t] > 0 ? 1 : 0;
        }

        return (sum / count, count / until, until / count);
    }
}
