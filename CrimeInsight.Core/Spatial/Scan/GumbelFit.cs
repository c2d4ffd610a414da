namespace CrimeInsight.Core.Spatial.Scan;

/// <summary>
/// Gumbel distribution of the replicas' maxima, fitted by moments: scale = √6·s/π, location = mean − γ·scale. Gives small
/// p-values that ranks cannot tell apart. Reference: Abrams, Kleinman and Kulldorff (2010), doi:10.1186/1476-072X-9-61.
/// </summary>
internal readonly record struct GumbelFit(double Location, double Scale)
{
    private const double EulerGamma = 0.57721566490153286;

    /// <summary>Null when the maxima do not vary.</summary>
    public static GumbelFit? Of(ReadOnlySpan<double> maxima)
    {
        double mean = 0, squares = 0;
        foreach (var value in maxima)
            mean += value / maxima.Length;
        foreach (var value in maxima)
            squares += (value - mean) * (value - mean);
        var scale = Math.Sqrt(6 * squares / (maxima.Length - 1)) / Math.PI;
        return scale > 1e-12 * Math.Max(1, mean) ? new GumbelFit(mean - EulerGamma * scale, scale) : null;
    }

    /// <summary>P(maximum ≥ value).</summary>
    public double UpperTail(double value)
    {
        // 1 − exp(−y), by its series where the difference would lose digits.
        var y = Math.Exp(-(value - Location) / Scale);
        return y < 1e-5 ? y * (1 - y / 2) : 1 - Math.Exp(-y);
    }
}
