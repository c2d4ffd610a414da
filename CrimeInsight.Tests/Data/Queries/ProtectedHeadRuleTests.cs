using System.ComponentModel.DataAnnotations;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Data.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Queries;

/// <summary>How finely protected heads are divided, tried by whoever wants to know more of a case than the law allows.</summary>
public sealed class ProtectedHeadRuleTests(QueryDatabase database) : IClassFixture<QueryDatabase>
{
    private static readonly Period s_years = new(new(2021, 1, 1), new(2025, 1, 1));
    private static readonly IncidentQuery s_count = new() { Measures = [Measure.Count], Period = s_years, Audience = QueryAudience.Screen };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string[] Protected => [.. database.Reference.Heads.All.Where(head => head.IsSensitive).Select(head => head.Code)];

    private string[] Open => [.. database.Reference.Heads.LeavesOf(0).Where(leaf => !leaf.IsSensitive).Select(leaf => leaf.Code)];

    // Whatever is asked by hour, weekday, day, part of a month or a filter of victims depends on the open cases alone: no
    // comparison of any number of such answers tells anything of the others.
    [Fact]
    public async Task Run_AnyQueryTooFine_CountsOpenCasesAlone()
    {
        var viewer = await AdminAsync();
        var oracle = new QueryOracle(database.Reference, [.. database.Incidents.Where(incident => !incident.IsSensitive)]);
        var queries = new RandomQueries(new Random(3), database.Places, [.. database.Heads.Union(Protected)]) { WholeMonths = 0.5 };
        var (seen, tried) = (0, 0);
        while (tried < 150)
        {
            var query = queries.Next() with { Measures = [Measure.Count], Order = null, Limit = null, Audience = (QueryAudience)(tried % 2) };
            if (!IsTooFine(query) || database.Resolve(query, viewer).IsEmpty)
                continue;
            tried++;
            var result = await RunAsync(query, viewer);
            var expected = oracle.Count(query, viewer);
            if (!query.Dimensions.IsEmpty)
                Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), result.Rows.Select(KeyOf).Order(StringComparer.Ordinal));
            Assert.All(result.Rows.Where(row => !row.IsSuppressed), row => Assert.Equal(expected.GetValueOrDefault(KeyOf(row)), row.Values[0]));
            seen += expected.Values.Sum();
        }
        Assert.True(seen > 1000, $"{seen}");
    }

    [Fact]
    public async Task Run_SixtyCasesOfProtectedHeads_NoneTellsMoreThanItsStationAndMonth()
    {
        var viewer = await AdminAsync();
        var cases = database.Incidents.Where(one => IsOfProtectedHead(one) && one.Hour >= 0 && LevelOf(one) == JurisdictionLevel.Station).Take(60).ToList();
        Assert.Equal(60, cases.Count);
        Dimension[] dimensions = [Dimension.Hour, Dimension.Weekday, Dimension.Day, Dimension.Gender, Dimension.AgeBand];
        var compared = 0;
        foreach (var (one, i) in cases.Select((one, i) => (one, i)))
        {
            var place = database.Reference.Jurisdictions.AtOrdinal(one.Ordinal)!.Code;
            var on = one.CountedOn((s_count with { Dimensions = [dimensions[i % 5]] }).CountedBy);
            Period[] periods = [new(on, on.AddDays(1)), Month.Of(on).Period];
            var query = s_count with { Jurisdictions = [place], Period = periods[i % 2], Dimensions = [dimensions[i % 5]] };
            var head = database.Reference.Heads.Find(one.HeadId)!.Code;
            var alone = await RunAsync(query with { Heads = [head] }, viewer);
            Assert.Empty(alone.Rows);
            Assert.NotNull(alone.Withheld);
            compared += await CompareAsync(query, query with { Heads = [.. Open] }, viewer);
            compared += await CompareAsync(query with { Heads = [head, "theft"] }, query with { Heads = ["theft"] }, viewer);
        }
        Assert.InRange(compared, 20, int.MaxValue);
    }

    [Fact]
    public async Task Run_FilterByHourWeekdayDayOrVictim_SaysNothingOfAProtectedHead()
    {
        var viewer = await AdminAsync();
        var query = s_count with { Heads = ["rape"] };
        foreach (var filtered in (IncidentQuery[])
        [
            query with { Hours = [3] }, query with { Weekdays = [1] }, query with { Genders = [Gender.Female] }, query with { AgeBands = [AgeBand.From18To29] },
            query with { Period = new(new(2023, 1, 1), new(2023, 1, 31)) },
        ])
        {
            var result = await RunAsync(filtered, viewer);
            var row = Assert.Single(result.Rows);
            Assert.Equal((true, true, null), (row.IsSuppressed, row.IsProtecting, row.Values[0]));
            Assert.Equivalent(new WithheldCases(WithheldReason.TooFine, ["rape"], null, false), result.Withheld);
        }
    }

    [Theory]
    [InlineData(QueryAudience.Screen)]
    [InlineData(QueryAudience.Release)]
    public async Task Run_AllHeadsByPlaceAndMonth_CountsEveryCase(QueryAudience audience)
    {
        var viewer = await AdminAsync();
        var oracle = new QueryOracle(database.Reference, database.Incidents);
        var shown = 0;
        foreach (var level in Enum.GetValues<JurisdictionLevel>())
            foreach (var dimensions in (Dimension[][])[[Dimension.Jurisdiction], [Dimension.Jurisdiction, Dimension.Month]])
            {
                var query = s_count with { Dimensions = [.. dimensions], JurisdictionLevel = level, Audience = audience };
                var result = await RunAsync(query, viewer);
                var expected = oracle.Count(query, viewer);
                Assert.Null(result.Withheld);
                Assert.All(result.Rows.Where(row => !row.IsSuppressed), row => Assert.Equal(expected[KeyOf(row)], row.Values[0]));
                Assert.False(level <= JurisdictionLevel.District && dimensions.Length == 1 && result.Rows.Any(row => row.IsSuppressed));
                shown += result.Rows.Count(row => !row.IsSuppressed);
            }
        Assert.True(shown > 100, $"{shown}");
    }

    [Fact]
    public async Task Run_AllHeadsByHour_AddsUpToTheTotalWithWhatIsNotDivided()
    {
        var viewer = await AdminAsync();
        var byHour = await RunAsync(s_count with { Dimensions = [Dimension.Hour] }, viewer);
        var total = Assert.Single((await RunAsync(s_count, viewer)).Rows).Values[0];
        Assert.Equal(Protected.Order(StringComparer.Ordinal), byHour.Withheld!.Heads);
        Assert.Equal(database.Incidents.Count(incident => incident.IsSensitive), byHour.Withheld.Cases);
        Assert.Equal(total, byHour.Rows.Sum(row => row.Values[0]) + byHour.Withheld.Cases);
    }

    // A total across heads less the rows that no longer count its few protected cases must not give these.
    [Fact]
    public async Task Run_FewProtectedCasesAmongOthersByHour_HidesARowToo()
    {
        var viewer = await AdminAsync();
        var found = 0;
        foreach (var group in database.Incidents.Where(incident => StationOf(incident) is not null)
            .GroupBy(incident => (Station: StationOf(incident)!, Month: new DateOnly(incident.OccurredOn.Year, incident.OccurredOn.Month, 1))))
        {
            if (group.Count(incident => incident.IsSensitive) is not (>= 1 and <= 4) || group.Count(incident => !incident.IsSensitive) < 4)
                continue;
            var result = await RunAsync(
                s_count with
                {
                    Jurisdictions = [group.Key.Station],
                    Period = new(group.Key.Month, group.Key.Month.AddMonths(1)),
                    Dimensions = [Dimension.Hour],
                }, viewer);
            Assert.Equal((true, null), (result.Withheld!.IsSmall, result.Withheld.Cases));
            Assert.Contains(result.Rows, row => row.IsProtecting);
            if (++found == 5)
                return;
        }
        Assert.Fail("The data hold no such case.");
    }

    [Fact]
    public async Task Run_ProtectedHeadBelowTheMinimum_IsNotDividedAtAll()
    {
        var viewer = await AdminAsync();
        var (few, many) = (0, 0);
        foreach (var place in database.Places.Where(code => database.Reference.Jurisdictions.Find(code)!.Level <= JurisdictionLevel.Station).Chunk(3)
            .Select(some => some[0]))
            foreach (var head in Protected)
            {
                var query = s_count with { Heads = [head], Jurisdictions = [place] };
                var total = Assert.Single((await RunAsync(query, viewer)).Rows);
                var byMonth = await RunAsync(query with { Dimensions = [Dimension.Month] }, viewer);
                if (total.Values[0] == 0)
                    Assert.True(byMonth.IsEmpty);
                else if (total.Values[0] is null or < ProtectedHeads.DefaultMinimumTotal)
                {
                    Assert.Empty(byMonth.Rows);
                    Assert.False(byMonth.IsEmpty);
                    Assert.Equivalent(new WithheldCases(WithheldReason.TooFew, [head], total.Values[0], total.IsSuppressed), byMonth.Withheld);
                    few++;
                }
                else
                    many += Assert.IsType<int>(byMonth.Withheld is null ? byMonth.Rows.Length : 0);
            }
        Assert.True(few > 10 && many > 20, $"{few} {many}");
    }

    [Fact]
    public async Task Run_ForRelease_GivesProtectedHeadsByDistrictAtMost()
    {
        var viewer = await AdminAsync();
        var query = s_count with { Heads = [.. Protected], Audience = QueryAudience.Release, Jurisdictions = ["IN-GA"] };
        var districts = await RunAsync(query with { Dimensions = [Dimension.Jurisdiction], JurisdictionLevel = JurisdictionLevel.District }, viewer);
        Assert.NotEmpty(districts.Rows);
        var byStation = query with { Dimensions = [Dimension.Jurisdiction], JurisdictionLevel = JurisdictionLevel.Station };
        var stations = await RunAsync(byStation, viewer);
        Assert.Empty(stations.Rows);
        Assert.Equal(WithheldReason.TooSmallPlaces, stations.Withheld!.Reason);
        Assert.Equal(new QueryOracle(database.Reference, database.Incidents).Count(byStation, viewer).Values.Sum(), stations.Withheld.Cases);
        Assert.NotEmpty((await RunAsync(byStation with { Audience = QueryAudience.Screen }, viewer)).Rows);
        var station = database.Reference.Jurisdictions.AtOrdinal(
            database.Incidents.First(one => IsOfProtectedHead(one) && LevelOf(one) == JurisdictionLevel.Station).Ordinal)!.Code;
        Assert.True(Assert.Single((await RunAsync(query with { Jurisdictions = [station] }, viewer)).Rows).IsProtecting);
    }

    [Fact]
    public async Task Run_ByVictim_DividesFromTheMinimumOn()
    {
        var viewer = await AdminAsync();
        var query = s_count with { Heads = ["rape"], Dimensions = [Dimension.Gender] };
        Assert.NotEmpty((await RunAsync(query, viewer)).Rows);
        var byPlace = await RunAsync(
            query with { Dimensions = [Dimension.Jurisdiction, Dimension.Gender], JurisdictionLevel = JurisdictionLevel.Station }, viewer);
        var totals = database.Incidents.Where(one => database.Reference.Heads.Find(one.HeadId)!.Code == "rape").GroupBy(one => StationOf(one))
            .ToDictionary(group => group.Key ?? "", group => group.Count());
        Assert.All(byPlace.Rows, row => Assert.True(totals[row.Keys[0].Code] >= ProtectedHeads.DefaultMinimumTotal));
        Assert.Equal(WithheldReason.TooFew, byPlace.Withheld!.Reason);
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(20, true)]
    public void MinimumTotal_BelowTen_IsRefused(int minimum, bool isValid)
    {
        var options = new PrivacyOptions { MinimumTotal = minimum };
        Assert.Equal(isValid, Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true));
    }

    private static bool IsTooFine(IncidentQuery query) =>
        query.Dimensions.Any(dimension => dimension is Dimension.Hour or Dimension.Weekday or Dimension.Day)
        || query.Hours.Length + query.Weekdays.Length + query.Genders.Length + query.AgeBands.Length > 0 || query.Period.From.Day + query.Period.Until.Day > 2;

    private bool IsOfProtectedHead(TestIncident incident) => database.Reference.Heads.IsSensitive(incident.HeadId);

    private static string KeyOf(QueryRow row) => string.Join('|', row.Keys);

    private JurisdictionLevel LevelOf(TestIncident incident) => database.Reference.Jurisdictions.AtOrdinal(incident.Ordinal)!.Level;

    private string? StationOf(TestIncident incident) => database.Reference.Jurisdictions
        .AncestorAt(database.Reference.Jurisdictions.AtOrdinal(incident.Ordinal)!, JurisdictionLevel.Station)?.Code;

    private Task<Viewer> AdminAsync() => database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");

    private Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer) => database.Runner.RunAsync(query, viewer, Cancel);

    // Figures that both show: what one has more than the other must be nothing. How many there were.
    private async Task<int> CompareAsync(IncidentQuery whole, IncidentQuery part, Viewer viewer)
    {
        var (all, some) = (await RunAsync(whole, viewer), await RunAsync(part, viewer));
        var known = some.Rows.ToDictionary(KeyOf, row => row.Values[0]);
        var shown = all.Rows.Where(row => !row.IsSuppressed).ToList();
        Assert.All(shown,
            row => Assert.True(row.Values[0] - known.GetValueOrDefault(KeyOf(row), 0) is 0 or null, $"{KeyOf(row)} of {IncidentQueryJson.Write(whole)}"));
        return shown.Count;
    }
}
