using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Lets everybody try.</summary>
internal sealed class FakeAttempts : IAttemptCounter
{
    public Task<TimeSpan?> EnterAsync(IReadOnlyList<AttemptBucket> buckets, CancellationToken cancellationToken) => Task.FromResult<TimeSpan?>(null);

    public Task ForgiveAsync(IReadOnlyList<AttemptBucket> buckets, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task PurgeAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
