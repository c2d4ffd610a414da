using System.Runtime.CompilerServices;
using CrimeInsight.Core.Import;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Import;

/// <summary>What leaves and enters beside the rows sent.</summary>
internal sealed partial class BatchSession
{
    private const string YearsSql = """
        SELECT crime.batch_years(@id)
        """;

    private const string ChangesSql = """
        SELECT occurred_on, reported_on, coalesce(occurred_hour, -1), head_id, status, ordinal, victim_gender, victim_age_band, cell_key,
            is_sensitive, sign
        FROM crime.batch_changes(@id, @year)
        """;

    private const string SupersedeSql = """
        SELECT crime.supersede(@id, @source, @place, @month)
        """;

    /// <summary>Opens a batch that is part of the data for a change, which <paramref name="prepareSql"/> of migration 0036 notes.</summary>
    /// <param name="bind">Gives the statement its parameters beside the batch.</param>
    public static async Task<BatchSession> ReopenAsync(
        NpgsqlDataSource dataSource,
        Viewer viewer,
        Guid id,
        string prepareSql,
        Action<NpgsqlParameterCollection>? bind,
        IProgress<LoadProgress>? progress,
        CancellationToken cancellationToken)
    {
        var batch = new BatchSession(
            await PersonSession.OpenAsync(dataSource, viewer, timeout: null, cancellationToken), new BatchInfo(id, BatchKind.Import, ""));
        try
        {
            await batch.TakeTurnAsync(progress, cancellationToken);
            progress?.Report(new LoadProgress(ImportStage.Storing, 0));
            await using var command = batch.Command(prepareSql);
            bind?.Invoke(command.Parameters);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return batch;
        }
        catch
        {
            await batch.DisposeAsync();
            throw;
        }
    }

    /// <summary>The cases of a source that were registered in a place in a month leave with the batch. Before it is judged.</summary>
    /// <exception cref="UnauthorizedAccessException">The place lies outside the viewer's jurisdictions.</exception>
    public async Task SupersedeAsync(SupersededMonth month, CancellationToken cancellationToken)
    {
        await EndCopyAsync(cancellationToken);
        await using var command = Command(SupersedeSql);
        command.Parameters.AddWithValue("source", _info.Source);
        command.Parameters.AddWithValue("place", month.PlaceCode);
        command.Parameters.AddWithValue("month", month.Month);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException problem) when (Refusal(problem) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>The years in which something of a judged change is to be taken back from the rollups or added to them; none when nothing is.</summary>
    public async Task<IReadOnlyList<string>> ChangedYearsAsync(CancellationToken cancellationToken)
    {
        await EndCopyAsync(cancellationToken);
        var command = new CommandDefinition(YearsSql, new { id = _info.Id }, _session.Transaction, commandTimeout: 0, cancellationToken: cancellationToken);
        return [.. await _session.Connection.QueryAsync<string>(command)];
    }

    /// <summary>What leaves (−1) and what enters (1) in a year of the offence.</summary>
    public async IAsyncEnumerable<(int Sign, RollupFacts Facts)> ChangesAsync(string year, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await EndCopyAsync(cancellationToken);
        await using var command = Command(ChangesSql);
        command.Parameters.AddWithValue("year", year);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            yield return (reader.GetInt16(10), new RollupFacts(
                reader.GetFieldValue<DateOnly>(0), reader.GetFieldValue<DateOnly>(1), reader.GetInt16(2), reader.GetInt16(3), reader.GetInt16(4),
                reader.GetInt32(5), reader.GetInt16(6), reader.GetInt16(7), reader.IsDBNull(8) ? null : reader.GetInt64(8),
                reader.GetBoolean(9)));
    }

    /// <summary>Makes an indexed change of a batch part of the data.</summary>
    public async Task<T> CommitAsync<T>(string commitSql, object values, CancellationToken cancellationToken)
    {
        await EndCopyAsync(cancellationToken);
        var command = new CommandDefinition(commitSql, values, _session.Transaction, commandTimeout: 0, cancellationToken: cancellationToken);
        var result = await _session.Connection.QuerySingleAsync<T>(command);
        await _session.CommitAsync(CancellationToken.None);
        return result;
    }
}
