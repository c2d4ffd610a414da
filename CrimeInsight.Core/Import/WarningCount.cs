namespace CrimeInsight.Core.Import;

/// <summary>How many rows a warning is about.</summary>
public sealed record WarningCount(ImportWarning Warning, string Column, long Rows);
