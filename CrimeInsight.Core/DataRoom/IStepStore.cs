using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Port: the steps of uploads, the newest of each kind. Read and written as the person whose upload it is.</summary>
public interface IStepStore
{
    /// <summary>Asks for a step, in the place of an earlier one of its kind.</summary>
    /// <returns>Key of this asking; null when one is under way, or there is no such upload.</returns>
    Task<Guid?> AskAsync(Viewer viewer, Guid uploadId, StepKind kind, StepRequest request, CancellationToken cancellationToken);

    Task<IReadOnlyList<UploadStep>> ListAsync(Viewer viewer, Guid uploadId, CancellationToken cancellationToken);

    /// <summary>Asks a step to end; one that nobody works on has ended.</summary>
    /// <returns>False when it was over.</returns>
    Task<bool> CancelAsync(Viewer viewer, Guid uploadId, StepKind kind, CancellationToken cancellationToken);

    /// <summary>Forgets steps whose findings no longer hold.</summary>
    Task ForgetAsync(Viewer viewer, Guid uploadId, IReadOnlyCollection<StepKind> kinds, CancellationToken cancellationToken);

    /// <summary>Begins a step that was asked for, or that a process which is gone left behind.</summary>
    /// <returns>Null when it is another's, over, or asked for anew.</returns>
    Task<UploadStep?> BeginAsync(Viewer viewer, Guid uploadId, StepKind kind, Guid run, CancellationToken cancellationToken);

    /// <summary>Says how far a step is.</summary>
    Task<StepSign> TellAsync(Viewer viewer, UploadStep step, ImportProgress progress, CancellationToken cancellationToken);

    /// <summary>Ends a step, unless it was asked for anew.</summary>
    Task EndAsync(Viewer viewer, UploadStep step, StepState state, StepProblem? problem, string? reportJson, CancellationToken cancellationToken);

    /// <summary>Gives a step back for another process to begin.</summary>
    Task ReleaseAsync(Viewer viewer, UploadStep step, CancellationToken cancellationToken);

    /// <summary>The counts of a batch that is part of the data; null when there is none.</summary>
    Task<StoredBatch?> FindBatchAsync(Viewer viewer, Guid batchId, CancellationToken cancellationToken);
}
