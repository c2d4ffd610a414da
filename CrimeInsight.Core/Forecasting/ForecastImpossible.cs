namespace CrimeInsight.Core.Forecasting;

/// <summary>No forecast can be made of this series.</summary>
/// <param name="NeededLength">Observations needed (24 for months).</param>
/// <param name="AvailableLength">Observations given.</param>
public sealed record ForecastImpossible(ForecastObstacle Obstacle, int NeededLength, int AvailableLength) : ForecastOutcome;
