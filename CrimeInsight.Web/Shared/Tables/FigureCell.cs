using CrimeInsight.Core.Tables;

namespace CrimeInsight.Web.Shared.Tables;

/// <summary>A cell of a table on screen, for a feature that puts more into it than its text.</summary>
/// <param name="Text">The value in the reader's language.</param>
public readonly record struct FigureCell(FigureRow Row, FigureColumn Column, string Text);
