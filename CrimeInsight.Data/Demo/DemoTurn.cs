using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Demo;

/// <summary>The right to load demo data, held by one process at a time; a killed one loses it with its connection.</summary>
internal sealed class DemoTurn : IAsyncDisposable
{
    private const string TakeSql = "SELECT pg_try_advisory_lock(4711005)";

    private const string ReturnSql = "SELECT pg_advisory_unlock(4711005)";

    private DemoTurn(NpgsqlConnection connection) => Connection = connection;

    public NpgsqlConnection Connection { get; }

    /// <returns>Null when another process has it.</returns>
    public static async Task<DemoTurn?> TakeAsync(NpgsqlDataSource app, CancellationToken cancellationToken)
    {
        var connection = await app.OpenConnectionAsync(cancellationToken);
        try
        {
            if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(TakeSql, cancellationToken: cancellationToken)))
                return new DemoTurn(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Connection.ExecuteAsync(ReturnSql);
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }

        await Connection.DisposeAsync();
    }
}
