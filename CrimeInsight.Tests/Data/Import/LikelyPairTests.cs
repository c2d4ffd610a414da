using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Import.Batches;
using CrimeInsight.Core.Import.Likeness;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Data.Import;
using CrimeInsight.Data.People;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Import;

/// <summary>Cases that may be one are found, decided and given back exactly.</summary>
public sealed class LikelyPairTests(DatabaseServer server) : IAsyncLifetime
{
    // Cases, sections and totals, and what is known of the data but for its version and age.
    private const string StateSql = """
        SELECT md5(concat_ws('|',
            (SELECT string_agg((to_jsonb(i) - 'id')::text, ',' ORDER BY i.key) FROM crime.incident i),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_month r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_cell r),
            (SELECT string_agg(r::text, ',' ORDER BY r::text) FROM crime.rollup_month_registered r),
            (SELECT string_agg(concat_ws(' ', i.key, (to_jsonb(s) - 'incident_id')::text), ',' ORDER BY i.key, s.place)
             FROM crime.incident_section s LEFT JOIN crime.incident i ON i.id = s.incident_id),
            (SELECT concat_ws(' ', incident_count, first_month, as_of, last_occurred_on, last_reported_on) FROM crime.data_state)))
        """;

    private readonly LoadDatabase _database = new(server);
    private BatchStore _batches = null!;
    private LikelyPairStore _pairs = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _database.InitializeAsync();
        var (app, audit) = (_database.Fixture.App, new AuditWriter(_database.Fixture.App));
        var changer = new BatchChanger(app, _database.Reader, audit);
        _batches = new BatchStore(app, changer);
        _pairs = new LikelyPairStore(app, new LikelySearch(app, _database.Reader), changer, audit);
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Decide_SameAndBack_CountsAreThoseWithoutTheSecondAndThenAgainWithIt()
    {
        await LoadAsync(_database.RandomIncidents(1, 400, "old"));
        await LoadAsync([Case("7/2024")]);
        var alone = await StateAsync();
        var batch = await LoadAsync([Case("311/2024") with { OccurredAt = new TimeOnly(21, 40) }, Case("312/2024", days: 40)]);
        var both = await StateAsync();

        var summary = await _pairs.SearchAsync(batch, _database.Admin, Cancel);
        var pair = Assert.Single(await _pairs.ListAsync(batch, true, 10, _database.Admin, Cancel));
        Assert.Equal((1, 0, 0), (summary.Open, summary.Same, summary.Different));
        Assert.Equal(("7/2024", "311/2024"), (pair.FirstContent.CaseNumber, pair.SecondContent.CaseNumber));
        Assert.Equal((1, 2, 1, 1), (pair.Agreement[LikenessField.Day], pair.Agreement[LikenessField.Time], pair.Agreement[LikenessField.Place],
            pair.Agreement[LikenessField.Value]));
        Assert.Equal((1, 1, 0), (pair.Agreement[LikenessField.VictimGender], pair.Agreement[LikenessField.VictimAge],
            pair.Agreement[LikenessField.OffenderGender]));
        Assert.Equal(both, await StateAsync());

        await _pairs.DecideAsync(batch, [(pair.FirstId, pair.SecondId)], PairDecision.Same, _database.Admin, Cancel);
        await RollupsAreExactAsync();
        var stored = (await _batches.OpenAsync(batch, _database.Admin, Cancel))!;
        Assert.Equal((1, 1), (stored.Accepted, stored.Duplicates));
        Assert.Equal(pair.First.Row, Assert.Single(await _batches.DuplicatesAsync(batch, 0, 10, _database.Admin, Cancel)).Twin.Row);
        // The same file again adds nothing, and what is left is what the file without the second row would have left.
        Assert.Equal((0, 2), await AgainAsync([Case("311/2024") with { OccurredAt = new TimeOnly(21, 40) }, Case("312/2024", days: 40)]));
        var left = await StateAsync();
        Assert.NotEqual(alone, left);
        var decided = Assert.Single(await _pairs.ListAsync(batch, false, 10, _database.Admin, Cancel));
        Assert.Equal((PairDecision.Same, "311/2024"), (decided.Decision, decided.SecondContent.CaseNumber));

        await _pairs.DecideAsync(batch, [(pair.FirstId, pair.SecondId)], null, _database.Admin, Cancel);
        await RollupsAreExactAsync();
        Assert.Equal(both, await StateAsync());
        stored = (await _batches.OpenAsync(batch, _database.Admin, Cancel))!;
        Assert.Equal((2, 0), (stored.Accepted, stored.Duplicates));
        await _batches.RollBackAsync(batch, _database.Admin, null, Cancel);
        Assert.Equal(alone, await StateAsync());
        Assert.Equal(0, await _database.ScalarAsync<long>("SELECT count(*) FROM crime.likely_pair"));
    }

    [Fact]
    public async Task RollBack_BatchOfTheFirst_BringsTheSecondBack()
    {
        var first = await LoadAsync([Case("7/2024")]);
        var before = await _database.ScalarAsync<long>("SELECT count(*) FROM crime.incident");
        var batch = await LoadAsync([Case("311/2024"), Case("90/2024", days: 40)]);
        await _pairs.SearchAsync(batch, _database.Admin, Cancel);
        Assert.Equal(1, await _pairs.DecideAsync(batch, 0.5, 2, PairDecision.Same, _database.Admin, Cancel));

        var report = await _batches.RollBackAsync(first, _database.Admin, null, Cancel);
        Assert.Equal((1, 1, 0), (report.Removed, report.Restored, report.Orphaned));
        Assert.Equal("311/2024 90/2024", await _database.ScalarAsync<string>(
            "SELECT string_agg(source_reference, ' ' ORDER BY occurred_on) FROM crime.incident"));
        Assert.Equal(1, before);
        var stored = (await _batches.OpenAsync(batch, _database.Admin, Cancel))!;
        Assert.Equal((2, 0), (stored.Accepted, stored.Duplicates));
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task Decide_ThreeOfOneCase_AllButTheFirstLeaveAndEachComesBack()
    {
        var batch = await LoadAsync([Case("7/2024"), Case("311/2024"), Case("402/2024"), Case("90/2024", days: 40)]);
        var before = await StateAsync();
        await _pairs.SearchAsync(batch, _database.Admin, Cancel);
        var pairs = (await _pairs.ListAsync(batch, true, 10, _database.Admin, Cancel)).ToDictionary(pair => (pair.First.Row, pair.Second.Row));
        Assert.Equal([(1, 2), (1, 3), (2, 3)], pairs.Keys.Order());

        await DecideAsync(batch, pairs[(2, 3)], PairDecision.Same);
        await DecideAsync(batch, pairs[(1, 2)], PairDecision.Same);
        Assert.Equal(2, await _database.ScalarAsync<long>("SELECT count(*) FROM crime.incident"));
        Assert.Empty(await _pairs.ListAsync(batch, true, 10, _database.Admin, Cancel));
        var decided = await _pairs.ListAsync(batch, false, 10, _database.Admin, Cancel);
        Assert.Equal([(1, 2), (1, 3)], decided.Select(pair => (pair.First.Row, pair.Second.Row)).Order());
        foreach (var pair in decided)
            await DecideAsync(batch, pair, null);
        Assert.Equal(before, await StateAsync());
        await RollupsAreExactAsync();
    }

    [Fact]
    public async Task Decide_DifferentOrTwiceOrWithoutRights_ChangesNoCase()
    {
        var officer = await _database.Fixture.AddPersonAsync(PersonRole.Officer, "IN");
        var kerala = await _database.Fixture.AddPersonAsync(PersonRole.Admin, "IN-KL");
        var batch = await LoadAsync([Case("7/2024"), Case("311/2024")]);
        var before = await StateAsync();
        await _pairs.SearchAsync(batch, _database.Admin, Cancel);
        var pair = Assert.Single(await _pairs.ListAsync(batch, true, 10, _database.Admin, Cancel));

        Assert.Empty(await _pairs.ListAsync(batch, true, 10, kerala, Cancel));
        await Assert.ThrowsAnyAsync<Exception>(() => DecideAsync(batch, pair, PairDecision.Same, kerala));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => DecideAsync(batch, pair, PairDecision.Same, officer));
        await DecideAsync(batch, pair, PairDecision.Different);
        var again = await Assert.ThrowsAsync<BatchRefusedException>(() => DecideAsync(batch, pair, PairDecision.Same));
        Assert.Equal(BatchProblem.PairDecided, again.Problem);
        Assert.Equal(before, await StateAsync());
        // Looking again asks nothing again.
        Assert.Equal((0, 0, 1), await _pairs.SearchAsync(batch, _database.Admin, Cancel) is var found ? (found.Open, found.Same, found.Different) : default);
        await DecideAsync(batch, pair, null);
        Assert.Single(await _pairs.ListAsync(batch, true, 10, _database.Admin, Cancel));
    }

    [Fact]
    public async Task List_OneOfThemProtected_TellsOfNeitherWhatTheLawWithholds()
    {
        var open = Case("7/2024");
        var child = open with { SourceReference = "FIR 7 / 24", VictimAgeBand = AgeBand.From16To17, OffenderGender = Gender.Male };
        var batch = await LoadAsync([open, child]);
        await _pairs.SearchAsync(batch, _database.Admin, Cancel);

        var pair = Assert.Single(await _pairs.ListAsync(batch, true, 10, _database.Admin, Cancel));
        Assert.All([pair.FirstContent, pair.SecondContent], content => Assert.Equal(
            (null, null, null, null, null),
            (content.OccurredAt, content.Place, content.PropertyValueRupees, content.ModusOperandi, content.OffenderGender)));
        Assert.Equal((0, 0, 0), (pair.Agreement[LikenessField.Time], pair.Agreement[LikenessField.Place], pair.Agreement[LikenessField.Value]));
    }

    private Incident Case(string number, int days = 0)
    {
        var station = _database.Reference.Jurisdictions.All.First(place => place.Code.StartsWith("IN-TN-", StringComparison.Ordinal)
            && place.Level == CrimeInsight.Core.Jurisdictions.JurisdictionLevel.Station);
        return new Incident
        {
            Source = "records",
            SourceReference = number,
            JurisdictionOrdinal = station.Ordinal,
            HeadId = _database.Reference.Heads.Find("burglary")!.Id,
            OccurredOn = new DateOnly(2024, 3, 5).AddDays(days),
            OccurredAt = new TimeOnly(21, 15),
            ReportedOn = new DateOnly(2024, 3, 6).AddDays(days),
            Place = new GeoPoint(11.01683, 76.95583),
            Precision = LocationPrecision.Exact,
            VictimGender = Gender.Female,
            VictimAgeBand = AgeBand.From30To44,
            PropertyValueRupees = 45_350,
            ModusOperandi = "rear door forced with an iron rod, almirah broken",
            Sections = LoadDatabase.SomeSections(new Random(number.Length)),
        };
    }

    private Task DecideAsync(Guid batch, LikelyPair pair, PairDecision? decision, Viewer? viewer = null) =>
        _pairs.DecideAsync(batch, [(pair.FirstId, pair.SecondId)], decision, viewer ?? _database.Admin, Cancel);

    private async Task<(long Accepted, long Duplicates)> AgainAsync(IEnumerable<Incident> cases)
    {
        var again = await _database.LoadAsync(cases);
        return (again.Accepted, again.Duplicates);
    }

    private async Task<Guid> LoadAsync(IEnumerable<Incident> incidents)
    {
        var id = Guid.CreateVersion7();
        await _database.Loader.LoadAsync(incidents, new BatchInfo(id, BatchKind.Import, "test.csv"), _database.Admin, null, Cancel);
        return id;
    }

    private Task<string> StateAsync() => _database.ScalarAsync<string>(StateSql);

    private async Task RollupsAreExactAsync() =>
        Assert.All(await RollupRecount.CompareAsync(_database.Fixture.Owner), table => Assert.Equal((table.Key, 0), (table.Key, table.Value.Differences)));
}
