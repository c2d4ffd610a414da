using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Startup;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Connections;

/// <summary>What the restricted role may not do, asked of the database itself.</summary>
public sealed class AppRoleRightsTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>, IAsyncLifetime
{
    private const string OneOfEachSql = """
        INSERT INTO crime.batch (id, kind, file_name)
        VALUES ('00000000-0000-0000-0000-000000000001', 'import', 'a.csv')
        ON CONFLICT DO NOTHING;
        INSERT INTO crime.batch_reject (batch_id, row_number, column_name, reason)
        VALUES ('00000000-0000-0000-0000-000000000001', 1, 'date', 'unreadable')
        ON CONFLICT DO NOTHING;
        INSERT INTO crime.rollup_month VALUES (1, 1, 10000000, '2024-01-01', 1, 1, 0, 0, 0, 0) ON CONFLICT DO NOTHING;
        INSERT INTO crime.rollup_month_registered VALUES (1, 1, 10000000, '2024-01-01', 1, 1, 0, 0, 0, 0) ON CONFLICT DO NOTHING;
        INSERT INTO crime.rollup_victim_registered VALUES (1, 1, 10000000, '2024-01-01', '{1}', '{1}') ON CONFLICT DO NOTHING;
        INSERT INTO crime.rollup_hour VALUES (1, 1, 10000000, '2024-01-01', '{1}', '{1}') ON CONFLICT DO NOTHING;
        INSERT INTO crime.rollup_victim VALUES (1, 1, 10000000, '2024-01-01', '{1}', '{1}') ON CONFLICT DO NOTHING;
        INSERT INTO crime.rollup_cell VALUES (10, 1, 1, 10000001, '2024-01-01', '{1}', '{1}') ON CONFLICT DO NOTHING;
        INSERT INTO crime.incident (
            id, occurred_on, head_id, status, ordinal, victim_gender, victim_age_band, offender_gender, offender_age_band, place_precision,
            is_sensitive, occurred_from, reported_on, source, source_reference, key, content_hash)
        VALUES (1, '2024-01-01', 1, 0, 10000001, 0, 0, 0, 0, 3, false, '2024-01-01Z', '2024-01-01',
            's', 'r', '00000000-0000-0000-0000-000000000003', '00000000-0000-0000-0000-000000000002')
        ON CONFLICT DO NOTHING
        """;

    public static TheoryData<string> ProtectedTables =>
        ["incident", "rollup_month", "rollup_hour", "rollup_victim", "rollup_cell", "rollup_month_registered", "rollup_victim_registered", "batch",
            "batch_reject"];

    public async ValueTask InitializeAsync()
    {
        await using var owner = await database.Owner.OpenConnectionAsync();
        await owner.ExecuteAsync(OneOfEachSql);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(ProtectedTables))]
    public async Task Select_AsNobody_GivesNoRow(string table)
    {
        Assert.Equal(0, await CountAsync(null, table));
        Assert.Equal(0, await CountAsync(new Viewer(Guid.NewGuid(), "unknown", PersonRole.Admin, []), table));
    }

    [Theory]
    [MemberData(nameof(ProtectedTables))]
    public async Task Select_AsAnAdminOfTheCountry_GivesTheRow(string table)
    {
        var admin = await database.AddPersonAsync(PersonRole.Admin, "IN");
        Assert.True(await CountAsync(admin, table) > 0);
    }

    [Theory]
    [MemberData(nameof(ProtectedTables))]
    [InlineData("audit")]
    [InlineData("jurisdiction")]
    [InlineData("crime_head")]
    [InlineData("data_state")]
    public async Task Write_AsTheAppRole_IsRefused(string table)
    {
        string[] changes =
        [
            $"INSERT INTO crime.{table} DEFAULT VALUES",
            $"DELETE FROM crime.{table}",
            $"TRUNCATE crime.{table}",
            $"ALTER TABLE crime.{table} DISABLE ROW LEVEL SECURITY",
            $"DROP TABLE crime.{table}",
        ];
        foreach (var change in changes)
            await RequireRefusedAsync(change);
    }

    [Theory]
    [InlineData("UPDATE crime.audit SET subject = ''")]
    [InlineData("UPDATE crime.incident SET status = 1")]
    [InlineData("UPDATE crime.rollup_month SET cases = 0")]
    [InlineData("SELECT * FROM crime.incident_2024")]
    [InlineData($"SET ROLE {CrimeDatabase.OwnerRole}")]
    [InlineData("CREATE TABLE crime.mine (id integer)")]
    [InlineData("CREATE TABLE public.mine (id integer)")]
    [InlineData("CREATE POLICY mine ON crime.incident USING (true)")]
    [InlineData("CREATE OR REPLACE FUNCTION crime.current_scope() RETURNS int4multirange LANGUAGE sql AS $$ SELECT '{(,)}'::int4multirange $$")]
    [InlineData("SELECT pg_read_file('postgresql.conf')")]
    public async Task Escape_AsTheAppRole_IsRefused(string statement) => await RequireRefusedAsync(statement);

    private async Task RequireRefusedAsync(string statement)
    {
        await using var session = await PersonSession.OpenAsync(database.App, null, null, TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.Connection.ExecuteAsync(statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private async Task<long> CountAsync(Viewer? viewer, string table)
    {
        await using var session = await PersonSession.OpenAsync(database.App, viewer, null, TestContext.Current.CancellationToken);
        return await session.Connection.ExecuteScalarAsync<long>($"SELECT count(*) FROM crime.{table}");
    }
}
