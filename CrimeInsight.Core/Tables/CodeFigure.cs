namespace CrimeInsight.Core.Tables;

/// <summary>Something of a closed list by its code; without a word the code is shown.</summary>
public sealed record CodeFigure(string Code, TextKey? Word) : FigureValue;
