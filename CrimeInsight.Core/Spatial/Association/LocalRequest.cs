using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Which local statistic, and how it is tested. Validated on construction.</summary>
public sealed record LocalRequest
{
    /// <summary>Most permutations that can be asked for.</summary>
    public const int MostPermutations = 9_999_999;

    /// <param name="permutations">Conditional permutations, 0 (none: only the normal approximation) … <see cref="MostPermutations"/>; null:
    /// enough that a single place can pass the correction, at least 999 (see <see cref="LocalReport.Permutations"/>).</param>
    /// <param name="level">Expected share of false ones among the places called significant; above 0, below 1.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range; the message names it, its value and the range.</exception>
    public LocalRequest(
        LocalMethod method,
        int? permutations = null,
        int seed = 1,
        double level = 0.05,
        DiscoveryBasis basis = DiscoveryBasis.Permutations,
        LocalVariance variance = LocalVariance.Conditional,
        ValueScale scale = ValueScale.AsGiven)
    {
        Guard.Between(permutations ?? 0, 0, MostPermutations, nameof(permutations));
        Guard.Between(level, 1e-9, 1 - 1e-9);
        (Method, Permutations, Seed, Level) = (method, permutations, seed, level);
        (Basis, Variance, Scale) = (permutations == 0 ? DiscoveryBasis.Normal : basis, variance, scale);
    }

    public LocalMethod Method { get; }

    /// <summary>Null: chosen by the number of places.</summary>
    public int? Permutations { get; }

    public int Seed { get; }

    public double Level { get; }

    /// <summary>The normal approximation when there are no permutations.</summary>
    public DiscoveryBasis Basis { get; }

    /// <summary>Used by Moran only.</summary>
    public LocalVariance Variance { get; }

    /// <summary>All of the report is on this scale.</summary>
    public ValueScale Scale { get; }
}
