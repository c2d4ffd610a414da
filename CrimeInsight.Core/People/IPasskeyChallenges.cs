namespace CrimeInsight.Core.People;

/// <summary>Port: challenges of passkeys that were answered.</summary>
public interface IPasskeyChallenges
{
    /// <summary>Takes an answer to a challenge, once.</summary>
    /// <param name="life">How long the challenge could be answered at most.</param>
    /// <returns>False when it was answered before.</returns>
    Task<bool> TakeAsync(byte[] challengeHash, TimeSpan life, CancellationToken cancellationToken);
}
