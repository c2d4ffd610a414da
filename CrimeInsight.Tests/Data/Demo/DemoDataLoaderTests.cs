using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Catalogue;
using CrimeInsight.Data.Demo;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;
using Dapper;

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
    }

    private async Task AssertCompleteAsync()
    {
        Assert.Equal(4_000, await ScalarAsync<long>("SELECT count(*) FROM crime.incident"));
        Assert.Equal(5, await ScalarAsync<long>("SELECT count(*) FROM crime.batch WHERE kind = 'demo' AND is_synthetic"));
        Assert.Equal(4_000, await ScalarAsync<long>("SELECT sum(cases)::bigint FROM crime.rollup_month WHERE level = 0 AND head_id = 0"));
        Assert.Equal(["cancelled", "done"], await ListAsync("SELECT state FROM crime.task_progress WHERE kind = 'demo' ORDER BY started_at"));
        Assert.Equal(0, await ScalarAsync<long>("SELECT count(*) FROM crime.incident i JOIN crime.crime_head h ON h.id = i.head_id WHERE h.is_sensitive AND i.modus_operandi IS NOT NULL"));
        Assert.Equal("4000", await ScalarAsync<string>($"SELECT sum((detail ->> 'cases')::integer)::text FROM crime.audit WHERE action = '{AuditActions.DemoLoaded}'"));
        var status = await new DataStatusReader(database.App).GetAsync(TestContext.Current.CancellationToken);
        Assert.True(status.IsSynthetic);
        Assert.Equal((new DateOnly(2020, 1, 1), new DateOnly(2025, 1, 1)), (status.FirstMonth, status.AsOf));
    }

    private DemoDataLoader Loader(ReferenceDataReader reference) => new(
        new DemoTarget(database.App, database.OwnerConnectionString, Path.Combine(AppContext.BaseDirectory, "seed-data"), ApproximateBoundaryLoader.UsualMap),
        new IncidentBatchLoader(database.App, reference),
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
            _seen.Add(value.Year);
            if (_seen.Count > years)
                stop.Cancel();
        }
    }
}
