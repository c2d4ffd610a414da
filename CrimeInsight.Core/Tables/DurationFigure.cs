namespace CrimeInsight.Core.Tables;

/// <summary>A length of time.</summary>
public sealed record DurationFigure(TimeSpan Duration) : FigureValue;
