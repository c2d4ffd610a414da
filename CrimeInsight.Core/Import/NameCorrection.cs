namespace CrimeInsight.Core.Import;

/// <summary>A misspelt name that could mean only one thing.</summary>
/// <param name="Written">As in the file.</param>
/// <param name="Code">Of the jurisdiction or crime head it was taken for.</param>
public sealed record NameCorrection(string Column, string Written, string Code, long Rows);
