namespace CrimeInsight.Core.Tables;

/// <summary>A day.</summary>
public sealed record DayFigure(DateOnly Day) : FigureValue;
