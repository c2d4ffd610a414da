using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Arima;

/// <summary>How often a series must be differenced.</summary>
internal static class UnitRoots
{
    /// <summary>
    /// Critical value at 5 % of the test for stationarity about a level. Reference: Kwiatkowski, Phillips, Schmidt and Shin
    /// (1992), table 1, doi:10.1016/0304-4076(92)90104-Y.
    /// </summary>
    private const double LevelCritical = 0.463;

    /// <summary>
    /// Seasonal strength above which a seasonal difference is taken. Reference: Wang, Smith and Hyndman (2006), as calibrated in R's <c>nsdiffs</c>.
    /// </summary>
    private const double StrongSeason = 0.64;

    private const int MostDifferences = 2;

    /// <summary>Plain differences, 0 … 2: differenced until the test does not reject at 5 %.</summary>
    public static int Plain(ReadOnlySpan<double> values)
    {
        var current = values.ToArray();
        for (var differences = 0; differences < MostDifferences; differences++)
        {
            if (current.Length < 4 || !(Kpss(current) > LevelCritical))
                return differences;
            current = Differences.Of(current, 1, 0, 1);
        }

        return MostDifferences;
    }

    /// <summary>1 when season explains more than 64 % of what trend leaves, else 0.</summary>
    public static int Seasonal(ReadOnlySpan<double> values, int seasonLength) =>
        seasonLength > 1 && values.Length >= 2 * seasonLength + 2 && SeasonalStrength.Of(values, seasonLength) > StrongSeason ? 1 : 0;

    /// <summary>
    /// KPSS statistic about a level: Σ S(t)² / (n²·s²), S the partial sums of deviations from the mean, s² the long-run
    /// variance with Bartlett weights over ⌊3√n/13⌋ lags; 0 for a constant series.
    /// </summary>
    public static double Kpss(ReadOnlySpan<double> values)
    {
        var n = values.Length;
        var residuals = new double[n];
        var mean = 0.0;
        foreach (var value in values)
            mean += value / n;
        double sum = 0, squares = 0;
        for (var t = 0; t < n; t++)
        {
            residuals[t] = values[t] - mean;
            sum += residuals[t];
            squares += sum * sum;
        }

        var lags = (int)(3 * Math.Sqrt(n) / 13);
        var longRun = 0.0;
        for (var lag = 0; lag <= lags; lag++)
        {
            var product = 0.0;
            for (var t = lag; t < n; t++)
                product += residuals[t] * residuals[t - lag];
            longRun += (lag == 0 ? 1 : 2 * (1 - lag / (lags + 1.0))) * product / n;
        }

        return longRun > 1e-18 * (1 + mean * mean) ? squares / ((double)n * n * longRun) : 0;
    }
}
