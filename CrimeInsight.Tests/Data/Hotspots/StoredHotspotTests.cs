using CrimeInsight.Core.Hotspots;
using CrimeInsight.Core.Hotspots.Concentration;
using CrimeInsight.Core.Hotspots.DensityClusters;
using CrimeInsight.Core.Hotspots.GetisOrd;
using CrimeInsight.Core.Hotspots.NearRepeats;
using CrimeInsight.Core.Hotspots.SpaceTimeCube;
using CrimeInsight.Core.Hotspots.Stored;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Results;
using CrimeInsight.Core.Runs;
using CrimeInsight.Data.Connections;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Hotspots;

/// <summary>The country and Goa by all heads, computed and stored as a run does.</summary>
public sealed class StoredHotspotTests(ForecastDatabase database) : IClassFixture<ForecastDatabase>, IAsyncLifetime
{
    private const string StoredSql = """
        SELECT ordinal, request::text, kind
        FROM crime.result
        ORDER BY ordinal, kind, request_hash
        """;

    private const string InsertSql = """
        INSERT INTO crime.result (kind, ordinal, ordinal_until, request_hash, request, version, data_version, reference_version, run_id, body)
        VALUES ('hotspots', 0, 1, sha256('{}'), '{}', 1, 1, 1, gen_random_uuid(), '{}')
        """;

    private const string StoreSql = "SELECT crime.store_results(@run, @kind, @name, @holder, @lo, @hi, @kinds, '{}')";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private JurisdictionTree Tree => database.Queries.Reference.Jurisdictions;

    private short Root => database.Queries.Reference.Heads.Root.Id;

    public async ValueTask InitializeAsync()
    {
        if (await database.ScalarAsync<bool>("SELECT EXISTS (SELECT 1 FROM crime.result)"))
            return;
        var owner = await database.AddOwnerAsync("IN");
        foreach (var claim in await database.BeginAsync(owner, UnitOf("IN"), UnitOf("IN-GA")))
            await StoreAsync(claim);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Of the whole country as whoever has it asks, and as somebody who has more than one place asks for it by its code.</summary>
    [Theory]
    [InlineData("neighbours", null)]
    [InlineData("likeness", "IN")]
    [InlineData("recent", "IN")]
    [InlineData("emerging", null)]
    [InlineData("cells", "IN-GA")]
    [InlineData("clusters", "IN-GA")]
    public async Task FindAsync_SameQuestion_GivesWhatIsComputedNow(string method, string? place)
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN");
        var request = new HotspotRequest(GridHotspots.Settings(method), place, null);
        var found = (await FindAsync(request, viewer))!;
        Assert.InRange(found.ComputedAt, DateTimeOffset.UtcNow.AddMinutes(-10), DateTimeOffset.UtcNow.AddMinutes(1));
        var live = await database.Computer.Hotspots.RunAsync(request, viewer, null, Token);
        SameReport.Assert(live, found.Report);
    }

    [Fact]
    public async Task FindAsync_NearRepeatsAndConcentration_AreStoredToo()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        Assert.Equal(HotspotObstacle.TooFewCases, (await FindAsync(new(new NearRepeatSettings(), null, null), viewer))!.Report.Obstacle);
        Assert.True((await FindAsync(
            new(new ConcentrationSettings(), null, null), viewer))!.Report is ConcentrationFindings { Report: { Events: > 0, Curve.Length: > 2 } });
    }

    [Fact]
    public async Task FindAsync_OtherQuestion_GivesNothing()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        var asOf = (await new CrimeInsight.Data.Reference.DataStatusReader(database.Fixture.App).GetAsync(Token)).AsOf!.Value;
        var settings = new GetisOrdSettings();
        Assert.NotNull(await FindAsync(new(settings, "IN", "all", Period.LastMonths(asOf, 12)), viewer));
        Assert.NotNull(await FindAsync(new(settings, "IN", null, Period.LastMonths(asOf.AddMonths(3), 12)), viewer));
        foreach (var other in (HotspotRequest[])
        [
            new(settings, "IN", null, Period.LastMonths(asOf.AddMonths(-1), 12)), new(settings, "IN", null, Period.LastMonths(asOf, 6)),
            new(settings with { Neighbours = 9 }, "IN", null), new(settings with { Significance = 0.1 }, "IN", null),
            new(settings with { Seed = 2 }, "IN", null), new(new DensityClustersSettings { ReachMetres = 500 }, "IN", null),
            new(new DensityClustersSettings { Background = CaseBackground.EarlierYears }, "IN", null),
            new(settings, "IN-KL", null), new(settings, "IN", "murder"), new(settings, "XX", null),
        ])
        {
            Assert.Null(await FindAsync(other, viewer));
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
        var request = new HotspotRequest(new EmergingHotspotsSettings(), "IN", null);
        await database.ScalarAsync<long>(sql, new { months, reference });
        Assert.Null(await FindAsync(request, viewer));
        await database.ScalarAsync<long>(sql, new { months = -months, reference = -reference });
        Assert.NotNull(await FindAsync(request, viewer));
    }

    /// <summary>A result tells of all cases of its area: whoever lacks a part of it sees nothing of it.</summary>
    [Fact]
    public async Task Rows_RandomPeople_AreOnlyOfAreasThatAreWhollyTheirs()
    {
        var (random, places) = (new Random(11), database.Queries.Places.ToArray());
        Assert.Equal(2 * database.HotspotMethods.Stored.Length, (await RowsAsync(await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN"))).Count);
        foreach (var (codes, areas) in new (string[], string[])[] { (["IN-GA"], ["IN-GA"]), ([database.District], []), (["IN-GA", "IN-KL"], ["IN-GA"]),
            (["IN-KL"], []) })
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
        var claim = (await database.BeginAsync(owner, UnitOf("IN-GA")))[0];
        var viewer = await database.Fixture.AddPersonAsync(role, place);
        if (isOwn)
            await database.ScalarAsync<int>("UPDATE crime.run SET person_id = @PersonId WHERE id = @Run RETURNING 1", new { claim.Run, viewer.PersonId });
        var refused = await Assert.ThrowsAsync<PostgresException>(() => StoreAsync(claim with { Owner = viewer }));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task StoreHotspots_RowsOfAnotherArea_AreRefused()
    {
        var owner = await database.AddOwnerAsync("IN");
        var (claim, goa) = ((await database.BeginAsync(owner, UnitOf("IN-GA")))[0], Tree.Find("IN-GA")!);
        await using var session = await PersonSession.OpenAsync(database.Fixture.App, owner, null, Token);
        await session.Connection.ExecuteAsync(InsertSql.Replace("crime.result", "crime.result_incoming", StringComparison.Ordinal)
            .Replace("gen_random_uuid()", $"'{claim.Run}'", StringComparison.Ordinal), transaction: session.Transaction);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.Connection.ExecuteAsync(
            StoreSql,
            new
            {
                run = claim.Run,
                kind = claim.Kind,
                name = claim.Unit.Name,
                holder = claim.Holder,
                lo = goa.Ordinal,
                hi = goa.OrdinalUntil,
                kinds = new[] { "hotspots" },
            },
            session.Transaction));
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
        var data = await database.Status.GetAsync(Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => database.Computer.RunAsync(Tree.Find("IN-GA")!, [Root], database.Queries.Reference, data, owner, progress, stop.Token));
        Assert.Equal([1, 2], told);
    }

    private async Task AssertSeesAsync(string[] codes, string[] areas)
    {
        var rows = await RowsAsync(await database.Fixture.AddPersonAsync(PersonRole.Admin, codes));
        Assert.Equal(areas.Select(area => Tree.Find(area)!.Ordinal).Order(), rows.Select(row => row.Ordinal).Distinct());
    }

    private async Task<IReadOnlyList<(int Ordinal, string Request, string Kind)>> RowsAsync(Viewer? viewer)
    {
        await using var session = await PersonSession.OpenAsync(database.Fixture.App, viewer, null, Token);
        return [.. await session.Connection.QueryAsync<(int, string, string)>(StoredSql, transaction: session.Transaction)];
    }

    private Task<StoredResult<HotspotReport>?> FindAsync(HotspotRequest request, Viewer viewer) =>
        database.Hotspots.FindAsync(request, viewer, Token);

    private async Task StoreAsync(RunClaim claim) => await database.Parts[1].RunAsync(claim, Token);

    private PlannedUnit UnitOf(string code) => new(database.Parts[1], new HotspotUnit($"hotspots:{code}", RunTurn.Slow, 1, Tree.Find(code)!, [Root]));

    private sealed class Told(Action<int> tell) : IProgress<int>
    {
        public void Report(int value) => tell(value);
    }
}
