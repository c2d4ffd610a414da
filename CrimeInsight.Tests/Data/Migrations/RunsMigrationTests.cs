using CrimeInsight.Data.Migrations;
using CrimeInsight.Data.Startup;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Migrations;

/// <summary>What a database of before holds goes on with the runs of any kind.</summary>
public sealed class RunsMigrationTests(DatabaseServer server)
{
    private const string PlantSql = """
        INSERT INTO crime.forecast_run (id, person_id, owner, data_version, plan_version, state, done, total, busy_ms, started_at, finished_at)
        VALUES ('00000000-0000-0000-0000-000000000001', gen_random_uuid(), 'asha', 3, 8, 'done', 50, 50, 9000, now() - interval '1 day', now()),
               ('00000000-0000-0000-0000-000000000002', gen_random_uuid(), 'ravi', 3, 8, 'running', 20, 50, 4000, now(), NULL);
        INSERT INTO crime.forecast_chunk (run_id, name, work, stored, withheld, too_short, hotspots)
        SELECT r.id, c.name, c.work, c.stored, c.withheld, c.too_short, c.hotspots
        FROM crime.forecast_run r
        CROSS JOIN (VALUES ('upper:IN-GA', 40, 30, 4, 2, 0), ('hotspots:IN-GA', 10, 0, 0, 0, 12)) AS c (name, work, stored, withheld, too_short, hotspots);
        INSERT INTO crime.forecast (ordinal, step, head_id, level, obstacle, history_from, data_version, run_id)
        VALUES (1, 0, 0, 0, 2, '2020-01-01', 3, '00000000-0000-0000-0000-000000000001');
        INSERT INTO hangfire.job (id, statename, invocationdata, arguments, createdat)
        VALUES (71, 'Enqueued', '{"Type": "CrimeInsight.Data.Jobs.IForecastJob, CrimeInsight.Data", "Method": "RunAsync"}', '[]', now()),
               (72, 'Enqueued', '{"Type": "CrimeInsight.Data.Jobs.IOtherJob, CrimeInsight.Data", "Method": "RunAsync"}', '[]', now());
        INSERT INTO hangfire.jobqueue (jobid, queue) VALUES (71, 'default'), (72, 'default');
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Runs_DatabaseOfBefore_GoesOn()
    {
        await using var connection = new NpgsqlConnection(await server.CreateEmptyAsync());
        await connection.OpenAsync(Token);
        foreach (var script in MigrationScripts.Until("0023"))
            await connection.ExecuteAsync(script);
        await JobQueueSchema.InstallAsync(connection, $"\"{CrimeDatabase.AppRole}\"", Token);
        await connection.ExecuteAsync(PlantSql);

        await connection.ExecuteAsync(MigrationScripts.Between("0023", "0024").Single());

        // What is done counts as such, but for hotspots, whose results are gone; what is open goes on with what is left.
        Assert.Equal(
            [("asha", "done", """{"forecasts": 8}"""), ("ravi", "waiting", """{"hotspots": 8, "forecasts": 8}""")],
            await connection.QueryAsync<(string, string, string)>("SELECT owner, state, versions::text FROM crime.run ORDER BY owner"));
        Assert.Equal(
            [("asha", "hotspots:IN-GA", 10L, """{"hotspots": 12}"""), ("asha", "upper:IN-GA", 40L, Counts), ("ravi", "upper:IN-GA", 40L, Counts)],
            await connection.QueryAsync<(string, string, long, string)>(
                "SELECT r.owner, u.name, u.done, u.counts::text FROM crime.run_unit u JOIN crime.run r ON r.id = run_id WHERE u.state = 'done' ORDER BY 1, 2"));
        Assert.Equal(1, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.forecast"));
        Assert.Equal([72L], await connection.QueryAsync<long>("SELECT id FROM hangfire.job"));
        Assert.Equal([72L], await connection.QueryAsync<long>("SELECT jobid FROM hangfire.jobqueue"));
    }

    private const string Counts = """{"forecasts": 30, "forecasts.withheld": 4, "forecasts.too-short": 2}""";
}
