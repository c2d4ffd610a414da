using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Data.Queries;

/// <summary>Cases of minors under heads that are not sensitive, tried by whoever wants to know their hour, day or victim.</summary>
public sealed class ProtectedCaseTests(QueryDatabase database) : IClassFixture<QueryDatabase>
{
    private static readonly Period s_years = new(new(2021, 1, 1), new(2025, 1, 1));
    private static readonly IncidentQuery s_count = new() { Measures = [Measure.Count], Period = s_years, Audience = QueryAudience.Screen };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    // What is shown equals a count that has never heard of the case, so that no comparison of answers finds it.
    [Fact]
    public async Task Run_CasesOfMinorsByHourDayAndVictim_AreAsIfTheyWereNot()
    {
        var viewer = await AdminAsync();
        var open = new QueryOracle(database.Reference, [.. database.Incidents.Where(one => !one.IsSensitive)]);
        var shown = 0;
        foreach (var one in Minors().Take(150))
        {
            var query = s_count with { Jurisdictions = [PlaceOf(one)], Heads = [HeadOf(one)] };
            var month = Month.Of(one.OccurredOn).Period;
            foreach (var asked in (IncidentQuery[])
            [
                query with { Dimensions = [Dimension.Hour] }, query with { Dimensions = [Dimension.Weekday], Period = month },
                query with { Dimensions = [Dimension.Day], DateBasis = DateBasis.Occurred }, query with { Hours = [Math.Max(one.Hour, 0)] },
                query with { Genders = [one.Gender], Dimensions = [Dimension.Month] }, query with { AgeBands = [one.AgeBand], Dimensions = [Dimension.Head] },
                query with { Period = new(one.OccurredOn, one.OccurredOn.AddDays(1)), DateBasis = DateBasis.Occurred },
            ])
            {
                var result = await RunAsync(asked, viewer);
                Assert.NotNull(result.Withheld);
                Assert.Empty(result.Withheld.Heads);
                var expected = open.Count(asked, viewer);
                Assert.All(result.Rows.Where(row => !row.IsSuppressed), row => Assert.Equal(expected.GetValueOrDefault(KeyOf(row)), row.Values[0]));
                shown += result.Rows.Count(row => row.Values[0] > 0);
            }
        }
        Assert.True(shown > 200, $"{shown}");
    }

    [Fact]
    public async Task Run_OrdinaryHeadByPlaceAndMonth_CountsCasesOfMinorsAsUsual()
    {
        var viewer = await AdminAsync();
        var oracle = new QueryOracle(database.Reference, database.Incidents);
        var minors = Minors().Take(40).ToList();
        foreach (var one in minors)
        {
            var query = s_count with { Heads = [HeadOf(one)], Dimensions = [Dimension.Jurisdiction, Dimension.Month], JurisdictionLevel = LevelOf(one) };
            var result = await RunAsync(query, viewer);
            Assert.Null(result.Withheld);
            Assert.Equal(oracle.Count(query, viewer).Values.Sum(), result.Rows.Sum(row => row.Values[0]));
        }
    }

    [Fact]
    public async Task Run_OrdinaryHeadByHour_AddsUpToItsTotalWithWhatIsNotDivided()
    {
        var viewer = await AdminAsync();
        foreach (var head in Minors().Select(HeadOf).Distinct().Take(20))
        {
            var query = s_count with { Heads = [head], DateBasis = null };
            var byHour = await RunAsync(query with { Dimensions = [Dimension.Hour] }, viewer);
            var protectedCases = database.Incidents.Count(one => one.IsSensitive && HeadOf(one) == head);
            Assert.Equal((protectedCases >= 5 ? protectedCases : null, protectedCases < 5), ((int?)byHour.Withheld!.Cases, byHour.Withheld.IsSmall));
            if (protectedCases >= 5)
                Assert.Equal(database.Incidents.Count(one => HeadOf(one) == head), byHour.Rows.Sum(row => row.Values[0]) + byHour.Withheld.Cases);
        }
    }

    // All of them are protected: even that there is none is not said.
    [Fact]
    public async Task Run_FilterByMinors_SaysNothing()
    {
        var viewer = await AdminAsync();
        foreach (var place in (string[])["IN", "IN-TN", "IN-PB"])
        {
            var row = Assert.Single((await RunAsync(s_count with { Heads = ["theft"], Jurisdictions = [place], AgeBands = [AgeBand.Below6] }, viewer)).Rows);
            Assert.Equal((true, true, null), (row.IsSuppressed, row.IsProtecting, row.Values[0]));
        }
    }

    [Fact]
    public async Task Run_ByAgeOfTheVictim_ShowsMinorsWhereTheyAreManyOnly()
    {
        var viewer = await AdminAsync();
        var national = await RunAsync(s_count with { Dimensions = [Dimension.AgeBand] }, viewer);
        Assert.Null(national.Withheld);
        Assert.Equal(database.Incidents.Count(one => one.AgeBand == AgeBand.Below6), Value(national, AgeBand.Below6));
        var (few, rows) = (0, 0);
        foreach (var level in (JurisdictionLevel[])[JurisdictionLevel.District, JurisdictionLevel.Station])
        {
            var result = await RunAsync(s_count with { Dimensions = [Dimension.Jurisdiction, Dimension.AgeBand], JurisdictionLevel = level }, viewer);
            few += result.Withheld is null ? 0 : 1;
            foreach (var row in result.Rows.Where(row => row.Values[0] > 0 && Enum.Parse<AgeBand>(row.Keys[1].Code).IsMinor()))
                Assert.True(++rows > 0 && row.Values[0] >= 5, KeyOf(row));
        }
        Assert.Equal(2, few);
    }

    // For release nothing is divided by victim below the district, so that all less the open ones is nothing.
    [Fact]
    public async Task Run_ByVictimAtStationsForRelease_CountsOpenCasesAlone()
    {
        var viewer = await AdminAsync();
        var query = s_count with
        {
            Dimensions = [Dimension.Jurisdiction, Dimension.Gender], JurisdictionLevel = JurisdictionLevel.Station, Audience = QueryAudience.Release,
        };
        var expected = new QueryOracle(database.Reference, [.. database.Incidents.Where(one => !one.IsSensitive)]).Count(query, viewer);
        var result = await RunAsync(query, viewer);
        Assert.Equal(WithheldReason.TooSmallPlaces, result.Withheld!.Reason);
        Assert.All(result.Rows.Where(row => !row.IsSuppressed), row => Assert.Equal(expected[KeyOf(row)], row.Values[0]));
        Assert.InRange(result.Rows.Count(row => row.Values[0] > 0), 10, int.MaxValue);
    }

    private IEnumerable<TestIncident> Minors() => database.Incidents.Where(one => one.IsSensitive && !database.Reference.Heads.IsSensitive(one.HeadId));

    private static double? Value(QueryResult result, AgeBand band) => result.Rows.Single(row => row.Keys[0].Code == band.ToString()).Values[0];

    private string HeadOf(TestIncident one) => database.Reference.Heads.Find(one.HeadId)!.Code;

    private string PlaceOf(TestIncident one) => database.Reference.Jurisdictions.AtOrdinal(one.Ordinal)!.Code;

    private JurisdictionLevel LevelOf(TestIncident one) => database.Reference.Jurisdictions.AtOrdinal(one.Ordinal)!.Level;

    private static string KeyOf(QueryRow row) => string.Join('|', row.Keys);

    private Task<Viewer> AdminAsync() => database.Fixture.AddPersonAsync(PersonRole.Admin, "IN");

    private Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer) => database.Runner.RunAsync(query, viewer, Cancel);
}
