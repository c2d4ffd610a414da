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

    /// <param name="ownerConnectionString">The role that owns the schema.</param>
    /// <param name="appRole">The restricted role that receives the grants.</param>
    public static async Task MigrateAsync(string ownerConnectionString, string appRole, CancellationToken cancellationToken)
    {
        await using var guard = new NpgsqlConnection(ownerConnectionString);
        await guard.OpenAsync(cancellationToken);
        await using (var command = new NpgsqlCommand(LockSql, guard) { CommandTimeout = 600 })
            await command.ExecuteNonQueryAsync(cancellationToken);
        // The lock falls with the connection, also when this process is killed.
        var result = Engine(ownerConnectionString, appRole).PerformUpgrade();
        if (!result.Successful)
            throw new OperatorException($"Migration '{result.ErrorScript?.Name}' failed: {result.Error.Message} The database is as it was before it; see docs/operations.md.", result.Error);
    }

    /// <summary>Names of the scripts that have not run.</summary>
    public static IReadOnlyList<string> Pending(string connectionString, string appRole) =>
        [.. Engine(connectionString, appRole).GetScriptsToExecute().Select(script => script.Name)];

    private static UpgradeEngine Engine(string connectionString, string appRole) => DeployChanges.To
        .PostgresqlDatabase(connectionString)
        .WithScriptsEmbeddedInAssembly(typeof(DatabaseMigrator).Assembly, name => name.EndsWith(".sql", StringComparison.Ordinal))
        .WithVariablesDisabled()
        .WithPreprocessor(new AppRoleName(appRole))
        .WithTransactionPerScript()
        .JournalToPostgresqlTable("public", "schema_migration")
        .LogTo(new NoOpUpgradeLog())
        .Build();

    private sealed class AppRoleName(string role) : IScriptPreprocessor
    {
        private readonly string _quoted = "\"" + role.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

        public string Process(string contents) => contents.Replace("$app_role$", _quoted, StringComparison.Ordinal);
    }
}
