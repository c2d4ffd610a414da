namespace CrimeInsight.Core.People;

/// <summary>Port: second factors.</summary>
public interface ISecondFactorStore
{
    /// <summary>Null: the person has none.</summary>
    Task<SecondFactor?> FindAsync(Guid personId, CancellationToken cancellationToken);

    /// <summary>Sets a factor in the place of any other.</summary>
    /// <param name="secret">Encrypted.</param>
    /// <param name="step">Of the code that proved it; it is not taken again.</param>
    /// <param name="recoveryHashes">Of codes on paper.</param>
    Task SetAsync(Guid personId, string secret, long step, IReadOnlyList<byte[]> recoveryHashes, CancellationToken cancellationToken);

    /// <summary>Takes the code of a step, unless it or a later one was taken before.</summary>
    Task<bool> TakeStepAsync(Guid personId, long step, CancellationToken cancellationToken);

    /// <summary>Takes a code on paper, once.</summary>
    Task<bool> TakeRecoveryAsync(Guid personId, byte[] codeHash, CancellationToken cancellationToken);

    /// <summary>Other codes on paper in the place of those there are.</summary>
    Task RenewRecoveryAsync(Guid personId, IReadOnlyList<byte[]> recoveryHashes, CancellationToken cancellationToken);

    Task RemoveAsync(Guid personId, CancellationToken cancellationToken);
}
