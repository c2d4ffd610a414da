namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>The series cannot be taken apart.</summary>
/// <param name="NeededLength">Observations needed: two years.</param>
/// <param name="AvailableLength">Observations given.</param>
public sealed record DecompositionImpossible(DecompositionObstacle Obstacle, int NeededLength, int AvailableLength) : DecompositionOutcome;
