namespace CrimeInsight.Core.Import.Preparing;

/// <summary>A value that a step changed.</summary>
/// <param name="Column">As the file names it.</param>
/// <param name="Before">Empty: nothing.</param>
/// <param name="After">Empty: nothing.</param>
public sealed record PreparedValue(string Column, string Before, string After, long Rows);
