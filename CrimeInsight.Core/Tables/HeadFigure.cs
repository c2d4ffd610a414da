namespace CrimeInsight.Core.Tables;

/// <summary>A crime head by its code.</summary>
public sealed record HeadFigure(string Code) : FigureValue;
