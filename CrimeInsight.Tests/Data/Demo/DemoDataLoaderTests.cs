using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Demo;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.People;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;
using Microsoft.Extensions.Options;

namespace CrimeInsight.Tests.Data.Demo;

public sealed class DemoDataLoaderTests(DatabaseFixture database) : IClassFixture<DatabaseFixture>
{
    private static readonly DemoRequest s_request = new(4_000, 1);

    [Fact]
    public async Task LoadAsync_CancelledAndRepeated_LoadsEveryYearOnce()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var reference = new ReferenceDataReader(database.App);
        var loader = Loader(reference);

        Assert.False(await loader.IsDueAsync(s_request, cancellation));
        var refusal = await Assert.ThrowsAsync<OperatorException>(() => loader.LoadAsync(s_request, null, cancellation));
        Assert.Contains("admin create", refusal.Message, StringComparison.Ordinal);
        await database.AddPersonAsync(PersonRole.Admin, "IN");
        Assert.True(await loader.IsDueAsync(s_request, cancellation));

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => loader.LoadAsync(s_request, new StopAfter(stop, 1), stop.Token));
        var present = await ScalarAsync<long>("SELECT coalesce(sum(accepted), 0)::bigint FROM crime.batch");
        Assert.InRange(present, 1, 3_999);

        var result = await loader.LoadAsync(s_request, null, cancellation);
        Assert.Equal(new DemoLoadResult(4_000 - present, present, 0), result);
        await AssertCompleteAsync();

        Assert.Equal(new DemoLoadResult(0, 4_000, 0), await loader.LoadAsync(s_request, null, cancellation));
        Assert.False(await loader.IsDueAsync(s_request, cancellation));
        var other = await Assert.ThrowsAsync<OperatorException>(() => loader.LoadAsync(new DemoRequest(4_000, 2), null, cancellation));
        Assert.Contains("another request", other.Message, StringComparison.Ordinal);
        await AssertDaysAreAddedAsync(loader);
    }

    // A week and a month later: the same number asked for to another day goes on with what is there.
    private async Task AssertDaysAreAddedAsync(DemoDataLoader loader)
    {
        var (before, status) = (await StateAsync(), await StatusAsync());
        Assert.True(await loader.IsDueAsync(Until(8), Cancel));
        var week = await loader.LoadAsync(Until(8), null, Cancel);
        Assert.Equal(4_000, week.Present);
        Assert.InRange(week.Loaded, 5, 40);
        Assert.False(await loader.IsDueAsync(Until(8), Cancel));
        Assert.Equal(before, await StateAsync());
        var (after, days) = (await StatusAsync(), await ScalarAsync<long>("SELECT count(*) FROM crime.incident WHERE reported_on >= '2025-01-01'"));
        Assert.Equal(
            (status.AsOf, status.MonthsVersion, status.Version + 1, status.Coverage), (after.AsOf, after.MonthsVersion, after.Version, after.Coverage));
        Assert.InRange(after.Until!.Value, new DateOnly(2025, 1, 3), new DateOnly(2025, 1, 8));
        Assert.Equal(week.Loaded, days);

        await loader.LoadAsync(Until(40), null, Cancel);
        var month = await StatusAsync();
        Assert.Equal(new DateOnly(2025, 2, 1), month.AsOf);
        Assert.Equal(month.Version, month.MonthsVersion);
        Assert.Equal(1, await ScalarAsync<long>("SELECT count(*) FROM crime.batch WHERE file_name = 'demo-2025-01-08-2025-02-08'"));
    }

    // Registered before 2025: what no later day may change.
    private Task<string> StateAsync() => ScalarAsync<string>("""
        SELECT md5(string_agg(concat_ws('|', i.id, i.content_hash, i.status), ';' ORDER BY i.id)) FROM crime.incident i WHERE i.reported_on < '2025-01-01'
        """);

    private ValueTask<DataStatus> StatusAsync() => new DataStatusReader(database.App).GetAsync(Cancel);

    private static DemoRequest Until(int day) => new(4_000, 1, until: new DateOnly(2025, 1, 1).AddDays(day - 1));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private async Task AssertCompleteAsync()
    {
        Assert.Equal(4_000, await ScalarAsync<long>("SELECT count(*) FROM crime.incident"));
        Assert.Equal(5, await ScalarAsync<long>("SELECT count(*) FROM crime.batch WHERE kind = 'demo' AND is_synthetic"));
        Assert.Equal(4_000, await ScalarAsync<long>("SELECT sum(cases)::bigint FROM crime.rollup_month WHERE level = 0 AND head_id = 0"));
        Assert.Equal(["cancelled", "done"], await ListAsync("SELECT state FROM crime.task_progress WHERE kind = 'demo' ORDER BY started_at"));
        Assert.Equal(0,
            await ScalarAsync<long>(
                "SELECT count(*) FROM crime.incident i JOIN crime.crime_head h ON h.id = i.head_id WHERE h.is_sensitive AND i.modus_operandi IS NOT NULL"));
        Assert.Equal(
            "4000", await ScalarAsync<string>($"SELECT sum((detail ->> 'cases')::integer)::text FROM crime.audit WHERE action = '{AuditActions.DemoLoaded}'"));
        var status = await new DataStatusReader(database.App).GetAsync(TestContext.Current.CancellationToken);
        Assert.True(status.IsSynthetic);
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2025, 1, 1)), (status.FirstMonth, status.AsOf));
        Assert.InRange(status.Coverage!.Value, 0.00005, 0.0005);
    }

    private DemoDataLoader Loader(ReferenceDataReader reference) => new(
        new DemoTarget(database.App, database.OwnerConnectionString, Path.Combine(AppContext.BaseDirectory, "seed-data"), ApproximateBoundaryLoader.UsualMap),
        new IncidentBatchLoader(database.App, reference, new HolidayReader(database.App, reference), Options.Create(new BatchOptions())),
        new AuditWriter(database.App),
        TimeProvider.System);

    private async Task<T> ScalarAsync<T>(string sql)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return (await owner.ExecuteScalarAsync<T>(sql))!;
    }

    private async Task<List<string>> ListAsync(string sql)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return [.. await owner.QueryAsync<string>(sql)];
    }

    // Cancels when the year after some has begun.
    private sealed class StopAfter(CancellationTokenSource stop, int years) : IProgress<DemoLoadProgress>
    {
        private readonly HashSet<int> _seen = [];

        public void Report(DemoLoadProgress value)
        {
            _seen.Add(value.From.Year);
            if (_seen.Count > years)
                stop.Cancel();
        }
    }
}
