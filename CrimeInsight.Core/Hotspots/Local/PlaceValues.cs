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

    /// <summary>Null when there is something to compute.</summary>
    public static LocalObstacle? ObstacleOf(ReadOnlySpan<double> values, SpatialWeights weights) =>
        values.Length < LocalStatistics.LeastPlaces ? LocalObstacle.TooFewPlaces
        : !values.ContainsAnyExcept(values[0]) ? LocalObstacle.NoVariation
        : weights.LinkCount == 0 ? LocalObstacle.NoNeighbours
        : null;
}
