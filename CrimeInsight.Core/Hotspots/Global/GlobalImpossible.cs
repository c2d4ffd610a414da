using CrimeInsight.Core.Hotspots.Local;

namespace CrimeInsight.Core.Hotspots.Global;

/// <summary>These values and weights have no global statistic.</summary>
public sealed record GlobalImpossible(LocalObstacle Obstacle) : GlobalOutcome;
