using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Places;
using CrimeInsight.Data.Connections;
using CrimeInsight.Data.Places;
using CrimeInsight.Data.Reference;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Places;

/// <summary>Edits of the tree keep it a tree, lose and double no case, and are undone exactly.</summary>
public sealed class PlaceEditTests(DatabaseServer server) : IAsyncLifetime
{
    // Everything an edit may touch, but for versions, times and the trail.
    private const string StateSql = """
        SELECT md5(concat_ws('|',
            (SELECT string_agg(j::text, ',' ORDER BY j.id) FROM crime.jurisdiction j),
            (SELECT string_agg(p::text, ',' ORDER BY p.jurisdiction_id, p.year) FROM crime.population p),
            (SELECT string_agg(b::text, ',' ORDER BY b.person_id, b.jurisdiction_id) FROM crime.person_jurisdiction b),
            (SELECT string_agg(i::text, ',' ORDER BY i.id) FROM crime.incident i),
            (SELECT string_agg(s::text, ',' ORDER BY s.incident_id, s.place) FROM crime.incident_section s),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_month r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_cell r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_month_registered r),
            (SELECT count(*) FROM crime.place_change)))
        """;

    // Children lie inside their parents, apart from each other, at a lower level.
    private const string BrokenSql = """
        SELECT (SELECT count(*) FROM crime.jurisdiction c JOIN crime.jurisdiction p ON p.id = c.parent_id
                WHERE c.ordinal <= p.ordinal OR c.ordinal_until > p.ordinal_until OR c.level <= p.level)
             + (SELECT count(*) FROM crime.jurisdiction a JOIN crime.jurisdiction b
                ON b.parent_id = a.parent_id AND b.id <> a.id AND a.ordinal < b.ordinal AND b.ordinal < a.ordinal_until)
             + (SELECT count(*) FROM crime.incident i WHERE NOT EXISTS (SELECT 1 FROM crime.jurisdiction j WHERE j.ordinal = i.ordinal))
        """;

    private static readonly DateOnly s_from = new(2022, 4, 4);

    private readonly LoadDatabase _database = new(server);
    private PlaceEditStore _edits = null!;
    private int _made;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        _edits = new PlaceEditStore(_database.Fixture.App);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task RandomEdits_KeepTheTreeAndTheCases_AndAreUndoneExactly()
    {
        const int seed = 1;
        var random = new Random(seed);
        await _database.LoadAsync(_database.RandomIncidents(seed, 800));
        await _database.Fixture.AddPersonAsync(PersonRole.Officer, "IN-TN-568", "IN-TN-570");
        Stack<(long Id, string Before)> done = [];
        for (var step = 0; step < 12; step++)
        {
            var now = await StateAsync();
            if (await TryAsync(await RandomEditAsync(random)) is { } id)
                done.Push((id, now));
            else
                Assert.Equal(now, await StateAsync());
            await IsSoundAsync(800);
        }

        Assert.True(done.Count > 5, $"{done.Count} edits");
        while (done.TryPop(out var edit))
        {
            await _edits.UndoAsync(_database.Admin, edit.Id, Cancel);
            Assert.Equal(edit.Before, await StateAsync());
        }

        await IsSoundAsync(800);
    }

    [Fact]
    public async Task Move_RightsFollowTheStation_AndFiguresTheTree()
    {
        var tree = await TreeAsync();
        var (from, to) = (tree.Find("IN-TN-568")!, tree.Find("IN-TN-569")!);
        var station = tree.Within(from, JurisdictionLevel.Station).First();
        await _database.LoadAsync([CaseAt(station, "moved"), CaseAt(from, "stays")]);
        var (old, young, own) = (
            await _database.Fixture.AddPersonAsync(PersonRole.Officer, from.Code), await _database.Fixture.AddPersonAsync(PersonRole.Officer, to.Code),
            await _database.Fixture.AddPersonAsync(PersonRole.Officer, station.Code));
        var request = new PlaceRequest(PlaceEditKind.Move, station.Id, s_from, "G.O. 12") { OtherId = to.Id };

        var preview = await _edits.PreviewAsync(_database.Admin, request, Cancel);

        Assert.Equal(1, preview.Cases);
        Assert.Equal([old.UserName, young.UserName], preview.People.Select(person => person.Name).Order(
            Comparer<string>.Create((a, _) => a == old.UserName ? -1 : 1)));
        Assert.Equal((2, 0), (await SeenAsync(old), await SeenAsync(young)));
        await RefusedAsync(PlaceRefusal.NotAllowed, await _database.Fixture.AddPersonAsync(PersonRole.Admin, from.Code), request);
        await RefusedAsync(PlaceRefusal.NotAllowed, await _database.Fixture.AddPersonAsync(PersonRole.Supervisor, "IN"), request);
        var id = Assert.Single(await _edits.ApplyAsync(_database.Admin, [request], Cancel));
        Assert.Equal((1, 1, 1), (await SeenAsync(old), await SeenAsync(young), await SeenAsync(own)));
        var after = await TreeAsync();
        Assert.Equal(to.Id, after.Find(station.Code)!.ParentId);
        Assert.True(after.WasIn(after.Find(station.Code)!, from));
        // The same file once more finds its case again, though its place has another number.
        Assert.Equal(1, (await _database.LoadAsync([CaseAt(after.Find(station.Code)!, "moved")])).Duplicates);
        await _edits.UndoAsync(_database.Admin, id, Cancel);
        Assert.Equal((2, 0), (await SeenAsync(old), await SeenAsync(young)));
    }

    [Fact]
    public async Task Merge_PeopleAndCodeGoToTheWhole_AndResidentsAreAdded()
    {
        var tree = await TreeAsync();
        var (part, whole) = (tree.Find("IN-TN-568")!, tree.Find("IN-TN-569")!);
        await _database.LoadAsync([CaseAt(part, "part"), CaseAt(whole, "whole")]);
        var officer = await _database.Fixture.AddPersonAsync(PersonRole.Officer, part.Code);
        var residents = (await _edits.PopulationsAsync(null, Cancel)).ToLookup(row => row.PlaceId);

        var id = (await _edits.ApplyAsync(
            _database.Admin, [new PlaceRequest(PlaceEditKind.Merge, part.Id, s_from, "G.O. 13") { OtherId = whole.Id }], Cancel))[0];

        var after = await TreeAsync();
        Assert.Equal(whole.Id, after.Find(part.Code)!.Id);
        Assert.Equal(2, await SeenAsync(officer));
        foreach (var year in residents[whole.Id].Select(row => row.Year))
            Assert.Equal(
                residents[whole.Id].Concat(residents[part.Id]).Where(row => row.Year == year).Sum(row => row.Residents),
                (await _edits.PopulationsAsync(whole.Id, Cancel)).Single(row => row.Year == year).Residents);
        await _edits.UndoAsync(_database.Admin, id, Cancel);
        Assert.Equal(1, await SeenAsync(officer));
    }

    [Fact]
    public async Task Edits_ThatDoNotFit_AreRefusedWithTheirReason()
    {
        var tree = await TreeAsync();
        var (district, state) = (tree.Find("IN-TN-569")!, tree.Find("IN-TN")!);
        var station = tree.Within(district, JurisdictionLevel.Station).First();
        PlaceRequest New(string code, int parent) => new(PlaceEditKind.Add, parent, s_from, "G.O. 14")
        {
            Code = code, Names = new Dictionary<string, string> { ["en"] = "New" },
        };

        await RefusedAsync(PlaceRefusal.CodeTaken, _database.Admin, New(district.Code, state.Id));
        await RefusedAsync(PlaceRefusal.Unfit, _database.Admin, New("new place", state.Id));
        await RefusedAsync(PlaceRefusal.Unfit, _database.Admin, New("IN-TN-570-999-1", station.Id));
        await RefusedAsync(PlaceRefusal.BadDay, _database.Admin, New("IN-TN-N1", state.Id) with { From = new DateOnly(2099, 1, 1) });
        await RefusedAsync(
            PlaceRefusal.Unfit, _database.Admin, new PlaceRequest(PlaceEditKind.Move, station.Id, s_from, "x") { OtherId = tree.Find("IN-KL-554")!.Id });
        var added = (await _edits.ApplyAsync(_database.Admin, [New("IN-TN-N1", state.Id)], Cancel))[0];
        var place = (await TreeAsync()).Find("IN-TN-N1")!;
        var moved = (await _edits.ApplyAsync(
            _database.Admin, [new PlaceRequest(PlaceEditKind.Move, station.Id, s_from, "x") { OtherId = place.Id }], Cancel))[0];
        Assert.Equal(PlaceRefusal.InUse, (await Assert.ThrowsAsync<PlaceRefusedException>(() => _edits.UndoAsync(_database.Admin, added, Cancel))).Reason);
        await _edits.UndoAsync(_database.Admin, moved, Cancel);
        await _edits.UndoAsync(_database.Admin, added, Cancel);
        Assert.Null((await TreeAsync()).Find("IN-TN-N1"));
    }

    [Fact]
    public async Task DemoAdministratorsEdits_EndWithTheDemo()
    {
        var visitor = await _database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");
        await using (var owner = await _database.Fixture.Owner.OpenConnectionAsync(Cancel))
            await owner.ExecuteAsync("UPDATE crime.person SET ends_with_demo = true WHERE id = @id", new { id = visitor.PersonId });
        var (tree, rename) = (await TreeAsync(), new Dictionary<string, string> { ["en"] = "Nonsense" });
        var station = tree.Within(tree.Find("IN-TN-568")!, JurisdictionLevel.Station).First();
        await _edits.ApplyAsync(
            visitor,
            [
                new PlaceRequest(PlaceEditKind.Rename, tree.Find("IN-TN")!.Id, s_from, "x") { Names = rename },
                new PlaceRequest(PlaceEditKind.Move, station.Id, s_from, "x") { OtherId = tree.Find("IN-TN-569")!.Id },
            ],
            Cancel);

        await _database.LoadAsync([CaseAt((await TreeAsync()).Find(station.Code)!, "real")]);

        var after = await TreeAsync();
        Assert.Equal("Tamil Nadu", after.Find("IN-TN")!.NameIn("en"));
        Assert.Equal(station.Ordinal, after.Find(station.Code)!.Ordinal);
        await IsSoundAsync(1);
    }

    private Incident CaseAt(Jurisdiction place, string reference) => new()
    {
        Source = "edits", SourceReference = reference, JurisdictionOrdinal = place.Ordinal, HeadId = SeedHead,
        OccurredOn = new DateOnly(2021, 5, 3), ReportedOn = new DateOnly(2021, 5, 3), OccurredAt = new TimeOnly(9, 0),
        Place = new GeoPoint(11.5, 77.5), Precision = LocationPrecision.Exact, Sections = LoadDatabase.SomeSections(new Random(3)),
    };

    private short SeedHead => _database.Reference.Heads.LeavesOf(0).First(head => !head.IsSensitive).Id;

    private async Task<JurisdictionTree> TreeAsync()
    {
        using var reader = new ReferenceDataReader(_database.Fixture.App);
        return (await reader.GetAsync(Cancel)).Jurisdictions;
    }

    private async Task<PlaceRequest> RandomEditAsync(Random random)
    {
        var tree = await TreeAsync();
        var state = tree.Find("IN-TN")!;
        var districts = tree.Within(state, JurisdictionLevel.District).Where(place => place.ParentId == state.Id).ToArray();
        var stations = tree.Within(state, JurisdictionLevel.Station).ToArray();
        T Any<T>(T[] all) => all[random.Next(all.Length)];
        var (district, station) = (Any(districts), Any(stations));
        var names = new Dictionary<string, string> { ["en"] = $"Made {++_made}" };
        var level = random.Next(2) == 0 ? district : station;
        return random.Next(7) switch
        {
            0 => new PlaceRequest(PlaceEditKind.Add, random.Next(2) == 0 ? state.Id : district.Id, s_from, "add") { Code = $"IN-TN-N{_made}", Names = names },
            1 => new PlaceRequest(PlaceEditKind.Rename, level.Id, s_from, "rename") { Names = names },
            2 or 3 => new PlaceRequest(PlaceEditKind.Move, station.Id, s_from, "move") { OtherId = district.Id },
            4 => new PlaceRequest(PlaceEditKind.Split, level.Id, s_from, "split")
            {
                Code = $"IN-TN-N{_made}", Names = names, Share = random.Next(2) == 0 ? 0.3 : null,
                StationIds = [.. tree.ChildrenOf(level.Id).Where(child => child.Level == JurisdictionLevel.Station).Take(2).Select(child => child.Id)],
            },
            5 => new PlaceRequest(PlaceEditKind.Merge, level.Id, s_from, "merge") { OtherId = level == district ? Any(districts).Id : Any(stations).Id },
            _ => new PlaceRequest(PlaceEditKind.Population, district.Id, s_from, "count")
            {
                Residents = new Dictionary<int, long?> { [2024] = random.Next(1_000_000), [2011] = null },
            },
        };
    }

    private async Task<long?> TryAsync(PlaceRequest request)
    {
        try
        {
            return (await _edits.ApplyAsync(_database.Admin, [request], Cancel))[0];
        }
        catch (PlaceRefusedException refused) when (refused.Reason is PlaceRefusal.Unfit or PlaceRefusal.Full)
        {
            return null;
        }
    }

    private async Task IsSoundAsync(long cases)
    {
        Assert.Equal(0, await _database.ScalarAsync<long>(BrokenSql));
        Assert.Equal(cases, await _database.ScalarAsync<long>("SELECT count(*) FROM crime.incident"));
        foreach (var (table, (rows, differences)) in await RollupRecount.CompareAsync(_database.Fixture.Owner))
            Assert.True(differences == 0 && rows > 0, $"{table}: {differences} of {rows} differ");
    }

    private async Task RefusedAsync(PlaceRefusal reason, Viewer viewer, PlaceRequest request) => Assert.Equal(
        reason, (await Assert.ThrowsAsync<PlaceRefusedException>(() => _edits.ApplyAsync(viewer, [request], Cancel))).Reason);

    private Task<string> StateAsync() => _database.ScalarAsync<string>(StateSql);

    private async Task<long> SeenAsync(Viewer viewer)
    {
        await using var session = await PersonSession.OpenAsync(_database.Fixture.App, viewer, timeout: null, Cancel);
        return await session.Connection.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.incident", transaction: session.Transaction);
    }
}
