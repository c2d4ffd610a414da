using System.Reflection;
using CrimeInsight.Core;
using DbUp;
using DbUp.Engine;
using DbUp.Engine.Output;
using Npgsql;

namespace CrimeInsight.Data.Migrations;

/// <summary>Brings a database to the current schema: numbered scripts, forward only, each in its transaction, one runner at a time.</summary>
internal static class DatabaseMigrator
{
    private const string LockSql = "SELECT pg_advisory_lock(4711001)";

    private const string MissingSql = """
        SELECT script.name
        FROM unnest(@scripts) AS script (name)
        WHERE script.name NOT IN (SELECT scriptname FROM public.schema_migration)
        ORDER BY script.name
        LIMIT 1
        """;

    private static readonly Assembly s_assembly = typeof(DatabaseMigrator).Assembly;

    /// <param name="ownerConnectionString">The role that owns the schema.</param>
    /// <param name="appRole">The restricted role that receives the grants.</param>
    public static async Task MigrateAsync(string ownerConnectionString, string appRole, CancellationToken cancellationToken)
    {
        // Not pooled: the lock must fall when the connection is disposed, not when the pool uses it again. It falls also when this process is killed.
        await using var guard = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ownerConnectionString) { Pooling = false }.ConnectionString);
        await guard.OpenAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(LockSql, guard) { CommandTimeout = 600 })
            await command.ExecuteNonQueryAsync(cancellationToken);
        var result = Engine(ownerConnectionString, appRole).PerformUpgrade();
        if (!result.Successful)
            throw new OperatorException(
                $"Migration '{result.ErrorScript?.Name}' failed: {result.Error.Message} The database is as it was before it; see docs/operations.md.",
                result.Error);
        await JobQueueSchema.InstallAsync(guard, Quoted(appRole), cancellationToken);
        await using var grant = new NpgsqlCommand($"GRANT SELECT ON public.schema_migration TO {Quoted(appRole)}", guard);
        await grant.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>For an app that has no owner role: somebody must have migrated before.</summary>
    /// <exception cref="OperatorException">A script of this version has not run.</exception>
    public static async Task RequireCurrentAsync(NpgsqlDataSource app, CancellationToken cancellationToken)
    {
        const string remedy = "Start this version once with the owner role in ConnectionStrings__CrimeInsightOwner; it migrates.";
        try
        {
            await using var command = app.CreateCommand(MissingSql);
            string[] scripts = [.. s_assembly.GetManifestResourceNames().Where(IsScript).Append(ReferenceKeysScript.Name).Order(StringComparer.Ordinal)];
            command.Parameters.AddWithValue("scripts", scripts);
            if (await command.ExecuteScalarAsync(cancellationToken) is string missing)
                throw new OperatorException($"The database lacks the migration {missing}. {remedy}");
            await using var connection = await app.OpenConnectionAsync(cancellationToken);
            if (await JobQueueSchema.ReadVersionAsync(connection, cancellationToken) < JobQueueSchema.Version)
                throw new OperatorException($"The database's job queue is older than this version of the app. {remedy}");
        }
        catch (PostgresException absent) when (absent.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new OperatorException($"The database holds no CrimeInsight schema for this role. {remedy}", absent);
        }
    }

    private static bool IsScript(string name) => name.EndsWith(".sql", StringComparison.Ordinal);

    private static string Quoted(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    private static UpgradeEngine Engine(string connectionString, string appRole) => DeployChanges.To
        .PostgresqlDatabase(connectionString)
        .WithScriptsEmbeddedInAssembly(s_assembly, IsScript)
        .WithScript(ReferenceKeysScript.Name, new ReferenceKeysScript())
        .WithVariablesDisabled()
        .WithPreprocessor(new AppRoleName(appRole))
        .WithTransactionPerScript()
        .JournalToPostgresqlTable("public", "schema_migration")
        .LogTo(new NoOpUpgradeLog())
        .Build();

    private sealed class AppRoleName(string role) : IScriptPreprocessor
    {
        public string Process(string contents) => contents.Replace("$app_role$", Quoted(role), StringComparison.Ordinal);
    }
}
