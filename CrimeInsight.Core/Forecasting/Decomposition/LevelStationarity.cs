namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>
/// KPSS test that a series keeps one level: η = Σ S(t)² / (n²·s²), S the running sum of the deviations from the mean,
/// s² the long-run variance with Bartlett weights over ⌊4·(n/100)^¼⌋ lags. The p-value is that of the Cramér–von Mises
/// law, the limit under a constant level, so it is exact in the limit and not cut off at table ends.
/// References: Kwiatkowski, Phillips, Schmidt and Shin (1992), doi:10.1016/0304-4076(92)90104-Y; Anderson and Darling
/// (1952), doi:10.1214/aoms/1177729437, equation 4.35.
/// </summary>
internal static class LevelStationarity
{
    private const int MostTerms = 60;

    /// <summary>Statistic and upper-tail p-value; a series without variation has p = 1.</summary>
    public static (double Statistic, double P) Test(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var mean = 0.0;
        foreach (var value in values)
            mean += value / n;
        double sum = 0, squaredSums = 0;
        foreach (var value in values)
        {
            sum += value - mean;
            squaredSums += sum * sum;
        }

        var variance = LongRunVariance(values, mean, (int)(4 * Math.Pow(n / 100.0, 0.25)));
        if (variance <= 0)
            return (0, 1);
        var statistic = squaredSums / n / n / variance;
        return (statistic, UpperTail(statistic));
    }

    /// <summary>P(ω² &gt; z) of the Cramér–von Mises law.</summary>
    public static double UpperTail(double z)
    {
        if (z <= 0.01)
            return 1;
        double below = 0, coefficient = 1;
        for (var j = 0; j < MostTerms; j++)
        {
            var x = (4.0 * j + 1) * (4 * j + 1) / (16 * z);
            var term = coefficient * Math.Sqrt(4 * j + 1) * ScaledBesselQuarter(x) * Math.Exp(-2 * x);
            below += term;
            if (term < 1e-18)
                break;
            coefficient *= (j + 0.5) / (j + 1);
        }

        return Math.Clamp(1 - below / (Math.PI * Math.Sqrt(z)), 0, 1);
    }

    /// <summary>
    /// exp(x)·K(x) of order 1/4, from its integral ∫ exp(x − x·cosh u)·cosh(u/4) du by the trapezoidal rule, which converges geometrically here.
    /// </summary>
    private static double ScaledBesselQuarter(double x)
    {
        const double width = 0.05;
        var sum = 0.5;
        for (var i = 1; i < 400; i++)
        {
            var u = i * width;
            var term = Math.Exp(x - x * Math.Cosh(u)) * Math.Cosh(u / 4);
            sum += term;
            if (term < 1e-17)
                break;
        }

        return sum * width;
    }

    private static double LongRunVariance(ReadOnlySpan<double> values, double mean, int lags)
    {
        var variance = 0.0;
        for (var lag = 0; lag <= lags; lag++)
        {
            var product = 0.0;
            for (var t = lag; t < values.Length; t++)
                product += (values[t] - mean) * (values[t - lag] - mean);
            variance += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * product / values.Length;
        }

        return variance;
    }
}
