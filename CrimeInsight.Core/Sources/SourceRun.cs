namespace CrimeInsight.Core.Sources;

/// <summary>One reading of a source: one file, or none.</summary>
/// <param name="AskedBy">Who asked for it; null: its time had come.</param>
/// <param name="FileName">Null when there was none.</param>
/// <param name="Mark">Of the file as it lay there.</param>
/// <param name="Sha256">Lower-case hexadecimal.</param>
/// <param name="UploadId">Where it is kept and looked at.</param>
/// <param name="BatchId">What it was imported as.</param>
/// <param name="Doubts">Why it waits although it might have been imported.</param>
public sealed record SourceRun(
    Guid Id, Guid SourceId, SourceRunState State, string? AskedBy, DateTimeOffset AskedAt, DateTimeOffset? StartedAt = null, DateTimeOffset? FinishedAt = null,
    string? FileName = null, string? Mark = null, string? Sha256 = null, Guid? UploadId = null, Guid? BatchId = null, SourceCounts? Counts = null,
    SourceTrouble? Trouble = null, IReadOnlyList<SourceDoubt>? Doubts = null)
{
    public bool IsOpen => State is SourceRunState.Waiting or SourceRunState.Running;
}
