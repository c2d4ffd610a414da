namespace CrimeInsight.Core.Import.Preparing;

/// <summary>A value of a row that a step changed.</summary>
/// <param name="Row">As a spreadsheet counts.</param>
/// <param name="Column">As the file names it; empty: the row as a whole.</param>
/// <param name="Before">Null: not shown, for it may tell of a protected case. Empty: nothing.</param>
/// <param name="After">As <paramref name="Before"/>.</param>
public sealed record PreparedRow(PreparationStep Step, long Row, string Column, string? Before, string? After);
