namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>Why a cube cannot be classified.</summary>
public enum EmergingObstacle
{
    /// <summary>Fewer than <see cref="EmergingRequest.LeastSteps"/> steps; use a longer period.</summary>
    TooFewSteps,

    /// <summary>Fewer than four places.</summary>
    TooFewPlaces,

    /// <summary>All values are the same.</summary>
    NoVariation,
}
