using Npgsql;

namespace CrimeInsight.Data.Embedded;

/// <summary>Finds out whether a server runs on exactly this cluster, so that it is joined instead of doubled.</summary>
internal static class ServerProbe
{
    private const string SeesFileSql = "SELECT size FROM pg_stat_file(@name, true)";

    /// <summary>Port of the server that runs on the folder's cluster, waiting while it recovers; null when none does.</summary>
    public static async Task<int?> FindAsync(DataFolder folder, ServerSecrets secrets, TimeSpan patience, CancellationToken cancellationToken)
    {
        var deadline = DateTime.UtcNow + patience;
        while (PostmasterFile.Read(folder.Cluster) is { } file)
        {
            try
            {
                return await IsOnAsync(folder.Cluster, file.Port, secrets, cancellationToken) ? file.Port : null;
            }
            catch (PostgresException starting) when (starting.SqlState == PostgresErrorCodes.CannotConnectNow && DateTime.UtcNow < deadline)
            {
                await Task.Delay(250, cancellationToken); // recovering from a crash, or shutting down
            }
            catch (Exception silent) when (silent is NpgsqlException or TimeoutException)
            {
                return null;
            }
        }

        return null;
    }

    // A copied data folder names the port of the original and knows its password: the server must see a file made here just now.
    private static async Task<bool> IsOnAsync(string cluster, int port, ServerSecrets secrets, CancellationToken cancellationToken)
    {
        var connectionString = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1", Port = port, Username = "postgres", Password = secrets.Superuser, Database = "postgres",
            Timeout = 5, Pooling = false, SslMode = SslMode.Disable, GssEncryptionMode = GssEncryptionMode.Disable,
        }.ConnectionString;
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        var name = $"crimeinsight.probe-{Guid.NewGuid():N}";
        var path = Path.Combine(cluster, name);
        await File.WriteAllTextAsync(path, "", cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand(SeesFileSql, connection);
            command.Parameters.AddWithValue("name", name);
            return await command.ExecuteScalarAsync(cancellationToken) is long;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
