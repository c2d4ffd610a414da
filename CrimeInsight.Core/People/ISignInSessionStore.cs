namespace CrimeInsight.Core.People;

/// <summary>Port: sessions of people. A cookie is worth nothing once its session has ended here.</summary>
public interface ISignInSessionStore
{
    /// <summary>Opens a session and records the sign-in on the person.</summary>
    /// <returns>Key of the session.</returns>
    Task<Guid> StartAsync(Guid personId, string device, CancellationToken cancellationToken);

    /// <summary>The active people of those sessions that have not ended, by session, and marks these as used.</summary>
    Task<IReadOnlyDictionary<Guid, Person>> FindPeopleAsync(IReadOnlyCollection<Guid> sessionIds, CancellationToken cancellationToken);

    /// <summary>Sessions in force, the most recently used first.</summary>
    Task<IReadOnlyList<SignInSession>> ListAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Ends one session of a person; false when it was not in force.</summary>
    Task<bool> EndAsync(Guid personId, Guid sessionId, CancellationToken cancellationToken);

    /// <summary>Ends every session of a person but one.</summary>
    /// <param name="exceptSessionId">Session to keep; null ends all.</param>
    /// <returns>How many were in force.</returns>
    Task<int> EndAllAsync(Guid personId, Guid? exceptSessionId, CancellationToken cancellationToken);
}
