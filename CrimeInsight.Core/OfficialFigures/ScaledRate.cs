namespace CrimeInsight.Core.OfficialFigures;

/// <summary>A rate per lakh and year, scaled to all registered cases, with the ends of its 95 % interval.</summary>
public readonly record struct ScaledRate(double Value, double Lower, double Upper);
