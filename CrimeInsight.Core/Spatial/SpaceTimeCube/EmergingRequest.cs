using CrimeInsight.Core.Spatial.Association;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>How a space-time cube is classified. Validated on construction.</summary>
public sealed record EmergingRequest
{
    /// <summary>Fewest steps: with fewer, "nearly always" and trends mean nothing.</summary>
    public const int LeastSteps = 10;

    /// <summary>Most earlier steps in a neighbourhood.</summary>
    public const int MostEarlierSteps = 12;

    /// <param name="earlierSteps">How many steps before its own belong to a bin's neighbourhood, 0 … <see cref="MostEarlierSteps"/>.</param>
    /// <param name="level">Expected share of false ones among the bins called hot or cold; above 0, below 1.</param>
    /// <param name="trendLevel">Two-sided level of the trend test; above 0, below 1.</param>
    /// <param name="permutations">Conditional permutations per bin, 999 … 999,999.</param>
    /// <exception cref="ArgumentException">A parameter is outside its range; the message names it, its value and the range.</exception>
    public EmergingRequest(
        int earlierSteps = 1, double level = 0.05, double trendLevel = 0.05, int permutations = 9_999, int seed = 1, ValueScale scale = ValueScale.AsGiven)
    {
        Guard.Between(earlierSteps, 0, MostEarlierSteps);
        Guard.Between(level, 1e-9, 1 - 1e-9);
        Guard.Between(trendLevel, 1e-9, 1 - 1e-9);
        Guard.Between(permutations, 999, 999_999);
        (EarlierSteps, Level, TrendLevel, Permutations, Seed, Scale) = (earlierSteps, level, trendLevel, permutations, seed, scale);
    }

    public int EarlierSteps { get; }

    public double Level { get; }

    public double TrendLevel { get; }

    public int Permutations { get; }

    public int Seed { get; }

    /// <summary>Gi* is on this scale.</summary>
    public ValueScale Scale { get; }
}
