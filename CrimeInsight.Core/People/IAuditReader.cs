namespace CrimeInsight.Core.People;

/// <summary>Port: the trail, within the rights of an administrator.</summary>
public interface IAuditReader
{
    /// <summary>Rows, the newest first.</summary>
    /// <exception cref="PersonRefusedException">The person is no administrator.</exception>
    Task<IReadOnlyList<AuditRecord>> ListAsync(Viewer admin, AuditSelection selection, CancellationToken cancellationToken);
}
