using CrimeInsight.Data.Embedded;
using Npgsql;

namespace CrimeInsight.Data.Startup;

/// <summary>Creates the roles and the database on the embedded server, once. Nothing after it runs as superuser.</summary>
internal static class DatabaseBootstrap
{
    private const string LockSql = "SELECT pg_advisory_lock(4711000)";

    private const string RoleExistsSql = "SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = @name)";

    private const string DatabaseExistsSql = "SELECT EXISTS (SELECT 1 FROM pg_database WHERE datname = @name)";

    public static async Task EnsureAsync(EmbeddedPostgres server, string database, CancellationToken cancellationToken)
    {
        // Not pooled: the lock must fall when the connection is disposed, not when the pool uses it again.
        await using var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(server.SuperuserConnectionString("postgres")) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, LockSql, cancellationToken);
        await EnsureRoleAsync(connection, CrimeDatabase.OwnerRole, server.Secrets.Owner, cancellationToken);
        await EnsureRoleAsync(connection, CrimeDatabase.AppRole, server.Secrets.App, cancellationToken);
        if (!await ExistsAsync(connection, DatabaseExistsSql, database, cancellationToken))
            await CreateDatabaseAsync(connection, database, cancellationToken);
    }

    private static async Task CreateDatabaseAsync(NpgsqlConnection connection, string database, CancellationToken cancellationToken)
    {
        await ExecuteAsync(connection, $"CREATE DATABASE \"{database}\" OWNER {CrimeDatabase.OwnerRole}", cancellationToken);
        await ExecuteAsync(connection, $"REVOKE ALL ON DATABASE \"{database}\" FROM PUBLIC", cancellationToken);
        await ExecuteAsync(connection, $"GRANT CONNECT, TEMPORARY ON DATABASE \"{database}\" TO {CrimeDatabase.AppRole}", cancellationToken);
    }

    // Role names are our constants; the password is hex of our own making, so it cannot break out of the literal.
    private static async Task EnsureRoleAsync(NpgsqlConnection connection, string role, string password, CancellationToken cancellationToken)
    {
        var verb = await ExistsAsync(connection, RoleExistsSql, role, cancellationToken) ? "ALTER" : "CREATE";
        await ExecuteAsync(
            connection,
            $"{verb} ROLE {role} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOINHERIT PASSWORD '{password}'",
            cancellationToken);
    }

    private static async Task<bool> ExistsAsync(NpgsqlConnection connection, string sql, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddWithValue("name", name);
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
