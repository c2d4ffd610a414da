using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Forecasting.Methods.Counts;

/// <summary>
/// The level of a count series: y(t) has mean s(t)·λ(t), and λ(t+1) = (1 − φ)·M + (φ − α)·λ(t) + α·y(t)/s(t), so it
/// follows the counts and returns to M. As a function of (φ, α/φ, ln M − ln of the mean) it gives the negative Poisson
/// log-likelihood, whose optimum is consistent for overdispersed counts too.
/// Reference: Fokianos, Rahbek and Tjøstheim (2009), Poisson autoregression, doi:10.1198/jasa.2009.tm08270.
/// </summary>
internal readonly struct CountLevel(double[] values, double[] factors, double mean, double start) : IPointFunction
{
    private const double LeastMean = 1e-6;

    public double At(ReadOnlySpan<double> point) => Run(point, null);

    /// <param name="means">When given, the mean of each value, and of one more.</param>
    /// <returns>Σ μ − y·ln μ.</returns>
    public double Run(ReadOnlySpan<double> point, double[]? means)
    {
        var (persistence, gain, centre) = Parameters(point);
        var (level, sum) = (start, 0.0);
        for (var t = 0; t < values.Length; t++)
        {
            var factor = factors[t % factors.Length];
            var expected = Math.Max(factor * level, LeastMean);
            if (means is not null)
                means[t] = expected;
            sum += expected - (values[t] > 0 ? values[t] * Math.Log(expected) : 0);
            level = (1 - persistence) * centre + (persistence - gain) * level + gain * values[t] / factor;
        }

        if (means is not null)
            means[^1] = Math.Max(factors[values.Length % factors.Length] * level, LeastMean);
        return sum;
    }

    /// <summary>φ, α and M.</summary>
    public (double Persistence, double Gain, double Centre) Parameters(ReadOnlySpan<double> point) =>
        (point[0], point[0] * point[1], mean * Math.Exp(point[2]));
}
