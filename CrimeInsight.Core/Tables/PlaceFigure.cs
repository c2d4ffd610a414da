namespace CrimeInsight.Core.Tables;

/// <summary>A jurisdiction by its code.</summary>
public sealed record PlaceFigure(string Code) : FigureValue;
