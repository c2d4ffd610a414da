using CrimeInsight.Core.Runs;
using Hangfire;

namespace CrimeInsight.Data.Jobs;

/// <summary>Wakes processes through the job queue, one a job: each takes one job at a time.</summary>
internal sealed class RunQueue(IBackgroundJobClient queue, JobStorage storage) : IRunQueue
{
    // Where jobs go that name no other queue.
    private const string Name = "default";

    public int Processes => Math.Max(1, storage.GetMonitoringApi().Servers().Count(server => server.Queues.Contains(Name)));

    public void Wake(Guid run, Guid person, int processes)
    {
        for (var i = 0; i < processes; i++)
            queue.Enqueue<IRunJob>(job => job.RunAsync(run, person, CancellationToken.None));
    }
}
