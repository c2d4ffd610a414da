using CrimeInsight.Core.People;

namespace CrimeInsight.Core.DataRoom;

/// <summary>Port: saved mappings, for all administrators.</summary>
public interface IMappingStore
{
    /// <summary>The newest version of each name, by name.</summary>
    Task<IReadOnlyList<SavedMapping>> ListAsync(Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Saves a version.</summary>
    Task<SavedMapping> SaveAsync(Viewer viewer, string name, string fingerprint, string json, CancellationToken cancellationToken);
}
