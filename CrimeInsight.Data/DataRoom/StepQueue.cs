using CrimeInsight.Core.DataRoom;
using Hangfire;

namespace CrimeInsight.Data.DataRoom;

/// <summary>Steps of uploads go through a queue of their own.</summary>
internal sealed class StepQueue(IBackgroundJobClient queue) : IStepQueue
{
    public const string Name = "uploads";

    public void Enqueue(Guid uploadId, StepKind kind, Guid run, Guid person) =>
        queue.Enqueue<IStepJob>(job => job.RunAsync(uploadId, kind, run, person, CancellationToken.None));
}
