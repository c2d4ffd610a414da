using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Sources;

namespace CrimeInsight.Data.Sources;

/// <summary>A run of a source as it is stored.</summary>
internal sealed record SourceRunRow
{
    public Guid Id { get; init; }

    public Guid SourceId { get; init; }

    public string State { get; init; } = "";

    public string? AskedBy { get; init; }

    public DateTime AskedAt { get; init; }

    public DateTime? StartedAt { get; init; }

    public DateTime? FinishedAt { get; init; }

    public string? FileName { get; init; }

    public string? Mark { get; init; }

    public string? Sha256 { get; init; }

    public Guid? UploadId { get; init; }

    public Guid? BatchId { get; init; }

    public string? Counts { get; init; }

    public string? Trouble { get; init; }

    public string[]? Doubts { get; init; }

    public SourceRun ToRun() => new(
        Id, SourceId, SourceRow.Read<SourceRunState>(State), AskedBy, new DateTimeOffset(AskedAt, TimeSpan.Zero), SourceRow.Utc(StartedAt),
        SourceRow.Utc(FinishedAt), FileName, Mark, Sha256, UploadId, BatchId, StepReports.Read<SourceCounts>(Counts),
        StepReports.Read<SourceTrouble>(Trouble), [.. (Doubts ?? []).Select(SourceRow.Read<SourceDoubt>)]);
}
