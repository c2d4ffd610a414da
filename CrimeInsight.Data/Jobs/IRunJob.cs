using Hangfire;

namespace CrimeInsight.Data.Jobs;

/// <summary>The job that works on a run. Its name and parameters are stored in the queue; never rename.</summary>
public interface IRunJob
{
    /// <summary>Works on a run until it is over or nothing is left to do for this process. Safe to repeat, and in several processes.</summary>
    /// <param name="person">The run's owner.</param>
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [15, 60, 300])]
    Task RunAsync(Guid run, Guid person, CancellationToken cancellationToken);
}
