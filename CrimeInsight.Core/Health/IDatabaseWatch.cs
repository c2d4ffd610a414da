namespace CrimeInsight.Core.Health;

/// <summary>Watches, once for the whole process, whether the database answers.</summary>
public interface IDatabaseWatch
{
    /// <summary>Raised on a worker thread after <see cref="Current"/> changed.</summary>
    event Action? Changed;

    /// <summary>Raised on a worker thread after rights or sessions of a person changed, here or in another process.</summary>
    event Action<Guid>? PersonChanged;

    /// <summary>What was last seen.</summary>
    DatabaseState Current { get; }

    /// <summary>True when a failure means that the database could not be asked: nothing is then known about what was asked.</summary>
    bool CouldNotAsk(Exception failure);

    /// <summary>Asks the database, with little patience; an answer of the last second counts.</summary>
    Task<bool> AnswersAsync(CancellationToken cancellationToken);
}
