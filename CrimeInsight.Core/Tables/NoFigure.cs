namespace CrimeInsight.Core.Tables;

/// <summary>There is no value, and why.</summary>
public sealed record NoFigure(NoFigureReason Reason) : FigureValue;
