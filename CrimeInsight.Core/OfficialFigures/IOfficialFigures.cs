using CrimeInsight.Core.People;

namespace CrimeInsight.Core.OfficialFigures;

/// <summary>Port: official figures, which are published and nobody's secret, and the editions they come from.</summary>
public interface IOfficialFigures
{
    /// <summary>Figures of places and of those one level below them.</summary>
    /// <param name="from">First year.</param>
    /// <param name="until">Last year.</param>
    Task<IReadOnlyList<OfficialFigure>> ReadAsync(IReadOnlyCollection<int> placeIds, int from, int until, CancellationToken cancellationToken);

    /// <summary>Newest first, those taken back among them.</summary>
    Task<IReadOnlyList<OfficialEdition>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Keeps an edition in one transaction; one of the same name gives way to it.</summary>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator.</exception>
    Task<OfficialEdition> StoreAsync(OfficialLoad load, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Takes an edition back: what it replaced holds again.</summary>
    /// <returns>False when there is no such edition that holds.</returns>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator.</exception>
    Task<bool> UndoAsync(Guid id, Viewer viewer, CancellationToken cancellationToken);
}
