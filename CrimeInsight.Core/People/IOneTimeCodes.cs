namespace CrimeInsight.Core.People;

/// <summary>Port: one-time codes, by their hashes.</summary>
public interface IOneTimeCodes
{
    /// <summary>Whether a code of a person would open now.</summary>
    Task<bool> FitsAsync(Guid personId, byte[] codeHash, CancellationToken cancellationToken);

    /// <summary>Sets a password by a code, which is then gone, and ends all sessions.</summary>
    /// <returns>False when the code does not fit any more.</returns>
    Task<bool> RedeemAsync(Guid personId, byte[] codeHash, string passwordHash, CancellationToken cancellationToken);
}
