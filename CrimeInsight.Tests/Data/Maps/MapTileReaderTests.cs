using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Maps;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Maps;

public sealed class MapTileReaderTests(LoadDatabase database) : IClassFixture<LoadDatabase>, IAsyncLifetime
{
    private static readonly Period s_years = new(new DateOnly(2019, 1, 1), new DateOnly(2023, 1, 1));
    private List<StoredRow> _rows = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        if (await database.ScalarAsync<long>("SELECT incident_count FROM crime.data_state") == 0)
            await database.LoadAsync(database.RandomIncidents(11, 9000));
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        _rows = [.. await owner.QueryAsync<StoredRow>(
            "SELECT ordinal, head_id, occurred_on, cell_key, status, victim_gender, is_sensitive FROM crime.incident WHERE cell_key IS NOT NULL ORDER BY id")];
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ReadAsync_RandomQueriesOfRandomPeople_EqualACountOfTheRowsTheyMaySee()
    {
        var random = new Random(8);
        Viewer[] people = [database.Admin, await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN-KL"),
            await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN-PB")];
        var sources = new HashSet<string>();
        var drawn = 0;
        for (var i = 0; i < 300; i++)
        {
            var (query, viewer) = (RandomQuery(random), people[random.Next(people.Length)]);
            var counts = await Reader().ReadAsync(query, viewer, Cancel);
            sources.Add($"{counts.Source} {counts.GridZoom - query.Zoom}");
            drawn += counts.Cells.Count;
            Assert.Equal(Expected(query, viewer, counts.GridZoom), counts.Cells.ToDictionary(cell => (cell.Zoom, cell.X, cell.Y), cell => cell.Cases));
        }

        Assert.True(drawn > 1000);
        Assert.Superset(new HashSet<string> { "CoarseCells 5", "CoarseCells 4", "FineRollup 4", "Incidents 5" }, sources);
    }

    [Fact]
    public async Task ReadAsync_OnlySensitiveHeads_DrawsNothingOnAnyZoom()
    {
        var heads = database.Reference.Heads.All.Where(head => head.IsSensitive).Select(head => head.Code);
        for (var zoom = 0; zoom <= MapTileQuery.MaxZoom; zoom++)
        {
            var (x, y) = MapCell.CellAt(_rows.First(row => row.IsSensitive).CellKey, zoom);
            Assert.Empty((await Reader().ReadAsync(Query(zoom, x, y) with { Heads = [.. heads] }, database.Admin, Cancel)).Cells);
        }
    }

    // All heads less all others, cell by cell: the cells of the protected ones, were they drawn.
    [Fact]
    public async Task ReadAsync_AllHeadsLessTheOpenOnes_LeavesNoCell()
    {
        var tree = database.Reference.Heads;
        var open = tree.LeavesOf(tree.Root.Id).Where(leaf => !leaf.IsSensitive).Select(leaf => leaf.Code);
        foreach (var zoom in (int[])[2, 5, 7, 9, 11, 14, 16])
        {
            var (x, y) = MapCell.CellAt(_rows.First(row => row.IsSensitive && row.OccurredOn >= s_years.From).CellKey, zoom);
            var all = await Reader().ReadAsync(Query(zoom, x, y), database.Admin, Cancel);
            var others = await Reader().ReadAsync(Query(zoom, x, y) with { Heads = [.. open] }, database.Admin, Cancel);
            var grid = Math.Min(all.GridZoom, others.GridZoom);
            var cells = Within(all, grid, zoom, x, y);
            Assert.True(cells.Count > 0 || zoom > 9);
            Assert.Equal(Within(others, grid, zoom, x, y), cells);
        }
    }

    [Fact]
    public async Task ReadAsync_UnknownCodeOrTileOffTheMap_HasNoCells()
    {
        Assert.Empty((await Reader().ReadAsync(Query(5, 22, 14) with { Heads = ["no-such-head"] }, database.Admin, Cancel)).Cells);
        Assert.Empty((await Reader().ReadAsync(Query(5, 22, 14) with { Jurisdictions = ["IN-??"] }, database.Admin, Cancel)).Cells);
        Assert.Empty((await Reader().ReadAsync(Query(3, 8, 2), database.Admin, Cancel)).Cells);
    }

    [Fact]
    public async Task ReadAsync_PersonWhoseJurisdictionsChange_IsNotServedWhatTheySawBefore()
    {
        var cache = new CoarseCellCache(database.Fixture.App, new DataStatusReader(database.Fixture.App));
        var reader = new MapTileReader(database.Fixture.App, database.Reader, cache);
        var before = await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        var (x, y) = MapCell.CellAt(_rows[0].CellKey, 3);
        var all = await reader.ReadAsync(Query(3, x, y), before, Cancel);
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        await owner.ExecuteAsync(
            "UPDATE crime.person_jurisdiction SET jurisdiction_id = (SELECT id FROM crime.jurisdiction WHERE code = 'IN-KL') WHERE person_id = @PersonId",
            new { before.PersonId });
        var after = before with { JurisdictionIds = [database.Reference.Jurisdictions.Find("IN-KL")!.Id] };
        var some = await reader.ReadAsync(Query(3, x, y), after, Cancel);
        Assert.True(some.Cells.Sum(cell => cell.Cases) < all.Cells.Sum(cell => cell.Cases));
        Assert.Equal(Expected(Query(3, x, y), after, some.GridZoom).Values.Sum(), some.Cells.Sum(cell => cell.Cases));
    }

    [Fact]
    public async Task ReadMeanDensityAsync_AllHeads_IsOpenCasesOverOccupiedCells()
    {
        var rows = _rows.Where(row => !row.IsSensitive && row.OccurredOn >= s_years.From && row.OccurredOn < s_years.Until).ToList();
        var expected = rows.Count / (rows.Select(row => row.CellKey >> 24).Distinct().Count() * 36.3 * 36.3);
        Assert.Equal(expected, await Reader().ReadMeanDensityAsync(Query(5, 22, 14), database.Admin, Cancel), expected * 1e-9);
        var stranger = await database.Fixture.AddPersonAsync(PersonRole.Officer);
        Assert.Equal(0, await Reader().ReadMeanDensityAsync(Query(5, 22, 14), stranger, Cancel));
    }

    // Cases by cell of a grid within the tile, without its margin.
    private static Dictionary<(int, int), long> Within(MapTileCounts counts, int grid, int zoom, int x, int y) => counts.Cells
        .Select(cell => (Key: MapCell.RangeOf(cell.Zoom, cell.X, cell.Y).From, cell.Cases))
        .Where(cell => MapCell.CellAt(cell.Key, zoom) == (x, y))
        .GroupBy(cell => MapCell.CellAt(cell.Key, grid))
        .ToDictionary(cell => cell.Key, cell => cell.Sum(one => one.Cases));

    private MapTileReader Reader() =>
        new(database.Fixture.App, database.Reader, new CoarseCellCache(database.Fixture.App, new DataStatusReader(database.Fixture.App)));

    private static MapTileQuery Query(int zoom, int x, int y) => new() { Zoom = zoom, X = x, Y = y, Period = s_years };

    private MapTileQuery RandomQuery(Random random)
    {
        var zoom = random.Next(0, MapTileQuery.MaxZoom + 1);
        var (x, y) = MapCell.CellAt(_rows[random.Next(_rows.Count)].CellKey, zoom);
        var places = database.Reference.Jurisdictions.All.Where(place => place.Code.StartsWith("IN-TN", StringComparison.Ordinal) || place.Code == "IN")
            .ToList();
        var heads = database.Reference.Heads.All;
        return Query(zoom, x, y) with
        {
            Period = random.Next(2) == 0 ? s_years : random.Next(2) == 0 ? new Period(new(2020, 3, 1), new(2021, 2, 1))
                : new Period(new(2020, 3, 5), new(2021, 2, 17)),
            Heads = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, 3).Select(_ => heads[random.Next(heads.Count)].Code)],
            Jurisdictions = random.Next(2) == 0 ? [] : [.. Enumerable.Range(0, 2).Select(_ => places[random.Next(places.Count)].Code)],
            Statuses = random.Next(4) == 0 ? [LegalStatus.Closed, LegalStatus.Convicted] : [],
            Genders = random.Next(4) == 0 ? [Gender.Female] : [],
        };
    }

    private Dictionary<(int Zoom, int X, int Y), long> Expected(MapTileQuery query, Viewer viewer, int gridZoom)
    {
        var tree = database.Reference.Jurisdictions;
        var seen = viewer.JurisdictionIds.Select(id => tree.Find(id)!).ToList();
        var asked = query.Jurisdictions.Select(code => tree.Find(code)!).ToList();
        var leaves = query.Heads.SelectMany(code => database.Reference.Heads.LeavesOf(database.Reference.Heads.Find(code)!.Id)).Select(leaf => leaf.Id)
            .ToHashSet();
        return _rows
            .Where(row => !row.IsSensitive)
            .Where(row => seen.Any(place => IsIn(row, place)) && (asked.Count == 0 || asked.Any(place => IsIn(row, place))))
            .Where(row => row.OccurredOn >= query.Period.From && row.OccurredOn < query.Period.Until)
            .Where(row => leaves.Count == 0 || leaves.Contains(row.HeadId))
            .Where(row => query.Statuses.IsEmpty || query.Statuses.Contains((LegalStatus)row.Status))
            .Where(row => query.Genders.IsEmpty || query.Genders.Contains((Gender)row.VictimGender))
            .Select(row => CellOf(row, gridZoom))
            .Where(cell => Touches(cell, query, gridZoom))
            .GroupBy(cell => cell)
            .ToDictionary(cell => cell.Key, cell => (long)cell.Count());
    }

    private static bool IsIn(StoredRow row, Jurisdiction place) => row.Ordinal >= place.Ordinal && row.Ordinal < place.OrdinalUntil;

    private static (int Zoom, int X, int Y) CellOf(StoredRow row, int zoom)
    {
        var (x, y) = MapCell.CellAt(row.CellKey, zoom);
        return (zoom, x, y);
    }

    private static bool Touches((int Zoom, int X, int Y) cell, MapTileQuery tile, int gridZoom)
    {
        bool Overlaps(int at, int tileAt) =>
            (long)at << (gridZoom - cell.Zoom) <= ((long)(tileAt + 1) << (gridZoom - tile.Zoom)) + 1
            && ((long)(at + 1) << (gridZoom - cell.Zoom)) - 1 >= ((long)tileAt << (gridZoom - tile.Zoom)) - 2;
        return Overlaps(cell.X, tile.X) && Overlaps(cell.Y, tile.Y);
    }

    private sealed record StoredRow(int Ordinal, short HeadId, DateOnly OccurredOn, long CellKey, short Status, short VictimGender, bool IsSensitive);
}
