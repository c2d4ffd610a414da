namespace CrimeInsight.Core.Tables;

/// <summary>Both ends of an interval, in the unit of its column.</summary>
public sealed record IntervalFigure(double Lower, double Upper) : FigureValue;
