using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Connections;

/// <summary>A right that one process at a time holds; a killed one loses it with its connection.</summary>
internal sealed class AdvisoryTurn : IAsyncDisposable
{
    /// <summary>To load demo data.</summary>
    public const long DemoData = 4711005;

    /// <summary>To seal the audit trail.</summary>
    public const long AuditSeal = 4711010;

    private const string TakeSql = "SELECT pg_try_advisory_lock(@number)";

    private const string ReturnSql = "SELECT pg_advisory_unlock(@number)";

    private readonly long _number;

    private AdvisoryTurn(NpgsqlConnection connection, long number)
    {
        Connection = connection;
        _number = number;
    }

    public NpgsqlConnection Connection { get; }

    /// <returns>Null when another process has it.</returns>
    public static async Task<AdvisoryTurn?> TakeAsync(NpgsqlDataSource app, long number, CancellationToken cancellationToken)
    {
        var connection = await app.OpenConnectionAsync(cancellationToken);
        try
        {
            if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(TakeSql, new { number }, cancellationToken: cancellationToken)))
                return new AdvisoryTurn(connection, number);
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
            await Connection.ExecuteAsync(ReturnSql, new { number = _number });
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the lock with it.
        }

        await Connection.DisposeAsync();
    }
}
