namespace CrimeInsight.Core.Hotspots.Emerging;

/// <summary>This cube cannot be classified.</summary>
public sealed record EmergingImpossible(EmergingObstacle Obstacle) : EmergingOutcome;
