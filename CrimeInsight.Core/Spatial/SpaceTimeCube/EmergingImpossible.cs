namespace CrimeInsight.Core.Spatial.SpaceTimeCube;

/// <summary>This cube cannot be classified.</summary>
public sealed record EmergingImpossible(EmergingObstacle Obstacle) : EmergingOutcome;
