namespace CrimeInsight.Core.Tables;

/// <summary>An hour of the day, 0 … 23; −1 when it was not recorded.</summary>
public sealed record HourFigure(int Hour) : FigureValue;
