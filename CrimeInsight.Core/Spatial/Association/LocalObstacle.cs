namespace CrimeInsight.Core.Spatial.Association;

/// <summary>Why there is no statistic.</summary>
public enum LocalObstacle
{
    /// <summary>Fewer than four places.</summary>
    TooFewPlaces,

    /// <summary>All values are the same but for rounding; of rates: there is no case, or risk is the same everywhere.</summary>
    NoVariation,

    /// <summary>No place has a neighbour; use a longer distance.</summary>
    NoNeighbours,
}
