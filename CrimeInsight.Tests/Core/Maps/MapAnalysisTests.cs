using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Maps;

public sealed class MapAnalysisTests
{
    private static readonly Viewer s_viewer = new(Guid.Empty, "asha", PersonRole.Supervisor, [1]);

    [Fact]
    public async Task Areas_StateWithoutRows_HasNoCases()
    {
        var report = await RunAsync(new QueryRow(["A"], [12, 3.4, null], false));

        Assert.Equal(["A", "B"], report.Areas.Select(area => area.Area.Code));
        Assert.Equal((12d, 3.4, null), Figures(report.Areas[0]));
        Assert.Equal((0d, 0d, null), Figures(report.Areas[1]));
        Assert.False(report.IsEmpty);
    }

    [Fact]
    public async Task Areas_LevelWithoutPopulation_HasNoRates()
    {
        var report = await RunAsync(new QueryRow(["A"], [12, null, null], false));
        Assert.All(report.Areas, area => Assert.Null(area.RatePerLakh));
    }

    [Fact]
    public async Task Areas_WithheldRow_StaysWithheldAndIsNotEmpty()
    {
        var report = await RunAsync(new QueryRow(["B"], [null, null, null], true));
        Assert.True(report.Areas[1].IsSuppressed);
        Assert.Null(report.Areas[1].Cases);
        Assert.False(report.IsEmpty);
    }

    [Fact]
    public async Task Areas_NoRows_IsEmpty() => Assert.True((await RunAsync()).IsEmpty);

    [Fact]
    public async Task Areas_Request_AsksForTheLevelWithinTheRoots()
    {
        var runner = new FakeQueryRunner(_ => []);
        var tree = SmallReference.Data.Jurisdictions;
        await new MapAnalysis(runner).AreasAsync(
            new MapRequest([tree.Find("A")!], ["murder"], Period.Year(2024), JurisdictionLevel.District), tree, s_viewer, TestContext.Current.CancellationToken);

        var query = Assert.Single(runner.Asked);
        Assert.Empty(IncidentQueryValidator.Validate(query));
        Assert.Equal(["A"], query.Jurisdictions);
        Assert.Equal(["murder"], query.Heads);
        Assert.Equal(JurisdictionLevel.District, query.JurisdictionLevel);
    }

    // 60 cases after a rise of 50 % were 40: together 100. 20 after a rise of 25 % were 16: together 36.
    [Theory]
    [InlineData(60, 50.0, 40.0, true)]
    [InlineData(20, 25.0, 16.0, false)]
    [InlineData(30, null, null, false)]
    public void IsComparable_CasesOfBothYears_DecideIt(double cases, double? change, double? before, bool isComparable)
    {
        var figure = new AreaFigure(SmallReference.Country, cases, null, change, false);
        Assert.Equal(before, figure.CasesLastYear);
        Assert.Equal(isComparable, figure.IsComparable);
    }

    private static Task<MapReport> RunAsync(params QueryRow[] rows) => new MapAnalysis(new FakeQueryRunner(_ => rows)).AreasAsync(
        new MapRequest([SmallReference.Country], [], Period.Year(2024), JurisdictionLevel.State),
        SmallReference.Data.Jurisdictions,
        s_viewer,
        TestContext.Current.CancellationToken);

    private static (double?, double?, double?) Figures(AreaFigure area) => (area.Cases, area.RatePerLakh, area.ChangeLastYear);
}
