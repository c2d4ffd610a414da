using System.Globalization;
using System.Numerics.Tensors;
using CrimeInsight.Core.Spatial.Weights;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Checks of values given with weights.</summary>
internal static class PlaceValues
{
    /// <summary>Largest value, so that fourth powers of deviations stay numbers.</summary>
    public const double MostValue = 1e70;

    // What differs by less than sums of decimal fractions do in a computer is the same.
    private const double RoundingShare = 1e-12;

    /// <exception cref="ArgumentException">Not one finite value of at most <see cref="MostValue"/> for each place.</exception>
    public static void Check(ReadOnlySpan<double> values, SpatialWeights weights)
    {
        if (values.Length != weights.Count)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture,
                    $"There are {values.Length} values for {weights.Count} places; give one value for each place of the weights."), nameof(values));
        for (var i = 0; i < values.Length; i++)
            Guard.Between(values[i], -MostValue, MostValue, string.Create(CultureInfo.InvariantCulture, $"values[{i}]"));
    }

    /// <exception cref="ArgumentException">A value below 0 has no logarithm of 1 + value; the message names its position.</exception>
    public static double[] Scaled(ReadOnlySpan<double> values, ValueScale scale)
    {
        var scaled = values.ToArray();
        for (var i = 0; scale == ValueScale.Logarithm && i < scaled.Length; i++)
        {
            scaled[i] = values[i] >= 0
                ? Math.Log(1 + values[i])
                : throw new ArgumentOutOfRangeException(nameof(values), values[i],
                    string.Create(CultureInfo.InvariantCulture,
                        $"values[{i}] is {values[i]}; the logarithmic scale is for counts, 0 or more. Take the values as given."));
        }

        return scaled;
    }

    /// <summary>Null when there is something to compute.</summary>
    public static LocalObstacle? ObstacleOf(ReadOnlySpan<double> values, SpatialWeights weights) =>
        values.Length < LocalStatistics.LeastPlaces ? LocalObstacle.TooFewPlaces
        : IsConstant(values) ? LocalObstacle.NoVariation
        : weights.LinkCount == 0 ? LocalObstacle.NoNeighbours
        : null;

    /// <summary>All values are the same but for rounding.</summary>
    public static bool IsConstant(ReadOnlySpan<double> values)
    {
        var (low, high) = (TensorPrimitives.Min(values), TensorPrimitives.Max(values));
        return high - low <= Math.Max(RoundingShare * Math.Max(Math.Abs(low), Math.Abs(high)), 1 / MostValue);
    }
}
