using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Editions of boundaries as a test sets them.</summary>
internal sealed class FakeBoundaryEditions : IBoundaryEditions
{
    public List<BoundaryEdition> Editions { get; } = [];

    public List<BoundaryLoad> Loads { get; } = [];

    public BoundaryRefusal? Refusal { get; set; }

    public Task<IReadOnlyList<BoundaryEdition>> ListAsync(Viewer admin, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BoundaryEdition>>([.. Editions]);

    public Task<BoundaryEdition> StoreAsync(BoundaryLoad load, Viewer admin, CancellationToken cancellationToken)
    {
        if (Refusal is { } reason)
            throw new BoundaryRefusedException(reason);
        Loads.Add(load);
        Editions.Insert(0, new BoundaryEdition(
            Guid.NewGuid(), load.Level, load.Source, load.FileName, load.Sha256, load.ValidFrom, load.Shapes.Length, admin.UserName,
            DateTimeOffset.UnixEpoch, null, null));
        return Task.FromResult(Editions[0]);
    }

    public Task UndoAsync(Guid id, Viewer admin, CancellationToken cancellationToken)
    {
        if (Refusal is { } reason)
            throw new BoundaryRefusedException(reason);
        var at = Editions.FindIndex(edition => edition.Id == id);
        Editions[at] = Editions[at] with { UndoneAt = DateTimeOffset.UnixEpoch, UndoneBy = admin.UserName };
        return Task.CompletedTask;
    }
}
