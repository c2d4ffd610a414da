namespace CrimeInsight.Core.Forecasting;

/// <summary>A number a method used, chosen by it from the data.</summary>
/// <param name="Name">The literature's symbol or word: alpha, phi, sigma, window …</param>
public sealed record ForecastParameter(string Name, double Value);
