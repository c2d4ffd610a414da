using System.Globalization;
using Hangfire.PostgreSql;
using Npgsql;

namespace CrimeInsight.Data.Migrations;

/// <summary>
/// The schema of the job queue. Hangfire's own scripts make it with the owner role; the app's role may only change rows, so
/// that the app starts with <c>PrepareSchemaIfNecessary</c> off.
/// </summary>
internal static class JobQueueSchema
{
    public const string Name = "hangfire";

    /// <summary>Number of the last script in the package; a test compares.</summary>
    public const int Version = 23;

    private const string VersionSql = """
        SELECT CASE WHEN to_regclass('hangfire.schema') IS NULL THEN 0
            ELSE (xpath('/row/v/text()', query_to_xml('SELECT max(version) AS v FROM hangfire.schema', false, true, '')))[1]::text::integer END
        """;

    private const string GrantSql = """
        GRANT USAGE ON SCHEMA hangfire TO $app_role$;
        GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA hangfire TO $app_role$;
        REVOKE INSERT, UPDATE, DELETE ON hangfire.schema FROM $app_role$;
        GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA hangfire TO $app_role$;
        """;

    /// <param name="owner">Open connection of the owner role.</param>
    /// <param name="appRole">Quoted name of the restricted role.</param>
    public static async Task InstallAsync(NpgsqlConnection owner, string appRole, CancellationToken cancellationToken)
    {
        if (await ReadVersionAsync(owner, cancellationToken) < Version)
            PostgreSqlObjectsInstaller.Install(owner, Name);
        await using var grant = new NpgsqlCommand(GrantSql.Replace("$app_role$", appRole, StringComparison.Ordinal), owner);
        await grant.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Number of the last script that ran; 0 without a schema.</summary>
    public static async Task<int> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(VersionSql, connection);
        return Convert.ToInt32(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
    }
}
