namespace CrimeInsight.Core.Tables;

/// <summary>A column and where its values come from.</summary>
/// <typeparam name="T">What a row of the table is of.</typeparam>
public sealed record FigureColumn<T>(FigureColumn Column, Func<T, FigureValue> Value);
