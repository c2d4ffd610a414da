using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>
/// Bandwidth when none is given: σ·n^(−1/6), the best for events spread normally (Silverman 1986, §4.3.2, for two dimensions), with a
/// robust σ, √((σx² + σy²)/2), each the smaller of the standard deviation and the interquartile range/1.34. For the quartic kernel times
/// 2.78, which smooths as much (canonical bandwidths, Marron and Nolan 1988, doi:10.1016/0167-7152(88)90050-8). A rule of thumb: it
/// smooths too much where there are many separate clusters.
/// </summary>
public static class BandwidthRule
{
    /// <summary>(R(K)/μ₂²)^(1/6) of the quartic kernel, R = 9/(5π), μ₂ = 1/8, over that of the normal one, R = 1/(4π), μ₂ = 1.</summary>
    private static readonly double s_quarticRatio = Math.Pow(9 / (5 * Math.PI) * 64 * (4 * Math.PI), 1 / 6.0);

    private const double NormalQuartileRange = 1.34;

    /// <summary>Metres; null when all points are at one place or there are fewer than two.</summary>
    public static double? MetresOf(MetrePoints points, DensityKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Count < 2)
            return null;
        var (x, y) = (SpreadOf(points.X.AsSpan()), SpreadOf(points.Y.AsSpan()));
        var metres = Math.Sqrt((x * x + y * y) / 2) * Math.Pow(points.Count, -1 / 6.0);
        return metres <= 0 ? null : kernel == DensityKernel.Quartic ? s_quarticRatio * metres : metres;
    }

    private static double SpreadOf(ReadOnlySpan<double> values)
    {
        var mean = LocalMoments.Mean(values);
        var deviation = Math.Sqrt(LocalMoments.SquaredDeviations(values, mean) / (values.Length - 1));
        Span<double> quartiles = stackalloc double[2];
        OrderStatistics.Quantiles(values.ToArray(), [0.25, 0.75], quartiles);
        var robust = (quartiles[1] - quartiles[0]) / NormalQuartileRange;
        return robust > 0 ? Math.Min(deviation, robust) : deviation;
    }
}
