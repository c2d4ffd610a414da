using CrimeInsight.Core.DataRoom;
using CrimeInsight.Core.Import;

namespace CrimeInsight.Data.DataRoom;

/// <summary>A step as it is stored.</summary>
internal sealed record StepRow(
    Guid UploadId, string Kind, Guid Run, string State, string Request, string? Stage, long Rows, long Bytes, DateTime AskedAt, DateTime? StartedAt,
    DateTime? FinishedAt, string? Problem, string? Report)
{
    public static string NameOf(StepKind kind) => kind.ToString().ToLowerInvariant();

    public static string NameOf(StepState state) => state.ToString().ToLowerInvariant();

    public UploadStep ToStep() => new(
        UploadId, Enum.Parse<StepKind>(Kind, ignoreCase: true), Run, Enum.Parse<StepState>(State, ignoreCase: true),
        StepReports.Read<StepRequest>(Request) ?? new StepRequest(), Stage is null ? null : Enum.Parse<ImportStage>(Stage, ignoreCase: true), Rows, Bytes,
        new DateTimeOffset(AskedAt, TimeSpan.Zero), Utc(StartedAt), Utc(FinishedAt), StepReports.Read<StepProblem>(Problem), Report);

    private static DateTimeOffset? Utc(DateTime? at) => at is { } instant ? new DateTimeOffset(instant, TimeSpan.Zero) : null;
}
