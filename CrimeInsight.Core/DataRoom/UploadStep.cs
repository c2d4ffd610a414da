using CrimeInsight.Core.Import;

namespace CrimeInsight.Core.DataRoom;

/// <summary>A step of an upload, and how far it is.</summary>
/// <param name="Run">Of this asking.</param>
/// <param name="Rows">Read so far.</param>
/// <param name="Bytes">Of the file, read so far.</param>
/// <param name="ReportJson">What it found; null before its end.</param>
public sealed record UploadStep(
    Guid UploadId, StepKind Kind, Guid Run, StepState State, StepRequest Request, ImportStage? Stage, long Rows, long Bytes, DateTimeOffset AskedAt,
    DateTimeOffset? StartedAt = null, DateTimeOffset? FinishedAt = null, StepProblem? Problem = null, string? ReportJson = null)
{
    // Storing takes about as long as reading.
    private const double StoringShare = 1.0;

    public bool IsOpen => State is StepState.Waiting or StepState.Running;

    /// <summary>What is done of it, 0 … 1; null while that cannot be told.</summary>
    /// <param name="length">Bytes of the file.</param>
    public double? Share(long length)
    {
        if (State != StepState.Running || Stage is not { } stage || length <= 0)
            return null;
        var read = Math.Min(1.0, (double)Bytes / length);
        return Kind == StepKind.Understand ? read : stage == ImportStage.Reading ? read / (1 + StoringShare) : null;
    }

    /// <summary>How long it will take; null while that cannot be told.</summary>
    public TimeSpan? Left(long length, DateTimeOffset now) =>
        Share(length) is > 0.02 and var share && StartedAt is { } started ? (now - started) * ((1 - share) / share) : null;
}
