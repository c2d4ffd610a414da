using CrimeInsight.Core.Sources;

namespace CrimeInsight.Data.Sources;

/// <summary>The job, as the queue finds it.</summary>
internal sealed class SourceJob(SourceWorker worker, SourceSignal signal) : ISourceJob
{
    public async Task RunAsync(Guid run, Guid source, Guid owner, CancellationToken cancellationToken)
    {
        try
        {
            await worker.RunAsync(new SourceTurn(run, source, owner), cancellationToken);
        }
        finally
        {
            // Another may wait.
            signal.Wake();
        }
    }
}
