using System.Collections.Immutable;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Records;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>Reads batches and their rows as the person, under row-level security, and has them changed.</summary>
internal sealed class BatchStore(NpgsqlDataSource dataSource, BatchChanger changer) : IBatchStore
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(30);

    private const string BatchesSql = """
        SELECT b.id, b.number, b.file_name, encode(b.file_sha256, 'hex') AS sha256, b.kind = 'demo' AS is_demo, b.is_synthetic,
               p.display_name AS person_name, b.started_at, b.finished_at, b.detail ->> 'mapping' AS mapping, b.detail ->> 'source' AS source,
               b.detail ->> 'preparation' AS preparation, b.detail ->> 'override' AS override,
               b.accepted, b.updated, b.duplicates, b.conflicts, b.rejected, b.equal_rows, b.superseded, b.rolled_back_at,
               CASE WHEN b.rolled_back_at IS NOT NULL THEN c.display_name END AS rolled_back_by,
               (SELECT count(*) FROM crime.batch_conflict k WHERE k.batch_id = b.id AND k.decision IS NULL) AS pending_conflicts
        FROM crime.batch b
        LEFT JOIN crime.person p ON p.id = b.person_id
        LEFT JOIN crime.person c ON c.id = b.changed_by
        WHERE b.finished_at IS NOT NULL
        """;

    private const string ListSql = $"""
        {BatchesSql}
          AND (@before::integer IS NULL OR b.number < @before)
        ORDER BY b.number DESC
        LIMIT @limit
        """;

    private const string OpenSql = $"""
        {BatchesSql}
          AND b.id = @id
        """;

    private const string RejectsSql = """
        SELECT r.row_number AS row, coalesce(r.line_number, r.row_number) AS line, r.column_name AS column, r.value, r.reason, r.suggestion
        FROM crime.batch_reject r
        WHERE r.batch_id = @id
          AND r.row_number IN (
              SELECT DISTINCT n.row_number
              FROM crime.batch_reject n
              WHERE n.batch_id = @id
                AND n.row_number > @after
              ORDER BY n.row_number
              LIMIT @limit)
        ORDER BY r.row_number, r.column_name
        """;

    private const string DuplicatesSql = """
        SELECT d.row_number AS row, d.twin_id, b.file_name, i.source_reference AS case_number
        FROM (
            SELECT n.row_number, n.twin_id
            FROM crime.batch_duplicate n
            WHERE n.batch_id = @id
              AND n.row_number > @after
            ORDER BY n.row_number
            LIMIT @limit) AS d
        LEFT JOIN crime.batch b ON b.number = d.twin_id >> 32
        LEFT JOIN crime.incident i ON i.id = d.twin_id
        ORDER BY d.row_number
        """;

    private const string ConflictsSql = $"""
        SELECT c.row_number AS row, c.twin_id, b.file_name, c.is_update, c.differs, c.decision, {ConflictContentRow.NewColumns}, {ConflictContentRow.OldColumns}
        FROM (
            SELECT n.*
            FROM crime.batch_conflict n
            WHERE n.batch_id = @id
              AND n.row_number > @after
              AND (NOT @isPending OR n.decision IS NULL)
            ORDER BY n.row_number
            LIMIT @limit) AS c
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, c.incident) AS n
        LEFT JOIN crime.batch b ON b.number = c.twin_id >> 32
        LEFT JOIN crime.incident o ON o.id = c.twin_id
        ORDER BY c.row_number
        """;

    public async Task<IReadOnlyList<BatchSummary>> ListAsync(int limit, int? before, Viewer viewer, CancellationToken cancellationToken) =>
        [.. (await ReadAsync<BatchSummaryRow>(ListSql, new { limit, before }, viewer, cancellationToken)).Select(row => row.ToSummary())];

    public async Task<BatchSummary?> OpenAsync(Guid id, Viewer viewer, CancellationToken cancellationToken) =>
        (await ReadAsync<BatchSummaryRow>(OpenSql, new { id }, viewer, cancellationToken)).SingleOrDefault()?.ToSummary();

    public async Task<IReadOnlyList<RejectedCell>> RejectsAsync(Guid id, long after, int limit, Viewer viewer, CancellationToken cancellationToken) =>
        [.. (await ReadAsync<RejectRow>(RejectsSql, new { id, after, limit }, viewer, cancellationToken)).Select(row => row.ToCell())];

    public async Task<IReadOnlyList<DuplicateRow>> DuplicatesAsync(
        Guid id, long after, int limit, Viewer viewer, CancellationToken cancellationToken) =>
        [.. (await ReadAsync<TwinRow>(DuplicatesSql, new { id, after, limit }, viewer, cancellationToken))
            .Select(row => new DuplicateRow(row.Row, BatchRow.Of(row.TwinId, row.FileName), row.CaseNumber))];

    public Task<IReadOnlyList<ConflictRow>> ConflictsAsync(
        Guid id, bool isPending, long after, int limit, Viewer viewer, CancellationToken cancellationToken) =>
        PersonSession.ReadAsync<IReadOnlyList<ConflictRow>>(dataSource, viewer, s_timeout, async session =>
        {
            var rows = await session.Connection.QueryAsync<ConflictHeadRow, ConflictContentRow, ConflictContentRow?, ConflictRow>(
                new CommandDefinition(ConflictsSql, new { id, isPending, after, limit }, session.Transaction, cancellationToken: cancellationToken),
                (head, entering, known) => head.ToConflict(entering, known),
                splitOn: ConflictContentRow.FirstColumn);
            return [.. rows];
        },
        cancellationToken);

    public Task<RollbackReport> RollBackAsync(Guid id, Viewer viewer, IProgress<ImportProgress>? progress, CancellationToken cancellationToken) =>
        changer.RollBackAsync(id, viewer, progress, cancellationToken);

    public Task DecideAsync(Guid id, long row, ConflictDecision decision, Viewer viewer, CancellationToken cancellationToken) =>
        changer.DecideAsync(id, row, decision, viewer, cancellationToken);

    private Task<List<T>> ReadAsync<T>(string sql, object values, Viewer viewer, CancellationToken cancellationToken) =>
        PersonSession.ListAsync<T>(dataSource, viewer, s_timeout, sql, values, cancellationToken);

    private sealed record RejectRow
    {
        public long Row { get; init; }

        public long Line { get; init; }

        public string Column { get; init; } = "";

        public string? Value { get; init; }

        public string Reason { get; init; } = "";

        public string? Suggestion { get; init; }

        public RejectedCell ToCell() => new(Row, Line, Column, Value, Enum.Parse<RejectReason>(Reason), Suggestion);
    }

    private sealed record TwinRow
    {
        public long Row { get; init; }

        public long TwinId { get; init; }

        public string? FileName { get; init; }

        public string? CaseNumber { get; init; }
    }

    private sealed record ConflictHeadRow
    {
        public long Row { get; init; }

        public long TwinId { get; init; }

        public string? FileName { get; init; }

        public bool IsUpdate { get; init; }

        public string[] Differs { get; init; } = [];

        public string? Decision { get; init; }

        public ConflictRow ToConflict(ConflictContentRow entering, ConflictContentRow? known) => new(
            Row,
            BatchRow.Of(TwinId, FileName),
            IsUpdate,
            ImmutableArray.Create(Differs),
            entering.ToContent(),
            known?.ToContent(),
            Decision is null ? null : Enum.Parse<ConflictDecision>(Decision, ignoreCase: true));
    }
}
