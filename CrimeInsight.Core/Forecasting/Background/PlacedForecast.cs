namespace CrimeInsight.Core.Forecasting.Background;

/// <summary>A forecast as it is stored: of what was said at earlier moments only one step ahead.</summary>
/// <param name="Ordinal">Of the place.</param>
public sealed record PlacedForecast(int Ordinal, ForecastReport Report);
