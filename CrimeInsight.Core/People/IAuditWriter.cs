namespace CrimeInsight.Core.People;

/// <summary>Port: the append-only, hash-chained trail of who did what.</summary>
public interface IAuditWriter
{
    /// <summary>Adds one row. Returns only when it is stored: an action that must be audited does not happen without it.</summary>
    Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken);
}
