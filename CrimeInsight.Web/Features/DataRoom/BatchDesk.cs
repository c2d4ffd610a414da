using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;

namespace CrimeInsight.Web.Features.DataRoom;

/// <summary>What pages of batches ask for, as the person who is signed in.</summary>
public sealed class BatchDesk(IViewerAccessor viewers, IBatchStore batches, IReferenceDataReader references)
{
    public async Task<IReadOnlyList<BatchSummary>> ListAsync(int limit, int? before, CancellationToken cancellationToken) =>
        await batches.ListAsync(limit, before, await ViewerAsync(cancellationToken), cancellationToken);

    public async Task<BatchSummary?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await batches.OpenAsync(id, await ViewerAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<RejectedCell>> RejectsAsync(Guid id, int limit, CancellationToken cancellationToken) =>
        await batches.RejectsAsync(id, 0, limit, await ViewerAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<DuplicateRow>> DuplicatesAsync(Guid id, int limit, CancellationToken cancellationToken) =>
        await batches.DuplicatesAsync(id, 0, limit, await ViewerAsync(cancellationToken), cancellationToken);

    public async Task<IReadOnlyList<ConflictRow>> ConflictsAsync(Guid id, bool isPending, int limit, CancellationToken cancellationToken) =>
        await batches.ConflictsAsync(id, isPending, 0, limit, await ViewerAsync(cancellationToken), cancellationToken);

    /// <summary>Goes on when the page is left: it is one piece, and takes seconds.</summary>
    public async Task<RollbackReport> RollBackAsync(Guid id) =>
        await batches.RollBackAsync(id, await ViewerAsync(CancellationToken.None), null, CancellationToken.None);

    public async Task DecideAsync(Guid id, long row, ConflictDecision decision) =>
        await batches.DecideAsync(id, row, decision, await ViewerAsync(CancellationToken.None), CancellationToken.None);

    public ValueTask<ReferenceData> ReferenceAsync(CancellationToken cancellationToken) => references.GetAsync(cancellationToken);

    private async ValueTask<Viewer> ViewerAsync(CancellationToken cancellationToken) =>
        await viewers.GetAsync(cancellationToken) ?? throw new UnauthorizedAccessException("Nobody is signed in.");
}
