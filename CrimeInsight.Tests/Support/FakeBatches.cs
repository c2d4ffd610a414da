using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.People;

namespace CrimeInsight.Tests.Support;

/// <summary>Batches that a test gives; rolling back and deciding change them as the database would.</summary>
internal sealed class FakeBatches : IBatchStore
{
    public List<BatchSummary> Batches { get; } = [];

    public List<ConflictRow> Conflicts { get; } = [];

    public List<RejectedCell> Rejects { get; } = [];

    public List<DuplicateRow> Duplicates { get; } = [];

    public List<(long Row, ConflictDecision Decision)> Decided { get; } = [];

    /// <summary>Thrown by changes, when set.</summary>
    public Exception? Refusal { get; set; }

    public static BatchSummary NewBatch(long accepted = 1_000, long conflicts = 0) => new()
    {
        Id = Guid.Parse("01900000-0000-7000-8000-000000000002"),
        Number = 7,
        FileName = "march.csv",
        Sha256 = new string('c', 64),
        IsDemo = false,
        IsSynthetic = false,
        PersonName = "Asha",
        StartedAt = FakeDataRoom.Now,
        FinishedAt = FakeDataRoom.Now,
        Source = "records",
        Accepted = accepted,
        Updated = 20,
        Duplicates = 3,
        Conflicts = conflicts,
        PendingConflicts = conflicts,
        Rejected = 4,
        EqualRows = 0,
        Superseded = 0,
    };

    public Task<IReadOnlyList<BatchSummary>> ListAsync(int limit, int? before, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<BatchSummary>>([.. Batches.Where(batch => before is null || batch.Number < before).Take(limit)]);

    public Task<BatchSummary?> OpenAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult(Batches.FirstOrDefault(batch => batch.Id == id));

    public Task<IReadOnlyList<RejectedCell>> RejectsAsync(Guid id, long after, int limit, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RejectedCell>>(Rejects);

    public Task<IReadOnlyList<DuplicateRow>> DuplicatesAsync(Guid id, long after, int limit, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<DuplicateRow>>(Duplicates);

    public Task<IReadOnlyList<ConflictRow>> ConflictsAsync(
        Guid id, bool isPending, long after, int limit, Viewer viewer, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ConflictRow>>(Conflicts);

    public Task<RollbackReport> RollBackAsync(Guid id, Viewer viewer, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
            return Task.FromException<RollbackReport>(Refusal);
        Batches[0] = Batches[0] with { RolledBackAt = FakeDataRoom.Now, RolledBackBy = "Asha" };
        return Task.FromResult(new RollbackReport(Batches[0].Accepted, Batches[0].Updated, 0, 1));
    }

    public Task DecideAsync(Guid id, long row, ConflictDecision decision, Viewer viewer, CancellationToken cancellationToken)
    {
        if (Refusal is not null)
            return Task.FromException(Refusal);
        Decided.Add((row, decision));
        Conflicts.RemoveAll(conflict => conflict.Row == row);
        Batches[0] = Batches[0] with { PendingConflicts = Conflicts.Count };
        return Task.CompletedTask;
    }
}
