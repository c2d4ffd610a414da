using System.Runtime.CompilerServices;
using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Audit;

/// <summary>Reads the trail, and keeps how it stands.</summary>
internal sealed class AuditStore(NpgsqlDataSource dataSource)
{
    private const string RowsSql = $"""
        SELECT {AuditRow.Columns}
        FROM crime.audit
        WHERE id >= @from
        ORDER BY id
        """;

    private const string CheckSql = """
        SELECT sealed_id, sealed_at, sealed_by, verified_at, coalesce(verified_rows, 0) AS rows, coalesce(verified_seals, 0) AS seals, fault, fault_from, fault_until
        FROM crime.audit_check
        """;

    private const string SealedSql = """
        UPDATE crime.audit_check
        SET sealed_id = @Id, sealed_at = @At, sealed_by = @key
        """;

    private const string VerifiedSql = """
        UPDATE crime.audit_check
        SET verified_at = @at, verified_rows = @rows, verified_seals = @seals, fault = @fault, fault_from = @from, fault_until = @until
        """;

    private const string FaultSql = """
        UPDATE crime.audit_check
        SET fault = @fault, fault_from = @from, fault_until = @until
        """;

    /// <summary>Rows from a number on, in one statement: one state of the trail, read as it is asked for.</summary>
    public async IAsyncEnumerable<AuditRow> ReadAsync(long from, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(RowsSql, new { from }, commandTimeout: 0, cancellationToken: cancellationToken));
        var parse = reader.GetRowParser<AuditRow>();
        while (await reader.ReadAsync(cancellationToken))
            yield return parse(reader);
    }

    /// <summary>How it stands, and the fingerprint of the key that sealed last.</summary>
    public async Task<(AuditCheck Check, string? SealedBy)> ReadCheckAsync(CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var row = await connection.QuerySingleAsync<CheckRow>(new CommandDefinition(CheckSql, cancellationToken: cancellationToken));
        var finding = row.Fault is { } fault ? new AuditFinding((AuditFault)fault, row.FaultFrom ?? 0, row.FaultUntil ?? 0) : null;
        return (new AuditCheck(row.SealedId, Instant(row.SealedAt), Instant(row.VerifiedAt), row.Rows, row.Seals, finding), row.SealedBy);
    }

    public Task NoteSealAsync(AuditSeal seal, string key, CancellationToken cancellationToken) =>
        ExecuteAsync(SealedSql, new { seal.Id, seal.At, key }, cancellationToken);

    public Task NoteVerifiedAsync(DateTimeOffset at, long rows, long seals, AuditFinding? finding, CancellationToken cancellationToken) =>
        ExecuteAsync(VerifiedSql, new { at, rows, seals, fault = (short?)finding?.Fault, from = finding?.From, until = finding?.Until }, cancellationToken);

    public Task NoteFaultAsync(AuditFinding finding, CancellationToken cancellationToken) =>
        ExecuteAsync(FaultSql, new { fault = (short)finding.Fault, from = finding.From, until = finding.Until }, cancellationToken);

    private async Task ExecuteAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));
    }

    private static DateTimeOffset? Instant(DateTime? utc) => utc is { } at ? new DateTimeOffset(at, TimeSpan.Zero) : null;

    private sealed record CheckRow
    {
        public long? SealedId { get; init; }

        public DateTime? SealedAt { get; init; }

        public string? SealedBy { get; init; }

        public DateTime? VerifiedAt { get; init; }

        public long Rows { get; init; }

        public long Seals { get; init; }

        public short? Fault { get; init; }

        public long? FaultFrom { get; init; }

        public long? FaultUntil { get; init; }
    }
}
