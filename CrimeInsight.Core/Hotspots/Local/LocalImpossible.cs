namespace CrimeInsight.Core.Hotspots.Local;

/// <summary>These values and weights have no local statistic.</summary>
public sealed record LocalImpossible(LocalObstacle Obstacle) : LocalOutcome;
