using CrimeInsight.Data.Migrations;
using CrimeInsight.Data.Startup;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Migrations;

public sealed class SchemaTests(DatabaseServer server)
{
    private const string RewriteVariable = "CRIMEINSIGHT_WRITE_SCHEMA";

    private static string SnapshotPath => Repository.PathOf("CrimeInsight.Data", "Schema", "schema.sql");

    [Fact]
    public async Task MigrateAsync_EmptyDatabaseTwoAtOnce_GivesTheSnapshotOnce()
    {
        var owner = await server.CreateEmptyAsync();
        var cancel = TestContext.Current.CancellationToken;
        await Task.WhenAll(
            Task.Run(() => DatabaseMigrator.MigrateAsync(owner, CrimeDatabase.AppRole, cancel), cancel),
            Task.Run(() => DatabaseMigrator.MigrateAsync(owner, CrimeDatabase.AppRole, cancel), cancel));

        await using (var connection = new NpgsqlConnection(owner))
            Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT count(*) - count(DISTINCT scriptname) FROM public.schema_migration"));
        var actual = await SchemaListing.ReadAsync(owner);
        if (Environment.GetEnvironmentVariable(RewriteVariable) is { Length: > 0 })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(SnapshotPath)!);
            await File.WriteAllTextAsync(SnapshotPath, actual, cancel);
        }

        var expected = File.Exists(SnapshotPath) ? (await File.ReadAllTextAsync(SnapshotPath, cancel)).ReplaceLineEndings("\n") : "";
        Assert.True(expected == actual,
            $"The migrations give a schema other than CrimeInsight.Data/Schema/schema.sql. {FirstDifference(expected, actual)} When the change is meant, run "
                + $"this test once with {RewriteVariable}=1 and commit the file.");
    }

    [Fact]
    public async Task ReadAsync_AnyChangeOfRightsOrStructure_ShowsInTheListing()
    {
        string[] changes =
        [
            "ALTER TABLE crime.city ADD COLUMN added integer",
            "ALTER TABLE crime.incident DISABLE ROW LEVEL SECURITY",
            $"GRANT SELECT ON crime.incident_2020 TO {CrimeDatabase.AppRole}",
            "GRANT EXECUTE ON FUNCTION crime.current_scope() TO PUBLIC",
            "DROP INDEX crime.incident_cell",
            "ALTER TABLE crime.audit DISABLE TRIGGER audit_append_only",
        ];
        var owner = await server.CreateEmptyAsync();
        await DatabaseMigrator.MigrateAsync(owner, CrimeDatabase.AppRole, TestContext.Current.CancellationToken);
        await using var connection = new NpgsqlConnection(owner);
        var before = await SchemaListing.ReadAsync(owner);
        foreach (var change in changes)
        {
            await connection.ExecuteAsync(change);
            var after = await SchemaListing.ReadAsync(owner);
            Assert.True(before != after, $"Not seen: {change}");
            before = after;
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        var line = Enumerable.Range(0, Math.Max(was.Length, now.Length))
            .FirstOrDefault(i => was.ElementAtOrDefault(i) != now.ElementAtOrDefault(i));
        return $"First difference in line {line + 1}: expected '{was.ElementAtOrDefault(line)}', found '{now.ElementAtOrDefault(line)}'.";
    }
}
