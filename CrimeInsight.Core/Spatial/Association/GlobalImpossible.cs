namespace CrimeInsight.Core.Spatial.Association;

/// <summary>These values and weights have no global statistic.</summary>
public sealed record GlobalImpossible(LocalObstacle Obstacle) : GlobalOutcome;
