namespace CrimeInsight.Core.Spatial.Association;

/// <summary>These values and weights have no local statistic.</summary>
public sealed record LocalImpossible(LocalObstacle Obstacle) : LocalOutcome;
