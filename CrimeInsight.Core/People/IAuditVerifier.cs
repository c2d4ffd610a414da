namespace CrimeInsight.Core.People;

/// <summary>
/// Port: verifies the audit trail against seals that lie outside the database. Finds edits, rows hashed anew by the database's owner,
/// and a tail cut off; it cannot resist somebody who holds both the database and the key of the seals.
/// </summary>
public interface IAuditVerifier
{
    /// <summary>How it stood when last looked at.</summary>
    Task<AuditCheck> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Verifies every row and every seal.</summary>
    Task<AuditCheck> VerifyAsync(CancellationToken cancellationToken);
}
