namespace CrimeInsight.Core.People;

/// <summary>Port: counts attempts for all instances of the site.</summary>
public interface IAttemptCounter
{
    /// <summary>Counts an attempt in every bucket, before it is known how it ends, unless one of them must wait.</summary>
    /// <returns>How long to wait; null when the attempt may go on.</returns>
    Task<TimeSpan?> EnterAsync(IReadOnlyList<AttemptBucket> buckets, CancellationToken cancellationToken);

    /// <summary>Takes back an attempt that ended well: where it counts for one person, all of them; else this one.</summary>
    Task ForgiveAsync(IReadOnlyList<AttemptBucket> buckets, CancellationToken cancellationToken);

    /// <summary>Deletes what no rule looks at any more.</summary>
    Task PurgeAsync(CancellationToken cancellationToken);
}
