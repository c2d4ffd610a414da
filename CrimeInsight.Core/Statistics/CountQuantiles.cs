namespace CrimeInsight.Core.Statistics;

/// <summary>
/// Quantiles of the count distribution with a given mean and variance: negative binomial where the variance exceeds the
/// mean, else Poisson. The probabilities are added up from zero; above <see cref="MostExactMean"/> the gamma distribution of
/// that mean and variance is rounded instead (Wilson and Hilferty 1931, doi:10.1073/pnas.17.12.684).
/// </summary>
internal static class CountQuantiles
{
    /// <summary>Largest mean whose probabilities are added up.</summary>
    public const double MostExactMean = 300;

    private const double LeastExcess = 1e-9;
    private const int MostCount = 100_000;

    /// <summary>
    /// Ends of central intervals: the lower is the largest count with at most α/2 below it, the upper the least with at least 1 − α/2 up to it.
    /// </summary>
    /// <param name="levelsPercent">Ascending.</param>
    /// <param name="lower">One per level.</param>
    /// <param name="upper">One per level.</param>
    public static void Intervals(double mean, double variance, ReadOnlySpan<double> levelsPercent, Span<double> lower, Span<double> upper)
    {
        if (mean <= 0)
        {
            lower.Clear();
            upper.Clear();
            return;
        }

        for (var level = 0; level < levelsPercent.Length; level++)
        {
            var tail = 0.5 - levelsPercent[level] / 200;
            lower[level] = Quantile(mean, variance, tail);
            upper[level] = Quantile(mean, variance, 1 - tail);
        }
    }

    /// <summary>The least count k with P(Y ≤ k) ≥ probability.</summary>
    public static double Quantile(double mean, double variance, double probability)
    {
        if (mean <= 0)
            return 0;
        if (mean > MostExactMean)
            return Approximate(mean, Math.Max(mean, variance), probability);
        var size = variance > mean * (1 + LeastExcess) ? mean * mean / (variance - mean) : double.PositiveInfinity;
        var term = double.IsInfinity(size) ? Math.Exp(-mean) : Math.Exp(-size * Math.Log(1 + mean / size));
        var (sum, count) = (term, 0);
        while (sum < probability && count < MostCount)
        {
            count++;
            term *= double.IsInfinity(size) ? mean / count : (size + count - 1) / count * (mean / (size + mean));
            sum += term;
            if (term < 1e-300 && count > mean)
                break;
        }

        return count;
    }

    private static double Approximate(double mean, double variance, double probability)
    {
        var shape = mean * mean / variance;
        var root = 1 - 1 / (9 * shape) + Normal.Quantile(probability) / (3 * Math.Sqrt(shape));
        return Math.Max(0, Math.Ceiling(mean * Math.Pow(Math.Max(0, root), 3) - 0.5));
    }
}
