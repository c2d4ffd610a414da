namespace CrimeInsight.Core.Tables;

/// <summary>Words of the reader's language.</summary>
public sealed record WordsFigure(TextKey Words) : FigureValue;
