using CrimeInsight.Core.DataRoom;

namespace CrimeInsight.Data.DataRoom;

/// <summary>The job, as the queue finds it.</summary>
internal sealed class StepJob(StepWorker worker) : IStepJob
{
    public Task RunAsync(Guid uploadId, StepKind kind, Guid run, Guid person, CancellationToken cancellationToken) =>
        worker.RunAsync(uploadId, kind, run, person, cancellationToken);
}
