namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Share of what the trend leaves that a stable season explains: max(0, 1 − var(remainder) / var(season + remainder)), with
/// the trend a centred moving average of one season and the season its mean deviation per slot.
/// Reference: Hyndman and Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd edition, §3.4 and §4.3.
/// </summary>
internal static class SeasonalStrength
{
    /// <param name="values">More than two seasons and one value.</param>
    public static double Of(ReadOnlySpan<double> values, int seasonLength)
    {
        var half = seasonLength / 2;
        var first = half;
        var last = values.Length - half - 1;
        var detrended = new double[last - first + 1];
        for (var t = first; t <= last; t++)
            detrended[t - first] = values[t] - Level(values, t, seasonLength);
        var season = new double[seasonLength];
        var counts = new int[seasonLength];
        for (var i = 0; i < detrended.Length; i++)
        {
            season[i % seasonLength] += detrended[i];
            counts[i % seasonLength]++;
        }

        for (var slot = 0; slot < seasonLength; slot++)
            season[slot] /= Math.Max(1, counts[slot]);
        var whole = Variance(detrended);
        for (var i = 0; i < detrended.Length; i++)
            detrended[i] -= season[i % seasonLength];
        // Every slot's mean takes one degree of freedom from the remainder.
        var left = Variance(detrended) * (detrended.Length - 1) / Math.Max(1, detrended.Length - seasonLength);
        return whole > 0 ? Math.Max(0, 1 - left / whole) : 0;
    }

    private static double Level(ReadOnlySpan<double> values, int t, int seasonLength)
    {
        var half = seasonLength / 2;
        var sum = 0.0;
        for (var k = -half; k <= half; k++)
            sum += values[t + k];
        if (seasonLength % 2 == 0)
            sum -= (values[t - half] + values[t + half]) / 2;
        return sum / seasonLength;
    }

    private static double Variance(double[] values)
    {
        var mean = values.Average();
        return values.Sum(value => (value - mean) * (value - mean)) / Math.Max(1, values.Length - 1);
    }
}
