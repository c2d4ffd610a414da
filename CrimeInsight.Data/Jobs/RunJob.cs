using CrimeInsight.Core.Runs;

namespace CrimeInsight.Data.Jobs;

/// <summary>The job, as the queue finds it.</summary>
internal sealed class RunJob(RunWorker worker) : IRunJob
{
    public Task RunAsync(Guid run, Guid person, CancellationToken cancellationToken) => worker.RunAsync(run, person, cancellationToken);
}
