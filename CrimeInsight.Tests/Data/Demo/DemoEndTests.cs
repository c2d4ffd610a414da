using CrimeInsight.Core.Import;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Demo;

/// <summary>The first real batch ends the demo, all of it and for good, or is not there at all.</summary>
public sealed class DemoEndTests(DatabaseServer server) : IAsyncLifetime
{
    private const int Synthetic = 2_400;

    private const string AddComputedSql = """
        INSERT INTO crime.run (id, person_id, owner, data_version, versions, state) VALUES (@run, @person, 'demo', 1, '{}', 'running');
        INSERT INTO crime.run_unit (run_id, kind, name, version, position, work) VALUES (@run, 'a', 'a', 1, 0, 1);
        INSERT INTO crime.forecast (ordinal, step, head_id, level, obstacle, history_from, data_version, run_id) VALUES (1, 0, 0, 0, 2, '2020-01-01', 1, @run);
        INSERT INTO crime.forecast_calibration (step, data_version, run_id, calibration) VALUES (0, 1, @run, '{}');
        INSERT INTO crime.result (kind, ordinal, ordinal_until, request_hash, request, version, data_version, reference_version, run_id, body)
        VALUES ('a', 1, 2, sha256('{}'), '{}', 1, 1, 1, @run, '{}');
        UPDATE crime.jurisdiction SET is_synthetic = true WHERE level = 7 AND code LIKE 'IN-KL%'
        """;

    private const string CountsSql = """
        SELECT concat_ws(' ', (SELECT count(*) FROM crime.incident), (SELECT coalesce(sum(cases), 0) FROM crime.rollup_month WHERE level = 0 AND head_id = 0),
            (SELECT count(*) FROM crime.batch WHERE is_synthetic), (SELECT count(*) FROM crime.batch WHERE NOT is_synthetic),
            (SELECT count(*) FROM crime.run), (SELECT count(*) FROM crime.run_unit), (SELECT count(*) FROM crime.forecast),
            (SELECT count(*) FROM crime.forecast_calibration), (SELECT count(*) FROM crime.result),
            (SELECT count(*) FROM crime.jurisdiction WHERE is_synthetic AND valid_until IS NULL), (SELECT is_synthetic FROM crime.data_state),
            (SELECT count(*) FROM pg_class WHERE relnamespace = 'staging'::regnamespace AND relkind = 'r'))
        """;

    private const string WholeDemo = "2400 2400 1 0 1 1 1 1 1 4 t 0";

    private readonly LoadDatabase _database = new(server);
    private readonly Guid _run = Guid.NewGuid();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        await _database.LoadAsync(_database.RandomIncidents(1, Synthetic), isSynthetic: true);
        await using var owner = await _database.Fixture.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync(AddComputedSql, new { run = _run, person = _database.Admin.PersonId });
        Assert.Equal(WholeDemo, await CountsAsync());
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task LoadAsync_RealBatchThatDoesNotEndTheDemo_IsRefusedAndChangesNothing()
    {
        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => _database.LoadAsync(_database.RandomIncidents(2, 20)));

        Assert.Equal(FileProblem.HoldsDemo, refusal.Problem);
        Assert.Equal(WholeDemo, await CountsAsync());
    }

    // Cases that equal synthetic ones are no duplicates of them; years are rebuilt, filled up or emptied.
    [Theory]
    [InlineData(20)]
    [InlineData(2_100)]
    public async Task LoadAsync_RealBatchThatEndsTheDemo_LeavesTheRealCasesAlone(int count)
    {
        var result = await EndAsync(_database.RandomIncidents(1, count));

        Assert.Equal((count, 0L, 0L), (result.Accepted, result.Duplicates, result.Rejected));
        Assert.Equal($"{count} {count} 0 1 0 0 0 0 0 0 f 0", await CountsAsync());
        Assert.All(await RollupRecount.CompareAsync(_database.Fixture.Owner), table => Assert.Equal(0, table.Value.Differences));
        var status = await new DataStatusReader(_database.Fixture.App).GetAsync(Cancel);
        Assert.Equal((false, true, count), (status.IsSynthetic, status.IsDemoOver, status.IncidentCount));
        Assert.Equal(
            await _database.ScalarAsync<DateTime>("SELECT date_trunc('month', min(occurred_on)) FROM crime.incident"),
            status.FirstMonth!.Value.ToDateTime(default));
        Assert.Equal("2400", await _database.ScalarAsync<string>($"SELECT detail ->> 'cases' FROM crime.audit WHERE action = '{AuditActions.DemoDataEnded}'"));
        Assert.Null(await _database.ScalarAsync<long?>("SELECT crime.verify_audit()"));
    }

    [Fact]
    public async Task LoadAsync_AfterTheDemo_TakesNoSyntheticCaseAndNeedsNoLeave()
    {
        await EndAsync(_database.RandomIncidents(2, 20));

        var refusal = await Assert.ThrowsAsync<ImportRefusedException>(() => _database.LoadAsync(_database.RandomIncidents(3, 20), isSynthetic: true));
        var more = await _database.LoadAsync(_database.RandomIncidents(4, 20));

        Assert.Equal(FileProblem.DemoIsOver, refusal.Problem);
        Assert.Equal(20, more.Accepted);
        Assert.Equal("40 40 0 2 0 0 0 0 0 0 f 0", await CountsAsync());
    }

    [Fact]
    public async Task LoadAsync_EndingBatchWithoutARow_EndsNothing()
    {
        Assert.Equal(0, (await EndAsync([])).Accepted);
        Assert.StartsWith("2400 2400 1 1 1 1 1 1 1 4 t", await CountsAsync(), StringComparison.Ordinal);
        Assert.False((await new DataStatusReader(_database.Fixture.App).GetAsync(Cancel)).IsDemoOver);
    }

    [Fact]
    public async Task LoadAsync_DryRunThatWouldEndTheDemo_LeavesTheWholeDemo()
    {
        Assert.Equal(20, (await EndAsync(_database.RandomIncidents(1, 20), isDryRun: true)).Accepted);
        Assert.Equal(WholeDemo, await CountsAsync());
    }

    // Killed where it waits for a reader before it removes anything, and where all is removed and only the commit is left.
    [Theory]
    [InlineData("SELECT count(*) FROM crime.incident")]
    [InlineData("SELECT pg_advisory_xact_lock(4711007)")]
    public async Task LoadAsync_EndingBatchKilled_LeavesTheWholeDemo(string holdSql)
    {
        await using var holder = await _database.Fixture.Owner.OpenConnectionAsync(Cancel);
        await using var transaction = await holder.BeginTransactionAsync(Cancel);
        await holder.ExecuteAsync(holdSql);

        var ending = EndAsync(_database.RandomIncidents(2, 2_100));
        await KillWaitingAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => ending);
        await transaction.RollbackAsync(Cancel);
        Assert.Equal(WholeDemo, await CountsAsync());
        Assert.Equal(2_100, (await EndAsync(_database.RandomIncidents(2, 2_100))).Accepted);
    }

    [Fact]
    public async Task LoadAsync_WhileForecastsAreStored_LeavesNoneOfThem()
    {
        await using var job = await _database.Fixture.Owner.OpenConnectionAsync(Cancel);
        await using var transaction = await job.BeginTransactionAsync(Cancel);
        await job.ExecuteAsync("SELECT set_config('crimeinsight.person', @person, true)", new { person = _database.Admin.PersonId.ToString() });
        await job.ExecuteAsync("SELECT crime.require_run(@run)", new { run = _run });
        await job.ExecuteAsync(
            "INSERT INTO crime.forecast (ordinal, step, head_id, level, obstacle, history_from, data_version, run_id) VALUES (2, 0, 0, 0, 2, '2020-01-01', "
                + "1, @run)", new { run = _run });

        var ending = EndAsync(_database.RandomIncidents(2, 20));
        await Task.Delay(200, Cancel);
        Assert.False(ending.IsCompleted);
        await transaction.CommitAsync(Cancel);
        await ending;

        Assert.Equal("20 20 0 1 0 0 0 0 0 0 f 0", await CountsAsync());
        await using var late = await job.BeginTransactionAsync(Cancel);
        await job.ExecuteAsync("SELECT set_config('crimeinsight.person', @person, true)", new { person = _database.Admin.PersonId.ToString() });
        await Assert.ThrowsAsync<PostgresException>(() => job.ExecuteAsync("SELECT crime.require_run(@run)", new { run = _run }));
    }

    private Task<BatchResult> EndAsync(IEnumerable<Incident> incidents, bool isDryRun = false) => _database.Loader.LoadAsync(
        incidents, new BatchInfo(Guid.NewGuid(), BatchKind.Import, "real.csv", IsSynthetic: false, isDryRun, EndsDemo: true), _database.Admin, null, Cancel);

    private Task<string> CountsAsync() => _database.ScalarAsync<string>(CountsSql);

    private async Task KillWaitingAsync()
    {
        const string sql = """
            SELECT count(pg_terminate_backend(a.pid))
            FROM pg_stat_activity a
            WHERE a.datname = current_database() AND a.usename = 'crimeinsight_app'
              AND (a.wait_event = 'advisory' OR (a.query LIKE '%check_batch%' AND a.wait_event IN ('relation', 'PgSleep')))
            """;
        await using var super = new NpgsqlConnection(new NpgsqlConnectionStringBuilder((await server.ServerAsync()).SuperuserConnectionString("postgres"))
        {
            Database = new NpgsqlConnectionStringBuilder(_database.Fixture.AppConnectionString).Database,
        }.ConnectionString);
        await super.OpenAsync(Cancel);
        while (await super.ExecuteScalarAsync<long>(new CommandDefinition(sql, cancellationToken: Cancel)) == 0)
            await Task.Delay(20, Cancel);
    }
}
