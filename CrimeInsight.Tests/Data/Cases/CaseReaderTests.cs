using CrimeInsight.Core.Cases;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Data.Calendar;
using CrimeInsight.Data.Cases;
using CrimeInsight.Tests.Support;
using Dapper;

namespace CrimeInsight.Tests.Data.Cases;

public sealed class CaseReaderTests(LoadDatabase database) : IClassFixture<LoadDatabase>, IAsyncLifetime
{
    private const int Loaded = 600;

    private static readonly Period s_all = new(new DateOnly(2019, 1, 1), new DateOnly(2027, 1, 1));

    private readonly CaseReader _reader = new(database.Fixture.App);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // Once a class: the second load finds nothing but duplicates.
    public async ValueTask InitializeAsync() => await database.LoadAsync(database.RandomIncidents(1, Loaded));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("IN-TN", "all", null)]
    [InlineData("IN-KL", "women", DateBasis.Registered)]
    [InlineData("IN", "theft", DateBasis.Occurred)]
    public async Task ListAsync_OlderToTheEndAndNewerBack_GivesEveryCaseOnceInOrder(string place, string head, DateBasis? basis)
    {
        var any = Query(database.Admin, head, place);
        var query = any with { Scope = any.Scope with { Basis = basis } };
        var expected = await ExpectedAsync(query);
        var pages = new List<CasePage> { await _reader.ListAsync(query, Cancel) };
        while (pages[^1].Older is { } older)
            pages.Add(await _reader.ListAsync(query with { Before = older }, Cancel));

        Assert.Equal(expected, pages.SelectMany(page => page.Cases).Select(item => item.Id));
        Assert.False(pages[0].HasNewer);
        for (var i = pages.Count - 1; i > 0; i--)
        {
            var back = await _reader.ListAsync(query with { After = pages[i].Newer }, Cancel);
            Assert.Equal(pages[i - 1].Cases.Select(item => item.Id), back.Cases.Select(item => item.Id));
            Assert.Equal(i > 1, back.HasNewer);
        }
    }

    [Fact]
    public async Task ListAsync_AnotherJurisdiction_IsEmptyWhateverIsAsked()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN-KL");

        var page = await _reader.ListAsync(Query(viewer, "all", "IN-TN"), Cancel);
        var nested = await _reader.ListAsync(Query(viewer, "all", "IN-KL", "IN"), Cancel);

        Assert.Empty(page.Cases);
        Assert.All(nested.Cases, item => Assert.True(Place("IN-KL").Contains(database.Reference.Jurisdictions.AtOrdinal(item.Ordinal)!)));
        Assert.Equal(nested.Cases.Length, nested.Cases.DistinctBy(item => item.Id).Count());
    }

    [Theory]
    [InlineData(DateBasis.Registered)]
    [InlineData(DateBasis.Occurred)]
    public async Task ListAsync_Period_HoldsTheCasesOfItsDate(DateBasis basis)
    {
        var period = new Period(new DateOnly(2021, 3, 1), new DateOnly(2021, 6, 1));
        var all = Query(database.Admin, "all", "IN") with { Limit = Loaded };
        var cases = (await _reader.ListAsync(all, Cancel)).Cases;
        var page = await _reader.ListAsync(all with { Scope = all.Scope with { Basis = basis, Period = period } }, Cancel);

        Assert.Equal(
            cases.Where(item => item.On(basis) >= period.From && item.On(basis) < period.Until).Select(item => item.Id).Order(),
            page.Cases.Select(item => item.Id).Order());
        Assert.Contains(page.Cases, item => item.ReportedOn > item.When.Date);
    }

    [Fact]
    public async Task ListAsync_StatusAndNumber_NarrowTheListAndLookingIsAudited()
    {
        var all = Query(database.Admin, "all", "IN") with { Limit = Loaded };
        var cases = (await _reader.ListAsync(all, Cancel)).Cases;
        var before = await LooksAsync();

        var convicted = await _reader.ListAsync(all with { Status = LegalStatus.Convicted }, Cancel);
        var found = await _reader.ListAsync(all with { Number = "1-59" }, Cancel);
        var literal = await _reader.ListAsync(all with { Number = "1_5" }, Cancel);

        Assert.Equal(cases.Where(item => item.Status == LegalStatus.Convicted), convicted.Cases);
        Assert.Equal(11, found.Cases.Length);
        Assert.All(found.Cases, item => Assert.StartsWith("1-59", item.Number, StringComparison.Ordinal));
        Assert.Empty(literal.Cases);
        Assert.Equal(before + 2, await LooksAsync());
    }

    [Fact]
    public async Task ListAsync_WithoutSensitive_LeavesOutEveryProtectedCase()
    {
        var all = Query(database.Admin, "all", "IN") with { Limit = Loaded };
        var cases = (await _reader.ListAsync(all, Cancel)).Cases;

        var open = await _reader.ListAsync(all with { IsWithoutSensitive = true }, Cancel);

        Assert.Contains(cases, item => item.IsSensitive);
        Assert.Equal(cases.Where(item => !item.IsSensitive), open.Cases);
    }

    // Whatever the head: who looked at a list in which such a case stood is on record.
    [Fact]
    public async Task ListAsync_OrdinaryHeadWithCasesOfMinors_IsAudited()
    {
        var all = Query(database.Admin, "property", "IN") with { Limit = Loaded };
        const string listed = $"SELECT count(*) FROM crime.audit WHERE action = '{AuditActions.IncidentsListed}' AND subject = 'head:property'";
        var cases = (await _reader.ListAsync(all, Cancel)).Cases;
        Assert.Contains(cases, item => item.IsSensitive);
        Assert.Equal(1, await database.ScalarAsync<long>(listed));
        await _reader.ListAsync(all with { IsWithoutSensitive = true }, Cancel);
        Assert.Equal(1, await database.ScalarAsync<long>(listed));
    }

    [Fact]
    public async Task OpenAsync_EveryCase_ShowsWhatTheRulesPermitAndIsAudited()
    {
        var isSensitive = await RowsAsync<(long Id, bool IsSensitive)>("SELECT id, is_sensitive FROM crime.incident WHERE ordinal > 0 ORDER BY id LIMIT 120");
        var before = await AuditsAsync();
        var withPlace = 0;
        foreach (var (id, sensitive) in isSensitive)
        {
            var details = (await _reader.OpenAsync(id, database.Admin, Cancel))!;
            Assert.Equal(sensitive, details.Summary.IsSensitive);
            withPlace += details.Place is null ? 0 : 1;
            if (!sensitive)
                continue;
            Assert.Equal((null, null, null, null, null),
                (details.Place, details.OffenderGender, details.OffenderAgeBand, details.PropertyValueRupees, details.ModusOperandi));
            Assert.Equal((null, null), (details.Summary.When.Time, details.Summary.When.UntilTime));
        }

        Assert.Contains(isSensitive, row => row.IsSensitive);
        Assert.True(withPlace > 20);
        Assert.Equal(before + isSensitive.Count, await AuditsAsync());
        Assert.Null(await database.ScalarAsync<long?>("SELECT crime.verify_audit()"));
    }

    [Fact]
    public async Task OpenAsync_OutOfJurisdiction_IsAsIfThereWereNone()
    {
        var viewer = await database.Fixture.AddPersonAsync(PersonRole.Officer, "IN-KL");
        var tamil = await database.ScalarAsync<long>(
            $"SELECT min(id) FROM crime.incident WHERE ordinal >= {Place("IN-TN").Ordinal} AND ordinal < {Place("IN-TN").OrdinalUntil}");
        var before = await AuditsAsync();

        Assert.Null(await _reader.OpenAsync(tamil, viewer, Cancel));
        Assert.Null(await _reader.OpenAsync(long.MaxValue, viewer, Cancel));
        Assert.Equal(before, await AuditsAsync());
        Assert.NotNull(await _reader.OpenAsync(tamil, database.Admin, Cancel));
    }

    /// <summary>Asks for the places whether they are the person's or not: the database decides.</summary>
    [Fact]
    public async Task Features_OfEveryCase_AreThoseCountedOneByOne()
    {
        var page = await _reader.ListAsync(Query(database.Admin, "all", "IN") with { Limit = Loaded }, Cancel);
        var features = await new CaseFeatureAnalysis(
            new CaseFeatureReader(database.Fixture.App), new HolidayReader(database.Fixture.App, database.Reader))
            .OfAsync(page.Cases, database.Admin, database.Reference, Cancel);
        var counted = await RowsAsync<(long Id, int? Since, int Recent, bool IsWeekend)>("""
            SELECT i.id,
                (SELECT i.occurred_on - max(e.occurred_on) FROM crime.incident e
                 WHERE e.ordinal >= s.ordinal AND e.ordinal < s.ordinal_until AND e.head_id = i.head_id AND NOT e.is_sensitive
                   AND (e.occurred_on, e.occurred_from, e.id) < (i.occurred_on, i.occurred_from, i.id)),
                (SELECT count(*)::integer FROM crime.incident e
                 WHERE e.ordinal >= s.ordinal AND e.ordinal < s.ordinal_until AND e.head_id = i.head_id AND NOT e.is_sensitive
                   AND e.occurred_on < i.occurred_on AND e.occurred_on >= i.occurred_on - 30),
                extract(isodow FROM i.occurred_on) > 5
            FROM crime.incident i
            JOIN crime.jurisdiction s ON s.level = 7 AND i.ordinal >= s.ordinal AND i.ordinal < s.ordinal_until
            WHERE NOT i.is_sensitive
            """);
        Assert.NotEmpty(counted);
        Assert.All(counted, row => Assert.Equal(
            (row.Since, row.Recent, row.IsWeekend),
            (features[row.Id].DaysSincePrevious, features[row.Id].EarlierInStation, features[row.Id].IsWeekend)));
        Assert.Contains(counted, row => row.Recent > 0);
        Assert.All(page.Cases.Where(item => item.IsSensitive), item => Assert.False(features.ContainsKey(item.Id)));
        Assert.Contains(features.Values, known => !known.Festivals.IsEmpty);
        // Without a station nothing is known of it.
        Assert.All(features.Where(pair => counted.All(row => row.Id != pair.Key)), pair => Assert.Null(pair.Value.EarlierInStation));
    }

    private CaseQuery Query(Viewer viewer, string head, params string[] places)
    {
        var heads = database.Reference.Heads.Find(head)! is { ParentId: not null } known ? new[] { known } : [];
        return new(new Scope(new ScopeCodes(), viewer, database.Reference, MapContexts.Status, [], [.. places.Select(Place)], [.. heads], s_all));
    }

    private Jurisdiction Place(string code) => database.Reference.Jurisdictions.Find(code)!;

    private async Task<List<long>> ExpectedAsync(CaseQuery query)
    {
        var heads = database.Reference.Heads.LeavesOf(query.Scope.Head.Id).Select(head => head.Id).ToHashSet();
        var rows = await RowsAsync<(long Id, short Head, int Ordinal)>(
            $"SELECT id, head_id, ordinal FROM crime.incident WHERE source = 'test' ORDER "
                + $"BY {(query.CountedBy == DateBasis.Registered ? "reported_on" : "occurred_on")} DESC, id DESC");
        return [.. rows.Where(row => heads.Contains(row.Head) && row.Ordinal >= query.Scope.Places[0].Ordinal
            && row.Ordinal < query.Scope.Places[0].OrdinalUntil).Select(row => row.Id)];
    }

    private Task<long> LooksAsync() =>
        database.ScalarAsync<long>($"SELECT count(*) FROM crime.audit WHERE action = '{AuditActions.IncidentsListed}' AND subject = 'number'");

    private Task<long> AuditsAsync() => database.ScalarAsync<long>($"SELECT count(*) FROM crime.audit WHERE action = '{AuditActions.IncidentViewed}'");

    private async Task<List<T>> RowsAsync<T>(string sql)
    {
        await using var owner = await database.Fixture.Owner.OpenConnectionAsync(Cancel);
        return [.. await owner.QueryAsync<T>(sql)];
    }
}
