using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Runs;

/// <summary>Port: on whose behalf runs compute.</summary>
public interface IRunOwners
{
    /// <summary>Places that active people are bound to: whose results are waited for.</summary>
    Task<IReadOnlyList<int>> WorkedPlacesAsync(CancellationToken cancellationToken);

    /// <summary>Administrators whose places together are all that any administrator sees, none of them twice.</summary>
    Task<IReadOnlyList<Viewer>> ListAsync(CancellationToken cancellationToken);

    /// <summary>An active administrator; null otherwise.</summary>
    Task<Viewer?> FindAsync(Guid person, CancellationToken cancellationToken);
}
