namespace CrimeInsight.Core.Tables;

/// <summary>Text that is no language's: a number of a case, a user name.</summary>
public sealed record TextFigure(string Value) : FigureValue;
