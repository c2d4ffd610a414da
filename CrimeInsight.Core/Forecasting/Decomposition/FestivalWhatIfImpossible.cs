namespace CrimeInsight.Core.Forecasting.Decomposition;

/// <summary>Nothing can be said about moving a festival.</summary>
public sealed record FestivalWhatIfImpossible(FestivalWhatIfObstacle Obstacle) : FestivalWhatIfOutcome;
