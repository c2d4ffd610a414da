namespace CrimeInsight.Core.Import;

/// <summary>How far an import is.</summary>
/// <param name="Rows">Rows sent so far.</param>
/// <param name="BytesRead">Of the file.</param>
/// <param name="WaitingFor">Name of the person whose change is under way; empty when not known, null when nothing is waited for.</param>
public readonly record struct ImportProgress(ImportStage Stage, long Rows, long BytesRead, string? WaitingFor = null);
