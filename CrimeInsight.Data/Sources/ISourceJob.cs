using CrimeInsight.Data.DataRoom;
using Hangfire;

namespace CrimeInsight.Data.Sources;

/// <summary>The job that works on a run of a source. Its name and parameters are stored in the queue; never rename.</summary>
public interface ISourceJob
{
    /// <summary>Works on a run to its end; a failure is told with the run.</summary>
    [Queue(StepQueue.Name)]
    [AutomaticRetry(Attempts = 0)]
    Task RunAsync(Guid run, Guid source, Guid owner, CancellationToken cancellationToken);
}
