using System.Collections.Immutable;
using CrimeInsight.Core.Boundaries;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Boundaries;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Boundaries;

/// <summary>Boundaries lie over those before them; what is taken back leaves them as they were.</summary>
public sealed class BoundaryEditionTests : IClassFixture<DatabaseFixture>
{
    private const string ApproximateSql = """
        INSERT INTO crime.boundary (jurisdiction_id, geometry, is_approximate, source)
        SELECT id, '{"type": "Polygon", "coordinates": [[[74, 15], [74.5, 15], [74, 15.5], [74, 15]]]}', true, 'computed'
        FROM crime.jurisdiction
        WHERE code IN ('IN', 'IN-GA', 'IN-GA-551', 'IN-KL', 'IN-KL-559')
        ON CONFLICT DO NOTHING
        """;

    private readonly DatabaseFixture _database;
    private readonly BoundaryEditionStore _editions;

    public BoundaryEditionTests(DatabaseFixture database)
    {
        DapperSetup.Apply();
        _database = database;
        _editions = new BoundaryEditionStore(database.App);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task StoreAsync_ThenUndo_DrawsThemAndThenExactlyWhatWasBefore()
    {
        var admin = await StartAsync("IN");
        var before = await DrawnAsync("IN-GA");
        Assert.Contains("\"approximate\":true", before, StringComparison.Ordinal);

        var first = await _editions.StoreAsync(Load("Survey of India", ("IN-GA-551", 1), ("IN-GA", 1)), admin, Cancel);
        var drawn = await DrawnAsync("IN-GA");
        var second = await _editions.StoreAsync(Load("Survey of India, mended", ("IN-GA-551", 2)), admin, Cancel);

        Assert.Equal((BoundaryLevel.District, 2, admin.UserName, null), (first.Level, first.Places, first.LoadedBy, first.UndoneAt));
        Assert.Contains("[73,14],[74,14]", drawn, StringComparison.Ordinal);
        Assert.DoesNotContain("\"approximate\":true", drawn, StringComparison.Ordinal);
        Assert.Contains("[73,14],[75,14]", await DrawnAsync("IN-GA"), StringComparison.Ordinal);
        Assert.Equal(BoundaryRefusal.LaterEdition, await RefusedAsync(() => _editions.UndoAsync(first.Id, admin, Cancel)));
        await _editions.UndoAsync(second.Id, admin, Cancel);
        Assert.Equal(drawn, await DrawnAsync("IN-GA"));
        await _editions.UndoAsync(first.Id, admin, Cancel);
        Assert.Equal(before, await DrawnAsync("IN-GA"));
        Assert.Equal(BoundaryRefusal.NotFound, await RefusedAsync(() => _editions.UndoAsync(first.Id, admin, Cancel)));
        Assert.Equal(BoundaryRefusal.NotFound, await RefusedAsync(() => _editions.UndoAsync(Guid.NewGuid(), admin, Cancel)));
        var listed = (await _editions.ListAsync(admin, Cancel)).Where(edition => edition.LoadedBy == admin.UserName).ToList();
        Assert.Equal([second.Id, first.Id], listed.Select(edition => edition.Id));
        Assert.All(listed, edition => Assert.Equal(admin.UserName, edition.UndoneBy));
        Assert.Equal(
            ["boundary.loaded", "boundary.undone"],
            await AskAsync<string>("SELECT action FROM crime.audit WHERE subject = @subject ORDER BY id", new { subject = $"boundary-edition:{first.Id}" }));
    }

    [Fact]
    public async Task StoreAsync_PlacesOfOthersOrUnknown_KeepsNothing()
    {
        var (goa, kerala) = (await StartAsync("IN-GA"), await StartAsync("IN-KL"));
        var before = await DrawnAsync("IN-KL");
        foreach (var (load, person) in new[]
        {
            (Load("x", ("IN-GA-551", 1), ("IN-KL-559", 1)), goa),
            (Load("x", ("IN-GA-551", 1), ("IN", 1)), goa),
            (Load("x", ("IN-KL-559", 1)), await _database.AddPersonAsync(PersonRole.Supervisor, "IN-KL")),
            (Load("x", ("IN-KL-NOWHERE", 1)), kerala),
            (Load("x", ("IN-KL", 1)) with { Level = BoundaryLevel.Country }, kerala),
        })
            Assert.Equal(BoundaryRefusal.NotAllowed, await RefusedAsync(() => _editions.StoreAsync(load, person, Cancel)));
        await Assert.ThrowsAsync<PostgresException>(
            () => _editions.StoreAsync(Load("x", ("IN-KL-559", 1)) with { ValidFrom = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(3) }, kerala, Cancel));
        Assert.Equal(before, await DrawnAsync("IN-KL"));

        var own = await _editions.StoreAsync(Load("own", ("IN-KL-559", 1)), kerala, Cancel);
        Assert.Equal(BoundaryRefusal.NotAllowed, await RefusedAsync(() => _editions.UndoAsync(own.Id, goa, Cancel)));
        await _editions.UndoAsync(own.Id, kerala, Cancel);
        Assert.Equal(before, await DrawnAsync("IN-KL"));
        Assert.Empty(await _editions.ListAsync(await _database.AddPersonAsync(PersonRole.Supervisor, "IN"), Cancel));
    }

    [Fact]
    public async Task DemoAccount_Ends_ItsBoundariesEndUnlessOthersDrewOverThem()
    {
        var (visitor, own) = (await StartAsync("IN"), await StartAsync("IN"));
        await AskAsync<int>("UPDATE crime.person SET ends_with_demo = true WHERE id = @id RETURNING 1", new { id = visitor.PersonId });
        var left = await _editions.StoreAsync(Load("left", ("IN-TN-568", 1)), visitor, Cancel);
        var covered = await _editions.StoreAsync(Load("covered", ("IN-TN-569", 1)), visitor, Cancel);
        var over = await _editions.StoreAsync(Load("over", ("IN-TN-569", 2)), own, Cancel);

        await AskAsync<int>("UPDATE crime.person SET is_active = false WHERE id = @id RETURNING 1", new { id = visitor.PersonId });

        var editions = (await _editions.ListAsync(own, Cancel)).ToDictionary(edition => edition.Id);
        Assert.NotNull(editions[left.Id].UndoneAt);
        Assert.Null(editions[covered.Id].UndoneAt);
        Assert.Null(editions[over.Id].UndoneAt);
    }

    [Theory]
    [InlineData("INSERT INTO crime.boundary_edition DEFAULT VALUES")]
    [InlineData("UPDATE crime.boundary_edition SET undone_at = NULL")]
    [InlineData("DELETE FROM crime.boundary_edition")]
    [InlineData("SELECT * FROM crime.boundary_shape")]
    [InlineData("DELETE FROM crime.boundary_shape")]
    [InlineData("SELECT crime.end_boundaries(gen_random_uuid(), 'x')")]
    public async Task Tables_AsTheAppRole_AreNotChanged(string statement)
    {
        await using var session = await PersonSession.OpenAsync(_database.App, await _database.AddPersonAsync(PersonRole.Admin, "IN"), null, Cancel);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => session.Connection.ExecuteAsync(statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    private static BoundaryLoad Load(string source, params (string Code, int Width)[] places) => new(
        BoundaryLevel.District, source, "districts.geojson", new string('a', 64), new DateOnly(2020, 1, 1),
        [.. places.Select(place => new JurisdictionShape(place.Code, Square(place.Width)))]);

    private static GeoShape Square(int width)
    {
        ImmutableArray<GeoPoint> ring = [new(14, 73), new(14, 73 + width), new(15, 73 + width), new(15, 73)];
        return new GeoShape([new GeoPolygon(ring, [])]);
    }

    private static async Task<BoundaryRefusal> RefusedAsync(Func<Task> act) => (await Assert.ThrowsAsync<BoundaryRefusedException>(act)).Reason;

    private async Task<Viewer> StartAsync(string root)
    {
        await using var owner = await _database.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync(ApproximateSql);
        return await _database.AddPersonAsync(PersonRole.Admin, root);
    }

    // As a page asks for it: of the version that holds.
    private async Task<string> DrawnAsync(string state)
    {
        using var references = new ReferenceDataReader(_database.App);
        var reader = new BoundaryReader(_database.App, references);
        var districts = await reader.ReadAsync(BoundaryLevel.District, state, Cancel);
        var states = await reader.ReadAsync(BoundaryLevel.State, state, Cancel);
        return System.Text.Encoding.UTF8.GetString(districts.Json.Span) + System.Text.Encoding.UTF8.GetString(states.Json.Span);
    }

    private async Task<IReadOnlyList<T>> AskAsync<T>(string sql, object? values = null)
    {
        await using var owner = await _database.Owner.OpenConnectionAsync(Cancel);
        return [.. await owner.QueryAsync<T>(sql, values)];
    }
}
