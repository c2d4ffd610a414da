namespace CrimeInsight.Core.Tables;

/// <summary>What holds for all rows of a table: files say it in each, so that one that has lost its page still says what it is.</summary>
public sealed record FigureFact(FigureColumn Column, FigureValue Value);
