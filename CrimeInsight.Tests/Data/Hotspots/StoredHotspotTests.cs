using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Forecasting;
using CrimeInsight.Data.Hotspots;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Hotspots;

/// <summary>The country and Goa by all heads, computed and stored as a run does.</summary>
public sealed class StoredHotspotTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>, IAsyncLifetime
{
    private const string StoredSql = """
        SELECT ordinal, head_id, kind
        FROM crime.hotspot_result
        ORDER BY ordinal, head_id, kind
        """;

    private const string InsertSql = """
        INSERT INTO crime.hotspot_result (
            ordinal, ordinal_until, head_id, kind, data_version, reference_version, plan_version, run_id, period_until, months, neighbours, level, seed, report)
        VALUES (0, 1, 0, 0, 1, 1, 1, gen_random_uuid(), '2024-01-01', 12, 8, 0.05, 1, '{}')
        """;

    private const string StoreSql = "SELECT crime.store_hotspots(@run, @name, @lo, @hi, 1, @version)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private JurisdictionTree Tree => database.Queries.Reference.Jurisdictions;

    private short Root => database.Queries.Reference.Heads.Root.Id;

    public async ValueTask InitializeAsync()
    {
        if (await database.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM crime.hotspot_result)"))
            return;
        var owner = await database.AddOwnerAsync("IN");
        var run = await database.BeginAsync(owner);
        foreach (var area in (string[])["IN", "IN-GA"])
            await StoreAsync(run, area, owner);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Of the whole country as whoever has it asks, and as somebody who has more than one place asks for it by its code.</summary>
    [Theory]
    [InlineData(HotspotMethod.Neighbours, null)]
    [InlineData(HotspotMethod.Likeness, "IN")]
    [InlineData(HotspotMethod.Recent, "IN")]
    [InlineData(HotspotMethod.Emerging, null)]
    [InlineData(HotspotMethod.Cells, "IN-GA")]
    [InlineData(HotspotMethod.Clusters, "IN-GA")]
    public async Task FindAsync_SameQuestion_GivesWhatIsComputedNow(HotspotMethod method, string? place)
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN");
        var request = new HotspotRequest(method, place, null);
        var found = (await database.Hotspots.FindAsync(request, viewer, Token))!;
        Assert.InRange(found.ComputedAt!.Value, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(1));
        var live = await database.NewHotspotComputer().Hotspots.RunAsync(request, viewer, null, Token);
        HotspotJsonTests.AssertSame(live, found with { ComputedAt = null });
    }

    [Fact]
    public async Task FindAsync_NearRepeatsAndConcentration_AreStoredToo()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        var request = new HotspotRequest(default, null, null);
        Assert.Equal(HotspotObstacle.TooFewCases, (await database.Hotspots.FindNearRepeatsAsync(request, viewer, Token))!.Obstacle);
        Assert.True((await database.Hotspots.FindConcentrationAsync(request, viewer, Token))!.Report is { Events: > 0, Curve.Length: > 2 });
    }

    [Fact]
    public async Task FindAsync_OtherQuestion_GivesNothing()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        var asOf = (await new CrimeInsight.Data.Reference.DataStatusReader(database.Fixture.App).GetAsync(Token)).AsOf!.Value;
        const HotspotMethod method = HotspotMethod.Neighbours;
        Assert.NotNull(await database.Hotspots.FindAsync(new(method, "IN", "all", asOf), viewer, Token));
        Assert.NotNull(await database.Hotspots.FindAsync(new(method, "IN", null, asOf.AddMonths(3)), viewer, Token));
        Assert.NotNull(await database.Hotspots.FindAsync(new(method, "IN", null) { BandwidthMetres = 500, ReachMetres = 500 }, viewer, Token));
        foreach (var other in (HotspotRequest[])
        [
            new(method, "IN", null, asOf.AddMonths(-1)), new(method, "IN", null, months: 6), new(method, "IN", null, neighbours: 9), new(method, "IN", null, level: 0.1),
            new(method, "IN", null, seed: 2), new(HotspotMethod.Clusters, "IN", null) { ReachMetres = 500 }, new(HotspotMethod.Clusters, "IN", null) { Background = CaseBackground.EarlierYears }, new(method, "IN-KL", null), new(method, "IN", "murder"), new(method, "XX", null),
        ])
        {
            Assert.Null(await database.Hotspots.FindAsync(other, viewer, Token));
        }
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 1)]
    public async Task FindAsync_MonthsOrReferenceThatChanged_GivesNothing(int months, int reference)
    {
        const string sql = """
            UPDATE crime.data_state
            SET months_version = months_version + @months, reference_version = reference_version + @reference
            RETURNING months_version
            """;
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        var request = new HotspotRequest(HotspotMethod.Emerging, "IN", null);
        await database.ScalarAsync<long>(sql, new { months, reference });
        Assert.Null(await database.Hotspots.FindAsync(request, viewer, Token));
        await database.ScalarAsync<long>(sql, new { months = -months, reference = -reference });
        Assert.NotNull(await database.Hotspots.FindAsync(request, viewer, Token));
    }

    /// <summary>A result tells of all cases of its area: whoever lacks a part of it sees nothing of it.</summary>
    [Fact]
    public async Task Rows_RandomPeople_AreOnlyOfAreasThatAreWhollyTheirs()
    {
        var (random, places) = (new Random(11), database.Queries.Places.ToArray());
        Assert.Equal(2 * HotspotKind.Stored.Length, (await RowsAsync(await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN"))).Count);
        foreach (var (codes, areas) in new (string[], string[])[] { (["IN-GA"], ["IN-GA"]), ([database.District], []), (["IN-GA", "IN-KL"], ["IN-GA"]), (["IN-KL"], []) })
            await AssertSeesAsync(codes, areas);
        await AssertSeesAsync([.. Tree.ChildrenOf(Tree.Find("IN-GA")!.Id).Select(child => child.Code)], []);
        for (var i = 0; i < 15; i++)
        {
            random.Shuffle(places);
            string[] codes = places[..random.Next(1, 4)];
            await AssertSeesAsync(codes, [.. new[] { "IN", "IN-GA" }.Where(area => codes.Any(code => Tree.Find(code)!.Contains(Tree.Find(area)!)))]);
        }

        Assert.Empty(await RowsAsync(viewer: null));
    }

    [Fact]
    public async Task Insert_AppRole_IsRefused()
    {
        await using var connection = await database.Fixture.App.OpenConnectionAsync(Token);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(InsertSql));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    /// <summary>Somebody who is no administrator, an administrator of another place, and another administrator's run.</summary>
    [Theory]
    [InlineData(PersonRole.Supervisor, "IN", true)]
    [InlineData(PersonRole.Admin, "IN-TN", true)]
    [InlineData(PersonRole.Admin, "IN", false)]
    public async Task StoreHotspots_SomebodyElse_IsRefused(PersonRole role, string place, bool isOwn)
    {
        var owner = await database.AddOwnerAsync("IN");
        var run = await database.BeginAsync(owner);
        var viewer = await database.Fixture.AddPersonAsync(role, place);
        if (isOwn)
            await database.ScalarAsync<int>("UPDATE crime.forecast_run SET person_id = @PersonId WHERE id = @run RETURNING 1", new { run, viewer.PersonId });
        var refused = await Assert.ThrowsAsync<PostgresException>(() => StoreAsync(run, "IN-GA", viewer));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task StoreHotspots_RowsOfAnotherArea_AreRefused()
    {
        var owner = await database.AddOwnerAsync("IN");
        var (run, goa) = (await database.BeginAsync(owner), Tree.Find("IN-GA")!);
        await using var session = await PersonSession.OpenAsync(database.Fixture.App, owner, null, Token);
        await session.Connection.ExecuteAsync(InsertSql.Replace("hotspot_result", "hotspot_incoming", StringComparison.Ordinal).Replace("gen_random_uuid()", $"'{run}'", StringComparison.Ordinal), transaction: session.Transaction);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.Connection.ExecuteAsync(
            StoreSql, new { run, name = "x", lo = goa.Ordinal, hi = goa.OrdinalUntil, version = 1L }, session.Transaction));
        Assert.Equal(PostgresErrorCodes.CheckViolation, refused.SqlState);
    }

    [Fact]
    public async Task RunAsync_CancelledWithinAnArea_Stops()
    {
        var owner = await database.AddOwnerAsync("IN-GA");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var told = new List<int>();
        var progress = new Told(done =>
        {
            told.Add(done);
            if (done == 2)
                stop.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.NewHotspotComputer().RunAsync(Tree.Find("IN-GA")!, [Root], owner, progress, stop.Token));
        Assert.Equal([1, 2], told);
    }

    private async Task AssertSeesAsync(string[] codes, string[] areas)
    {
        var rows = await RowsAsync(await database.Fixture.AddPersonAsync(PersonRole.Admin, codes));
        Assert.Equal(areas.Select(area => Tree.Find(area)!.Ordinal).Order(), rows.Select(row => row.Ordinal).Distinct());
    }

    private async Task<IReadOnlyList<(int Ordinal, short Head, short Kind)>> RowsAsync(Viewer? viewer)
    {
        await using var session = await PersonSession.OpenAsync(database.Fixture.App, viewer, null, Token);
        return [.. await session.Connection.QueryAsync<(int, short, short)>(StoredSql, transaction: session.Transaction)];
    }

    private async Task StoreAsync(Guid run, string code, Viewer owner)
    {
        var area = Tree.Find(code)!;
        await new HotspotWriter(database.Fixture.App).StoreAsync(run, ChunkOf(area), await PanelAsync(area, owner), owner, Token);
    }

    private async Task<HotspotPanel> PanelAsync(Jurisdiction area, Viewer owner) =>
        (await database.NewHotspotComputer().RunAsync(area, [Root], owner, new Told(_ => { }), Token))!;

    private ForecastChunk ChunkOf(Jurisdiction area) => new($"hotspots:{area.Code}", ForecastChunkKind.Hotspots, default, area, [JurisdictionLevel.District], [Root], 1);

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
