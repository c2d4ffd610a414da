using System.Net.Sockets;
using Npgsql;

namespace CrimeInsight.Data.Connections;

/// <summary>Tells failures of the connection from answers of the database, and asks once more where only the connection failed.</summary>
internal static class LostConnection
{
    private const string ConnectionClass = "08";

    /// <summary>
    /// Asks; when the connection breaks before there is a result, asks once more on another one. Only for what may be asked twice:
    /// reading, and opening a transaction.
    /// </summary>
    public static async Task<T> AskAgainAsync<T>(Func<Task<T>> ask, CancellationToken cancellationToken)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (IsCause(failure) && !cancellationToken.IsCancellationRequested)
        {
            return await ask();
        }
    }

    /// <summary>Reads on a connection of the pool, and once more on another when that one breaks.</summary>
    /// <param name="read">Changes nothing.</param>
    public static Task<T> ReadAsync<T>(this NpgsqlDataSource dataSource, Func<NpgsqlConnection, Task<T>> read, CancellationToken cancellationToken) =>
        AskAgainAsync(
        async () =>
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            return await read(connection);
        },
        cancellationToken);

    /// <summary>True when the connection was refused or broke: the server is not there, is ending, or is not yet ready.</summary>
    public static bool IsCause(Exception failure) => failure switch
    {
        PostgresException answer => IsEnding(answer.SqlState) || IsStarting(answer),
        NpgsqlException broken => broken.InnerException is IOException or SocketException,
        IOException or SocketException => true,
        _ => false,
    };

    /// <summary>True also when there was no answer in time: then nothing is known.</summary>
    public static bool CouldNotAsk(Exception failure) => IsCause(failure) || failure is NpgsqlException { InnerException: TimeoutException };

    /// <summary>The server is there, and starting, recovering or ending.</summary>
    public static bool IsStarting(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow };

    private static bool IsEnding(string state) =>
        state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown || state.StartsWith(ConnectionClass, StringComparison.Ordinal);
}
