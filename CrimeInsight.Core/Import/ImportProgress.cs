namespace CrimeInsight.Core.Import;

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows sent so far.</param>
/// <param name="BytesRead">Of the file.</param>
public readonly record struct ImportProgress(ImportStage Stage, long Rows, long BytesRead);
