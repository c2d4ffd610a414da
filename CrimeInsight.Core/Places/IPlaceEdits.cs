using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Places;

/// <summary>
/// Port: edits of the tree of places. The database checks each against the administrator's own rights, moves cases, figures and rights with the places and
/// writes it to the trail, in one transaction.
/// </summary>
public interface IPlaceEdits
{
    /// <summary>All edits, undone ones among them, newest first.</summary>
    Task<IReadOnlyList<PlaceEdit>> ListAsync(Viewer admin, CancellationToken cancellationToken);

    /// <summary>What an edit would do; nothing is changed.</summary>
    /// <exception cref="PlaceRefusedException"/>
    Task<PlaceEdit> PreviewAsync(Viewer admin, PlaceRequest request, CancellationToken cancellationToken);

    /// <summary>All edits or none.</summary>
    /// <returns>Their numbers.</returns>
    /// <exception cref="PlaceRefusedException"/>
    Task<IReadOnlyList<long>> ApplyAsync(Viewer admin, IReadOnlyList<PlaceRequest> requests, CancellationToken cancellationToken);

    /// <summary>Makes everything as it was before an edit.</summary>
    /// <exception cref="PlaceRefusedException"/>
    Task UndoAsync(Viewer admin, long editId, CancellationToken cancellationToken);

    /// <summary>Numbers of residents, of one place or of all, by place and year.</summary>
    Task<IReadOnlyList<PlacePopulation>> PopulationsAsync(int? placeId, CancellationToken cancellationToken);
}
