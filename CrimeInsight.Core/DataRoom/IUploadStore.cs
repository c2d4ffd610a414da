using CrimeInsight.Core.People;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Port: what the database knows of uploads. A person's are theirs alone; of another's nothing is found.</summary>
public interface IUploadStore
{
    /// <exception cref="UnauthorizedAccessException">The viewer is not an administrator.</exception>
    Task<Upload> AddAsync(Viewer viewer, Guid id, string fileName, long length, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    Task<Upload?> FindAsync(Viewer viewer, Guid id, CancellationToken cancellationToken);

    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<Upload>> ListAsync(Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Notes how many bytes there are; with the last one the upload is complete.</summary>
    Task AdvanceAsync(Viewer viewer, Guid id, long received, DateTimeOffset expiresAt, CancellationToken cancellationToken);

    Task SetHashAsync(Viewer viewer, Guid id, string sha256, CancellationToken cancellationToken);

    Task SetMappingAsync(Viewer viewer, Guid id, string? mappingJson, CancellationToken cancellationToken);

    Task SetImportedAsync(Viewer viewer, Guid id, CancellationToken cancellationToken);

    /// <returns>False when there is none.</returns>
    Task<bool> RemoveAsync(Viewer viewer, Guid id, CancellationToken cancellationToken);

    /// <summary>Forgets uploads whose time is over, whosever they are, and returns them.</summary>
    Task<IReadOnlyList<Guid>> PurgeAsync(CancellationToken cancellationToken);

    /// <summary>Which of these are known, whosever they are.</summary>
    Task<IReadOnlyList<Guid>> KnownAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
