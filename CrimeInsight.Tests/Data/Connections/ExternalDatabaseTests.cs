using CrimeInsight.Core;
using CrimeInsight.Data.Startup;
using CrimeInsight.Tests.Support;
using Npgsql;

namespace CrimeInsight.Tests.Data.Connections;

public sealed class ExternalDatabaseTests(ExternalDatabase external, DatabaseServer server) : IClassFixture<ExternalDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_RolesMadeAsDocumented_ServesWithAndWithoutTheOwner()
    {
        foreach (var owner in new[] { external.OwnerConnectionString, null, "" })
        {
            await using var database = await OpenAsync(external.AppConnectionString, owner);
            Assert.False(database.IsEmbedded);
            await using var command = database.App.CreateCommand("SELECT count(*) FROM crime.jurisdiction WHERE level = 1");
            Assert.Equal(36L, await command.ExecuteScalarAsync(Cancel));
        }
    }

    [Theory]
    [InlineData("ALTER ROLE {app} BYPASSRLS", "ALTER ROLE {app} NOBYPASSRLS", "BYPASSRLS")]
    [InlineData("ALTER ROLE {app} CREATEROLE", "ALTER ROLE {app} NOCREATEROLE", "CREATEROLE")]
    [InlineData("ALTER ROLE {app} REPLICATION", "ALTER ROLE {app} NOREPLICATION", "REPLICATION")]
    [InlineData("GRANT {owner} TO {app}", "REVOKE {owner} FROM {app}", "owner of incident")]
    [InlineData("GRANT postgres TO {app}", "REVOKE postgres FROM {app}", "superuser")]
    [InlineData("GRANT pg_execute_server_program TO {app}", "REVOKE pg_execute_server_program FROM {app}", "pg_execute_server_program")]
    [InlineData("GRANT pg_read_all_data TO {app}", "REVOKE pg_read_all_data FROM {app}", "partitions")]
    [InlineData("GRANT SELECT ON crime.incident_2024 TO {app}", "REVOKE SELECT ON crime.incident_2024 FROM {app}", "partitions")]
    [InlineData("ALTER TABLE crime.rollup_cell DISABLE ROW LEVEL SECURITY", "ALTER TABLE crime.rollup_cell ENABLE ROW LEVEL SECURITY",
        "missing on rollup_cell")]
    public async Task OpenAsync_RoleThatCouldSeeMore_IsRefusedUntilPutRight(string mistake, string remedy, string named)
    {
        await external.AdministerAsync(mistake);
        try
        {
            await RequireRefusedAsync(external.AppConnectionString, null, "will not serve", named);
        }
        finally
        {
            await external.AdministerAsync(remedy);
        }

        await (await OpenAsync(external.AppConnectionString, null)).DisposeAsync();
    }

    [Fact]
    public async Task OpenAsync_AsTheSuperuserOrTheOwner_IsRefused()
    {
        await RequireRefusedAsync(external.SuperuserConnectionString, null, "will not serve", "superuser", "docs/operations.md");
        await RequireRefusedAsync(external.OwnerConnectionString, null, "will not serve", "owner of incident");
    }

    [Fact]
    public async Task OpenAsync_EmptyDatabaseWithoutTheOwner_SaysHowToMigrate() =>
        await RequireRefusedAsync(await server.CreateEmptyAsync(), null, "no CrimeInsight schema", "ConnectionStrings__CrimeInsightOwner");

    [Fact]
    public async Task OpenAsync_SchemaOfAnOlderVersion_NamesTheMissingMigration()
    {
        const string last = "DELETE FROM public.schema_migration WHERE scriptname LIKE '%0009_grants.sql'";
        const string restore = "INSERT INTO public.schema_migration (scriptname, applied) VALUES ('CrimeInsight.Data.Migrations.0009_grants.sql', now())";
        await external.AdministerAsync(last);
        await RequireRefusedAsync(external.AppConnectionString, null, "0009_grants.sql", "ConnectionStrings__CrimeInsightOwner");
        await external.AdministerAsync(restore);
    }

    [Fact]
    public async Task OpenAsync_ServerRefusesOrIsSilent_NamesTheSettingButNotThePassword()
    {
        var good = new NpgsqlConnectionStringBuilder(external.AppConnectionString);
        var wrongPassword = new NpgsqlConnectionStringBuilder(good.ConnectionString) { Password = "letmein-123" }.ConnectionString;
        var noDatabase = new NpgsqlConnectionStringBuilder(good.ConnectionString) { Database = "not_there" }.ConnectionString;
        var silent = new NpgsqlConnectionStringBuilder(good.ConnectionString) { Port = 1, Timeout = 2 }.ConnectionString;
        await RequireRefusedAsync(wrongPassword, null, "refused ConnectionStrings__CrimeInsight:", "pg_hba.conf");
        await RequireRefusedAsync(external.AppConnectionString, wrongPassword, "refused ConnectionStrings__CrimeInsightOwner:");
        await RequireRefusedAsync(noDatabase, null, "not_there", "docs/operations.md");
        await RequireRefusedAsync(silent, null, "cannot be reached", "ConnectionStrings__CrimeInsight");
        await RequireRefusedAsync("Host=db;Pasword=letmein-123", null, "not a PostgreSQL connection string", "ConnectionStrings__CrimeInsight");
        await RequireRefusedAsync("Host=db;Password=letmein-123", null, "needs Host, Database and Username");
    }

    private static Task<CrimeDatabase> OpenAsync(string app, string? owner) =>
        CrimeDatabase.OpenAsync(new DatabaseOptions { ConnectionString = app, OwnerConnectionString = owner }, Cancel);

    private static async Task RequireRefusedAsync(string app, string? owner, params string[] parts)
    {
        var problem = await Assert.ThrowsAsync<OperatorException>(() => OpenAsync(app, owner));
        Assert.All(parts, part => Assert.Contains(part, problem.Message, StringComparison.Ordinal));
        Assert.DoesNotContain("letmein", problem.Message, StringComparison.Ordinal);
    }
}
