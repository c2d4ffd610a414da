using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>
/// The one transaction that loads a batch: staging, COPY, then the owner's functions of migration 0004. Disposed before
/// <see cref="FinishAsync"/> has returned, or killed, it leaves nothing behind.
/// </summary>
internal sealed class BatchSession : IAsyncDisposable
{
    private const string OpenSql = """
        SELECT crime.open_batch(@id, @kind, @fileName, @isSynthetic)
        """;

    private const string CheckSql = """
        SELECT accepted, duplicates, rejected
        FROM crime.check_batch(@id)
        """;

    private const string CommitSql = """
        SELECT accepted, duplicates, rejected
        FROM crime.commit_batch(@id, @sha256, @detail)
        """;

    private readonly PersonSession _session;
    private readonly BatchInfo _info;
    private NpgsqlRawCopyStream? _copy;

    private BatchSession(PersonSession session, BatchInfo info)
    {
        _session = session;
        _info = info;
    }

    private string StagingTable => $"staging.batch_{_info.Id:N}";

    /// <exception cref="UnauthorizedAccessException">The viewer is not an administrator.</exception>
    public static async Task<BatchSession> OpenAsync(NpgsqlDataSource dataSource, Viewer viewer, BatchInfo info, CancellationToken cancellationToken)
    {
        var batch = new BatchSession(await PersonSession.OpenAsync(dataSource, viewer, timeout: null, cancellationToken), info);
        try
        {
            await using var command = batch.Command(OpenSql);
            command.Parameters.AddWithValue("kind", info.Kind == BatchKind.Demo ? "demo" : "import");
            command.Parameters.AddWithValue("fileName", info.FileName);
            command.Parameters.AddWithValue("isSynthetic", info.IsSynthetic);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return batch;
        }
        catch (Exception problem)
        {
            await batch.DisposeAsync();
            if (IsRefusal(problem))
                throw new UnauthorizedAccessException(((PostgresException)problem).MessageText, problem);
            throw;
        }
    }

    /// <summary>Sends rows that <see cref="IncidentEncoder"/> encoded.</summary>
    public async Task SendIncidentsAsync(ReadOnlyMemory<byte> rows, CancellationToken cancellationToken)
    {
        if (rows.IsEmpty)
            return;
        _copy ??= await BeginCopyAsync($"COPY {StagingTable} ({IncidentEncoder.Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        await _copy.WriteAsync(rows, cancellationToken);
    }

    /// <summary>Sends rejects that <see cref="RejectEncoder"/> encoded. Costs a round trip: send many at once.</summary>
    public async Task SendRejectsAsync(ReadOnlyMemory<byte> rows, CancellationToken cancellationToken)
    {
        if (rows.IsEmpty)
            return;
        await EndCopyAsync(cancellationToken);
        _copy = await BeginCopyAsync($"COPY {StagingTable}_reject ({RejectEncoder.Columns}) FROM STDIN (FORMAT BINARY)", cancellationToken);
        await _copy.WriteAsync(rows, cancellationToken);
        await EndCopyAsync(cancellationToken);
    }

    /// <summary>Makes the batch part of the data; a dry run only says what would become of it.</summary>
    /// <param name="detailJson">Stored with the batch.</param>
    /// <exception cref="UnauthorizedAccessException">Rows lie outside the viewer's jurisdictions.</exception>
    public async Task<BatchResult> FinishAsync(byte[]? fileSha256, string detailJson, CancellationToken cancellationToken)
    {
        await EndCopyAsync(cancellationToken);
        try
        {
            var result = await ResultAsync(fileSha256, detailJson, cancellationToken);
            // From here on stopping would leave the caller in doubt.
            if (!_info.IsDryRun)
                await _session.CommitAsync(CancellationToken.None);
            return result;
        }
        catch (PostgresException problem) when (IsRefusal(problem))
        {
            throw new UnauthorizedAccessException(problem.MessageText, problem);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_copy is not null)
        {
            try
            {
                await _copy.CancelAsync();
            }
            catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException or ObjectDisposedException or OperationCanceledException)
            {
                // The connection is gone, and the transaction with it.
            }
        }

        await _session.DisposeAsync();
    }

    private async Task<BatchResult> ResultAsync(byte[]? fileSha256, string detailJson, CancellationToken cancellationToken)
    {
        await using var command = Command(_info.IsDryRun ? CheckSql : CommitSql);
        command.Parameters.Add(new NpgsqlParameter("sha256", NpgsqlTypes.NpgsqlDbType.Bytea) { Value = (object?)fileSha256 ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("detail", NpgsqlTypes.NpgsqlDbType.Jsonb) { Value = detailJson });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new BatchResult(_info.Id, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    private async Task<NpgsqlRawCopyStream> BeginCopyAsync(string sql, CancellationToken cancellationToken)
    {
        var copy = await _session.Connection.BeginRawBinaryCopyAsync(sql, cancellationToken);
        await copy.WriteAsync(CopyEncoder.Header, cancellationToken);
        return copy;
    }

    private async Task EndCopyAsync(CancellationToken cancellationToken)
    {
        if (_copy is null)
            return;
        await _copy.WriteAsync(CopyEncoder.Trailer, cancellationToken);
        await _copy.DisposeAsync();
        _copy = null;
    }

    // No time limit: a large batch takes as long as it takes, and can be cancelled.
    private NpgsqlCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, _session.Connection, _session.Transaction) { CommandTimeout = 0 };
        command.Parameters.AddWithValue("id", _info.Id);
        return command;
    }

    private static bool IsRefusal(Exception problem) => problem is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege };
}
