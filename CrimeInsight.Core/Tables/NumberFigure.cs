namespace CrimeInsight.Core.Tables;

/// <summary>A number in the unit of its column; percent from 0 to 100, probabilities from 0 to 1.</summary>
public sealed record NumberFigure(double Value) : FigureValue;
