namespace CrimeInsight.Core.Hotspots.Local;

/// <summary>Why there is no statistic.</summary>
public enum LocalObstacle
{
    /// <summary>Fewer than four places.</summary>
    TooFewPlaces,

    /// <summary>All values are the same.</summary>
    NoVariation,

    /// <summary>No place has a neighbour; use a longer distance.</summary>
    NoNeighbours,
}
