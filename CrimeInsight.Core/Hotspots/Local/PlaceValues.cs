using System.Globalization;
using CrimeInsight.Core.Hotspots.Weights;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Hotspots.Local;

/// <summary>Checks of values given with weights.</summary>
internal static class PlaceValues
{
    /// <exception cref="ArgumentException">Not one finite value for each place.</exception>
    public static void Check(ReadOnlySpan<double> values, SpatialWeights weights)
    {
        if (values.Length != weights.Count)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"There are {values.Length} values for {weights.Count} places; give one value for each place of the weights."), nameof(values));
        Guard.AllFinite(values);
    }

    /// <exception cref="ArgumentException">A value below 0 has no logarithm of 1 + value; the message names its position.</exception>
    public static double[] Scaled(ReadOnlySpan<double> values, ValueScale scale)
    {
        var scaled = values.ToArray();
        for (var i = 0; scale == ValueScale.Logarithm && i < scaled.Length; i++)
        {
            scaled[i] = values[i] >= 0
                ? Math.Log(1 + values[i])
                : throw new ArgumentOutOfRangeException(nameof(values), values[i], string.Create(CultureInfo.InvariantCulture, $"values[{i}] is {values[i]}; the logarithmic scale is for counts, 0 or more. Take the values as given."));
        }

        return scaled;
    }

    /// <summary>Null when there is something to compute.</summary>
    public static LocalObstacle? ObstacleOf(ReadOnlySpan<double> values, SpatialWeights weights) =>
        values.Length < LocalStatistics.LeastPlaces ? LocalObstacle.TooFewPlaces
        : !values.ContainsAnyExcept(values[0]) ? LocalObstacle.NoVariation
        : weights.LinkCount == 0 ? LocalObstacle.NoNeighbours
        : null;
}
