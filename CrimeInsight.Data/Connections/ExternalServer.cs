using System.Globalization;
using CrimeInsight.Core;
using Npgsql;

namespace CrimeInsight.Data.Connections;

/// <summary>Connection strings of a PostgreSQL server that somebody else runs, and what can be wrong with them.</summary>
internal static class ExternalServer
{
    /// <summary>Setting of the restricted role.</summary>
    public const string AppSetting = "ConnectionStrings__CrimeInsight";

    /// <summary>Setting of the owner role, for migrations.</summary>
    public const string OwnerSetting = "ConnectionStrings__CrimeInsightOwner";

    private const int OldestServer = 15;

    private const string VersionSql = "SELECT current_setting('server_version_num')";

    /// <exception cref="OperatorException">The text is no connection string.</exception>
    public static NpgsqlConnectionStringBuilder Parse(string connectionString, string setting)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "CrimeInsight" };
            return string.IsNullOrWhiteSpace(settings.Host) || string.IsNullOrWhiteSpace(settings.Username) || string.IsNullOrWhiteSpace(settings.Database)
                ? throw new OperatorException(
                    $"{setting} needs Host, Database and Username, for example 'Host=db;Database=crimeinsight;Username=crimeinsight_app;Password=…'.")
                : settings;
        }
        catch (ArgumentException failure)
        {
            // The text holds a password: name the setting, do not repeat it.
            throw new OperatorException($"{setting} is not a PostgreSQL connection string: {failure.Message}", failure);
        }
    }

    /// <summary>Connects once, outside the pool.</summary>
    /// <exception cref="OperatorException">Unreachable, refused, no such database, or too old.</exception>
    public static async Task RequireUsableAsync(NpgsqlConnectionStringBuilder settings, string setting, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = new NpgsqlConnection(
                new NpgsqlConnectionStringBuilder(settings.ConnectionString) { Pooling = false }.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(VersionSql, connection);
            var version = int.Parse((string)(await command.ExecuteScalarAsync(cancellationToken))!, CultureInfo.InvariantCulture) / 10000;
            if (version < OldestServer)
                throw new OperatorException($"The PostgreSQL server of {setting} is version {version}; CrimeInsight needs {OldestServer} or newer.");
        }
        catch (PostgresException refused)
        {
            var remedy = refused.SqlState switch
            {
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
                    "Check the user name, the password and the server's pg_hba.conf.",
                PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InsufficientPrivilege =>
                    "Create the database and its grants as docs/operations.md shows.",
                _ => "See docs/operations.md.",
            };
            throw new OperatorException($"The PostgreSQL server {settings.Host}:{settings.Port} refused {setting}: {refused.MessageText}. {remedy}", refused);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new OperatorException(
                $"The PostgreSQL server {settings.Host}:{settings.Port} cannot be reached: {failure.Message} Check {setting} and that the server runs.",
                failure);
        }
    }
}
