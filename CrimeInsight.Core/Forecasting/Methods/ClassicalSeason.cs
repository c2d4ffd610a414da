using System.Collections.Immutable;

namespace CrimeInsight.Core.Forecasting.Methods;

/// <summary>
/// Classical decomposition: season as mean ratio (or difference) to a centred moving average. Used only when the
/// autocorrelation at the season's lag is significant at 90 %.
/// Reference: Assimakopoulos and Nikolopoulos (2000), §4, doi:10.1016/S0169-2070(00)00066-2; Hyndman and Athanasopoulos
/// (2021), §3.4.
/// </summary>
/// <param name="Indices">One per slot of the season, the first being the first value's; factors when <paramref name="IsMultiplicative"/>, else added.</param>
internal sealed record ClassicalSeason(double[] Indices, bool IsMultiplicative)
{
    /// <summary>Quantile of the normal distribution of a two-sided test at 10 %.</summary>
    private const double Critical = 1.6448536269514722;

    /// <summary>Factors nearer to zero than this would blow the adjusted series up; then differences are used.</summary>
    private const double LeastFactor = 0.1;

    /// <summary>The season of a series; null when it has none that is significant, or is shorter than two seasons.</summary>
    public static ClassicalSeason? Of(ReadOnlySpan<double> values, int seasonLength)
    {
        if (seasonLength < 2 || values.Length < 2 * seasonLength || !IsSignificant(values, seasonLength))
            return null;
        var multiplicative = true;
        foreach (var value in values)
            multiplicative &= value > 0;
        if (multiplicative)
        {
            var factors = Figure(values, seasonLength, true);
            if (factors.Min() >= LeastFactor)
                return new ClassicalSeason(factors, true);
        }

        return new ClassicalSeason(Figure(values, seasonLength, false), false);
    }

    /// <summary>A series without its season, and the season; null when it has none.</summary>
    public static (ClassicalSeason? Season, double[] Adjusted) Split(ReadOnlySpan<double> values, int seasonLength)
    {
        var season = Of(values, seasonLength);
        var adjusted = values.ToArray();
        season?.Remove(adjusted);
        return (season, adjusted);
    }

    /// <summary>The normal forecast of values that follow <paramref name="after"/> others, the season, where there is one, put back in place.</summary>
    public static MethodForecast Seasoned(
        ClassicalSeason? season, int after, ImmutableArray<ForecastParameter> parameters, double[] mean, double[] deviations, ForecastTask task)
    {
        season?.Restore(mean, after);
        season?.Scale(deviations, after);
        return MethodForecast.Normal(season is null ? null : season.IsMultiplicative ? "M" : "A", parameters, mean, deviations, task);
    }

    private void Remove(Span<double> values)
    {
        for (var t = 0; t < values.Length; t++)
            values[t] = IsMultiplicative ? values[t] / Indices[t % Indices.Length] : values[t] - Indices[t % Indices.Length];
    }

    /// <summary>Puts the season back on values that follow <paramref name="after"/> others.</summary>
    private void Restore(Span<double> values, int after)
    {
        for (var t = 0; t < values.Length; t++)
        {
            var index = Indices[(after + t) % Indices.Length];
            values[t] = IsMultiplicative ? values[t] * index : values[t] + index;
        }
    }

    /// <summary>Scales spreads of values that follow <paramref name="after"/> others.</summary>
    private void Scale(Span<double> spreads, int after)
    {
        for (var t = 0; IsMultiplicative && t < spreads.Length; t++)
            spreads[t] *= Indices[(after + t) % Indices.Length];
    }

    /// <summary>|r(m)| above z·√((1 + 2Σ r(k)², k &lt; m) / n), Bartlett's limit.</summary>
    private static bool IsSignificant(ReadOnlySpan<double> values, int seasonLength)
    {
        var n = values.Length;
        var mean = 0.0;
        foreach (var value in values)
            mean += value / n;
        double whole = 0, sum = 0, last = 0;
        foreach (var value in values)
            whole += (value - mean) * (value - mean);
        if (!(whole > 0))
            return false;
        for (var lag = 1; lag <= seasonLength; lag++)
        {
            var product = 0.0;
            for (var t = lag; t < n; t++)
                product += (values[t] - mean) * (values[t - lag] - mean);
            last = product / whole;
            if (lag < seasonLength)
                sum += last * last;
        }

        return Math.Abs(last) > Critical * Math.Sqrt((1 + 2 * sum) / n);
    }

    private static double[] Figure(ReadOnlySpan<double> values, int seasonLength, bool multiplicative)
    {
        var half = seasonLength / 2;
        var figure = new double[seasonLength];
        var counts = new int[seasonLength];
        for (var t = half; t + half < values.Length; t++)
        {
            var sum = 0.0;
            for (var k = -half; k <= half; k++)
                sum += values[t + k];
            if (seasonLength % 2 == 0)
                sum -= (values[t - half] + values[t + half]) / 2;
            var level = sum / seasonLength;
            figure[t % seasonLength] += multiplicative ? values[t] / level : values[t] - level;
            counts[t % seasonLength]++;
        }

        for (var slot = 0; slot < seasonLength; slot++)
            figure[slot] /= counts[slot];
        var mean = figure.Average();
        for (var slot = 0; slot < seasonLength; slot++)
            figure[slot] = multiplicative ? figure[slot] / mean : figure[slot] - mean;
        return figure;
    }
}
