using System.Data;
using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Connections;

/// <summary>One transaction that acts for a person: every row-level rule of the database is keyed on it. Not committed: rolled back.</summary>
internal sealed class PersonSession : IAsyncDisposable
{
    private const string ActForSql = """
        SELECT set_config('crimeinsight.person', @person, true), set_config('statement_timeout', @timeout, true)
        """;

    private PersonSession(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        Connection = connection;
        Transaction = transaction;
    }

    public NpgsqlConnection Connection { get; }

    public NpgsqlTransaction Transaction { get; }

    /// <param name="viewer">The person; null acts for nobody, who sees no incident.</param>
    /// <param name="timeout">Longest a statement may run; null for no limit.</param>
    public static Task<PersonSession> OpenAsync(NpgsqlDataSource dataSource, Viewer? viewer, TimeSpan? timeout, CancellationToken cancellationToken) =>
        OpenAsync(dataSource, viewer, timeout, IsolationLevel.ReadCommitted, cancellationToken);

    /// <summary>As <see cref="OpenAsync(NpgsqlDataSource, Viewer?, TimeSpan?, CancellationToken)"/>; all statements see the same state of the data.</summary>
    public static Task<PersonSession> OpenSnapshotAsync(NpgsqlDataSource dataSource, Viewer? viewer, TimeSpan? timeout, CancellationToken cancellationToken) =>
        OpenAsync(dataSource, viewer, timeout, IsolationLevel.RepeatableRead, cancellationToken);

    /// <summary>Reads as the person in one transaction, and once more when the connection breaks.</summary>
    /// <param name="read">Changes nothing.</param>
    public static Task<T> ReadAsync<T>(
        NpgsqlDataSource dataSource, Viewer? viewer, TimeSpan? timeout, Func<PersonSession, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(dataSource, viewer, timeout, IsolationLevel.ReadCommitted, read, cancellationToken);

    /// <summary>The rows of one query, read as the person in one transaction, and once more when the connection breaks.</summary>
    public static Task<List<T>> ListAsync<T>(
        NpgsqlDataSource dataSource, Viewer? viewer, TimeSpan? timeout, string sql, object values, CancellationToken cancellationToken) => ReadAsync(
        dataSource,
        viewer,
        timeout,
        async session => (await session.Connection.QueryAsync<T>(
            new CommandDefinition(sql, values, session.Transaction, cancellationToken: cancellationToken))).AsList(),
        cancellationToken);

    /// <summary>
    /// As <see cref="ReadAsync{T}(NpgsqlDataSource, Viewer?, TimeSpan?, Func{PersonSession, Task{T}}, CancellationToken)"/>; all statements see the same state
    /// of the data.
    /// </summary>
    public static Task<T> ReadSnapshotAsync<T>(
        NpgsqlDataSource dataSource, Viewer? viewer, TimeSpan? timeout, Func<PersonSession, Task<T>> read, CancellationToken cancellationToken) =>
        ReadAsync(dataSource, viewer, timeout, IsolationLevel.RepeatableRead, read, cancellationToken);

    public Task CommitAsync(CancellationToken cancellationToken) => Transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private static Task<T> ReadAsync<T>(
        NpgsqlDataSource dataSource, Viewer? viewer, TimeSpan? timeout, IsolationLevel isolation, Func<PersonSession, Task<T>> read,
        CancellationToken cancellationToken) =>
        LostConnection.AskAgainAsync(
            async () =>
            {
                await using var session = await BeginAsync(dataSource, viewer, timeout, isolation, cancellationToken);
                return await read(session);
            },
            cancellationToken);

    // Nothing has been asked when this fails, so that writers too may try again.
    private static Task<PersonSession> OpenAsync(
        NpgsqlDataSource dataSource, Viewer? viewer, TimeSpan? timeout, IsolationLevel isolation, CancellationToken cancellationToken) =>
        LostConnection.AskAgainAsync(() => BeginAsync(dataSource, viewer, timeout, isolation, cancellationToken), cancellationToken);

    private static async Task<PersonSession> BeginAsync(
        NpgsqlDataSource dataSource, Viewer? viewer, TimeSpan? timeout, IsolationLevel isolation, CancellationToken cancellationToken)
    {
        var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        try
        {
            var transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);
            await using var command = new NpgsqlCommand(ActForSql, connection, transaction);
            command.Parameters.AddWithValue("person", viewer?.PersonId.ToString() ?? "");
            command.Parameters.AddWithValue("timeout", ((long)(timeout?.TotalMilliseconds ?? 0)).ToString(System.Globalization.CultureInfo.InvariantCulture));
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new PersonSession(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
