using CrimeInsight.Core.People;

namespace CrimeInsight.Core.Import.Batches;

/// <summary>
/// Port: batches, as the person. Administrators see all; their rows and cases only within their jurisdictions. What changes is
/// audited and, like an import, waits until no other change is under way.
/// </summary>
public interface IBatchStore
{
    /// <summary>Batches that ended, the latest first.</summary>
    /// <param name="before">Number of the batch that the page follows; null for the first page.</param>
    Task<IReadOnlyList<BatchSummary>> ListAsync(int limit, int? before, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Null when there is none that the person may see.</summary>
    Task<BatchSummary?> OpenAsync(Guid id, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>Reasons against rows, by row; of a row all or none.</summary>
    /// <param name="after">Row that the page follows; 0 for the first page.</param>
    /// <param name="limit">Rows, each with all its reasons.</param>
    Task<IReadOnlyList<RejectedCell>> RejectsAsync(Guid id, long after, int limit, Viewer viewer, CancellationToken cancellationToken);

    /// <inheritdoc cref="RejectsAsync"/>
    Task<IReadOnlyList<DuplicateRow>> DuplicatesAsync(Guid id, long after, int limit, Viewer viewer, CancellationToken cancellationToken);

    /// <inheritdoc cref="RejectsAsync"/>
    /// <param name="isPending">Only those that are not decided.</param>
    Task<IReadOnlyList<ConflictRow>> ConflictsAsync(Guid id, bool isPending, long after, int limit, Viewer viewer, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a batch back as if it had never been: its cases go, what it changed is again what it was, and all totals with them, in one
    /// transaction. Cancelled, failed or killed at any moment, it leaves all as it was.
    /// </summary>
    /// <exception cref="BatchRefusedException">It cannot be taken back now.</exception>
    /// <exception cref="DatabaseLostException">The database went away.</exception>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator, or not of all of its cases.</exception>
    Task<RollbackReport> RollBackAsync(Guid id, Viewer viewer, IProgress<ImportProgress>? progress, CancellationToken cancellationToken);

    /// <summary>Decides a conflict. Rolling the batch back undoes it.</summary>
    /// <exception cref="BatchRefusedException">It cannot be decided so.</exception>
    /// <exception cref="DatabaseLostException">The database went away.</exception>
    /// <exception cref="UnauthorizedAccessException">The viewer is no administrator, or not of these cases.</exception>
    Task DecideAsync(Guid id, long row, ConflictDecision decision, Viewer viewer, CancellationToken cancellationToken);
}
