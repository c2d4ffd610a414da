namespace CrimeInsight.Core.Tables;

/// <summary>Something whose names by language are data, English among them, by its code.</summary>
public sealed record NamedFigure(string Code, IReadOnlyDictionary<string, string> Names) : FigureValue;
