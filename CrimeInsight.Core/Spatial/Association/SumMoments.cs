using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Mean, variance and skewness of values, or of the sum of some of them drawn without replacement.</summary>
internal readonly record struct SumMoments(int Count, double Mean, double Variance, double Skewness)
{
    /// <summary>Of the values themselves, divisor n.</summary>
    public static SumMoments Of(ReadOnlySpan<double> values)
    {
        var mean = LocalMoments.Mean(values);
        var variance = LocalMoments.SquaredDeviations(values, mean) / values.Length;
        var third = 0.0;
        foreach (var value in values)
            third += (value - mean) * (value - mean) * (value - mean);
        return new SumMoments(values.Length, mean, variance, variance > 0 ? third / values.Length / Math.Pow(variance, 1.5) : 0);
    }

    /// <summary>
    /// Of the sum of k of n: variance k·σ²(n − k)/(n − 1), skewness γ(n − 2k)/(n − 2)·√((n − 1)/(k(n − k))). Exact; Isserlis (1931),
    /// doi:10.1098/rspa.1931.0120.
    /// </summary>
    public SumMoments ForSumOf(int drawn)
    {
        double n = Count;
        var variance = drawn * Variance * (n - drawn) / (n - 1);
        var skewness = drawn < n ? Skewness * (n - 2 * drawn) / (n - 2) * Math.Sqrt((n - 1) / (drawn * (n - drawn))) : 0;
        return new SumMoments(Count, drawn * Mean, variance, skewness);
    }

    /// <summary>ln of the chance of a sum at least as high, or as low, by the Pearson type III law with these moments; −∞ beyond its end.</summary>
    public double LogTail(double sum, bool isUpper)
    {
        var z = (sum - Mean) / Math.Sqrt(Variance);
        return isUpper ? PearsonThree.LogUpperTail(z, Skewness) : PearsonThree.LogUpperTail(-z, -Skewness);
    }
}
