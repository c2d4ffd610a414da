using CrimeInsight.Core.DataRoom;
using Hangfire;

namespace CrimeInsight.Data.DataRoom;

/// <summary>The job that works on a step of an upload. Its name and parameters are stored in the queue; never rename.</summary>
public interface IStepJob
{
    /// <summary>Works on a step to its end. A failure is told with the step and left to its person: nothing is tried again by itself.</summary>
    [Queue(StepQueue.Name)]
    [AutomaticRetry(Attempts = 0)]
    Task RunAsync(Guid uploadId, StepKind kind, Guid run, Guid person, CancellationToken cancellationToken);
}
