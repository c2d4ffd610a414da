namespace CrimeInsight.Core.Tables;

/// <summary>A moment.</summary>
public sealed record InstantFigure(DateTimeOffset Instant) : FigureValue;
