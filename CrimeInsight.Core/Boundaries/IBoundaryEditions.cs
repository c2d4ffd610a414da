using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Port: boundaries that administrators have loaded. Each is kept and taken back as a whole.</summary>
public interface IBoundaryEditions
{
    /// <summary>All of them, those taken back among them, newest first.</summary>
    Task<IReadOnlyList<BoundaryEdition>> ListAsync(Viewer admin, CancellationToken cancellationToken);

    /// <exception cref="BoundaryRefusedException"/>
    Task<BoundaryEdition> StoreAsync(BoundaryLoad load, Viewer admin, CancellationToken cancellationToken);

    /// <summary>What was drawn before it is drawn again.</summary>
    /// <exception cref="BoundaryRefusedException"/>
    Task UndoAsync(Guid id, Viewer admin, CancellationToken cancellationToken);
}
