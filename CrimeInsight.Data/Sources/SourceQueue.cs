using CrimeInsight.Core.Sources;
using Hangfire;

namespace CrimeInsight.Data.Sources;

/// <summary>Runs of sources go through the queue of uploads.</summary>
internal sealed class SourceQueue(IBackgroundJobClient queue) : ISourceQueue
{
    public void Enqueue(SourceTurn turn) =>
        queue.Enqueue<ISourceJob>(job => job.RunAsync(turn.Run, turn.Source, turn.Owner, CancellationToken.None));
}
