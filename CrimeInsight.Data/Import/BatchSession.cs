using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>
/// The one transaction that loads a batch: staging, COPY, then the owner's functions of migrations 0004, 0035, 0036 and 0049. Disposed before
/// <see cref="CommitAsync"/> has returned, or killed, it leaves nothing behind.
/// </summary>
internal sealed partial class BatchSession : IAsyncDisposable
{
    private const string OpenSql = """
        SELECT crime.open_batch(@id, @kind, @fileName, @isSynthetic, @endsDemo)
        """;

    private const string PlacesSql = """
        SELECT id, parent_id, level, ordinal
        FROM crime.jurisdiction
        ORDER BY ordinal
        """;

    private const string OpenPartitionSql = """
        SELECT crime.open_partition(@id, @suffix)
        """;

    private const string CheckSql = """
        SELECT accepted, updated, duplicates, conflicts, rejected, equal_rows
        FROM crime.check_batch(@id, @keysDiffer, @keepsEqual, @updates)
        """;

    private const string IndexSql = """
        SELECT crime.index_batch(@id)
        """;

    private const string CommitSql = """
        SELECT accepted, updated, duplicates, conflicts, rejected, equal_rows
        FROM crime.commit_batch(@id, @sha256, @detail, @isSummed)
        """;

    private readonly PersonSession _session;
    private readonly BatchInfo _info;
    private readonly HashSet<string> _partitions = [];
    private NpgsqlRawCopyStream? _copy;
    private BatchTable _copying;
    private BatchResult _judged;

    private BatchSession(PersonSession session, BatchInfo info)
    {
        _session = session;
        _info = info;
        _judged = new BatchResult(info.Id, 0, 0, 0, 0, 0, 0);
    }

    /// <summary>The upper half of the ids of its incidents.</summary>
    public int Number { get; private set; }

    /// <summary>Opens a batch when no other change is under way; waits for it until then.</summary>
    /// <exception cref="UnauthorizedAccessException">The viewer is not an administrator.</exception>
    /// <exception cref="ImportRefusedException">Real and synthetic cases would mix.</exception>
    public static async Task<BatchSession> OpenAsync(
        NpgsqlDataSource dataSource, Viewer viewer, BatchInfo info, IProgress<LoadProgress>? progress, CancellationToken cancellationToken)
    {
        var batch = new BatchSession(await PersonSession.OpenAsync(dataSource, viewer, timeout: null, cancellationToken), info);
        try
        {
            await batch.TakeTurnAsync(progress, cancellationToken);
            await using var command = batch.Command(OpenSql);
            command.Parameters.AddWithValue("kind", info.Kind == BatchKind.Demo ? "demo" : "import");
            command.Parameters.AddWithValue("fileName", info.FileName);
            command.Parameters.AddWithValue("isSynthetic", info.IsSynthetic);
            command.Parameters.AddWithValue("endsDemo", info.EndsDemo);
            batch.Number = (int)(await command.ExecuteScalarAsync(cancellationToken))!;
            return batch;
        }
        catch (Exception problem)
        {
            await batch.DisposeAsync();
            if (Refusal(problem) is { } refusal)
                throw refusal;
            throw;
        }
    }

    /// <summary>The jurisdictions that the batch will be judged by.</summary>
    public async Task<IReadOnlyList<RollupPlace>> PlacesAsync(CancellationToken cancellationToken)
    {
        var command = new CommandDefinition(PlacesSql, transaction: _session.Transaction, cancellationToken: cancellationToken);
        return [.. await _session.Connection.QueryAsync<RollupPlace>(command)];
    }

    /// <summary>Sends encoded rows. Changing the table costs a round trip: send many rows at once.</summary>
    public async Task SendAsync(BatchChunk chunk, CancellationToken cancellationToken)
    {
        if (_copy is not null && _copying != chunk.Table)
            await EndCopyAsync(cancellationToken);
        if (_copy is null)
        {
            if (chunk.Table.Partition is { } partition && _partitions.Add(partition))
                await OpenPartitionAsync(partition, cancellationToken);
            _copying = chunk.Table;
            _copy = await BeginCopyAsync(chunk.Table, cancellationToken);
        }

        await _copy.WriteAsync(chunk.Bytes.WrittenMemory, cancellationToken);
    }

    /// <summary>Judges the batch: what would become of it. Incidents cannot be sent any more.</summary>
    /// <param name="keysDiffer">No two incidents of the batch have one key; false when that is not known.</param>
    /// <exception cref="UnauthorizedAccessException">Rows lie outside the viewer's jurisdictions.</exception>
    /// <exception cref="ImportRefusedException">Real and synthetic cases would mix, since a batch that came first.</exception>
    /// <exception cref="BatchStoppedException">A stop rule is broken.</exception>
    public async Task<BatchResult> CheckAsync(bool keysDiffer, CancellationToken cancellationToken)
    {
        await EndCopyAsync(cancellationToken);
        try
        {
            await using var command = Command(CheckSql);
            command.Parameters.AddWithValue("keysDiffer", keysDiffer);
            command.Parameters.AddWithValue("keepsEqual", _info.KeepsEqualRows);
            command.Parameters.AddWithValue("updates", _info.Updates);
            _judged = await ResultAsync(command, cancellationToken);
        }
        catch (PostgresException problem) when (Refusal(problem) is { } refusal)
        {
            throw refusal;
        }

        await LeaveAsync(cancellationToken);
        if (_info.IsStopped && _judged.Stop is not null)
            throw new BatchStoppedException(_judged);
        return _judged;
    }

    /// <summary>Makes of a judged change what is stored of the incidents; rollups can be sent before and after it.</summary>
    public async Task IndexAsync(CancellationToken cancellationToken)
    {
        await EndCopyAsync(cancellationToken);
        await ExecuteAsync(IndexSql, cancellationToken);
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes an indexed batch part of the data.</summary>
    /// <param name="closing">Stored with the batch.</param>
    /// <param name="isSummed">Each rollup row was sent once and counts no duplicate.</param>
    public async Task<BatchResult> CommitAsync(BatchClosing closing, bool isSummed, CancellationToken cancellationToken)
    {
        await EndCopyAsync(cancellationToken);
        await using var command = Command(CommitSql);
        command.Parameters.Add(new NpgsqlParameter("sha256", NpgsqlTypes.NpgsqlDbType.Bytea) { Value = (object?)closing.FileSha256 ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter("detail", NpgsqlTypes.NpgsqlDbType.Jsonb) { Value = closing.Detail(_judged) });
        command.Parameters.AddWithValue("isSummed", isSummed);
        var result = await ResultAsync(command, cancellationToken);
        // From here on stopping would leave the caller in doubt.
        await _session.CommitAsync(CancellationToken.None);
        return result;
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

    private Task TakeTurnAsync(IProgress<LoadProgress>? progress, CancellationToken cancellationToken) => ChangeTurn.TakeAsync(
        _session, holder => progress?.Report(new LoadProgress(ImportStage.Waiting, 0, holder)), cancellationToken);

    private async Task OpenPartitionAsync(string partition, CancellationToken cancellationToken)
    {
        await using var command = Command(OpenPartitionSql);
        command.Parameters.AddWithValue("suffix", partition);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<BatchResult> ResultAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new BatchResult(_info.Id, reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3), reader.GetInt64(4),
            reader.GetInt64(5));
    }

    // Frozen rows need no later pass to be known visible to all: indexes alone answer from the start.
    private async Task<NpgsqlRawCopyStream> BeginCopyAsync(BatchTable table, CancellationToken cancellationToken)
    {
        var name = $"b{_info.Id:N}_" + (table.Partition is null ? table.Name : table.Partition + "_" + table.Name);
        var freeze = table.Partition is null ? "" : ", FREEZE";
        var copy = await _session.Connection.BeginRawBinaryCopyAsync(
            $"COPY staging.{name} ({table.Columns}) FROM STDIN (FORMAT BINARY{freeze})", cancellationToken);
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

    // The states of migration 0013: real and synthetic cases never mix.
    private static Exception? Refusal(Exception problem) => problem is not PostgresException refused ? null : refused.SqlState switch
    {
        PostgresErrorCodes.InsufficientPrivilege => new UnauthorizedAccessException(refused.MessageText, refused),
        "CI001" => new ImportRefusedException(FileProblem.HoldsDemo),
        "CI002" => new ImportRefusedException(FileProblem.DemoIsOver),
        "CI003" => new ImportRefusedException(FileProblem.HoldsMixture),
        _ => null,
    };
}
