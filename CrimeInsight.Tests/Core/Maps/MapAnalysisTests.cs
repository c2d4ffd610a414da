using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.Maps;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Maps;

public sealed class MapAnalysisTests
{
    private static readonly Scope s_country = MapContexts.Of(null, "IN");

    [Fact]
    public async Task Areas_StateWithoutRows_HasNoCases()
    {
        var report = await RunAsync(new QueryRow(["A"], [12, 3.4, null, 40], false));

        Assert.Equal(["A", "B"], report.Areas.Select(area => area.Area.Code));
        Assert.Equal((12d, 3.4, 40d), Figures(report.Areas[0]));
        Assert.Equal((0d, 0d, null), Figures(report.Areas[1]));
        Assert.False(report.IsEmpty);
    }

    [Fact]
    public async Task Areas_LevelWithoutPopulation_HasNoRates()
    {
        var report = await RunAsync(new QueryRow(["A"], [12, null, null, null], false));
        Assert.All(report.Areas, area => Assert.Null(area.RatePerLakh));
    }

    [Fact]
    public async Task Areas_WithheldRow_StaysWithheldAndIsNotEmpty()
    {
        var report = await RunAsync(new QueryRow(["B"], [null, null, null, null], true));
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
        await new MapAnalysis(runner).AreasAsync(
            new MapRequest(MapContexts.Of("A", "IN") with { Heads = [SmallReference.Data.Heads.Find("murder")!] }, JurisdictionLevel.District),
            TestContext.Current.CancellationToken);

        var query = Assert.Single(runner.Asked);
        Assert.Empty(IncidentQueryValidator.Validate(query));
        Assert.Equal(["A"], query.Jurisdictions);
        Assert.Equal(["murder"], query.Heads);
        Assert.Equal(JurisdictionLevel.District, query.JurisdictionLevel);
    }

    /// <summary>40 and 60 are 100 together: told. 16 and 20 are too few, and so are 9 before; 60 that went to none are told.</summary>
    [Theory]
    [InlineData(60, 40.0, 50.0)]
    [InlineData(20, 16.0, null)]
    [InlineData(60, 9.0, null)]
    [InlineData(0, 60.0, -100.0)]
    [InlineData(30, null, null)]
    public void ChangeLastYear_CasesOfBothYears_DecideWhetherItIsTold(double cases, double? before, double? percent)
    {
        var change = new AreaFigure(SmallReference.Country, cases, null, before, false).ChangeLastYear;
        Assert.Equal(percent is null, change is null);
        Assert.Equal(percent ?? 0, change ?? 0, 1e-9);
    }

    /// <summary>100 cases in all, 12 and 80 in the states: of eight the state is not recorded.</summary>
    [Fact]
    public async Task Rest_CasesOfNoArea_MakeTheAreasAddUp()
    {
        var runner = new FakeQueryRunner(query => query.Dimensions.IsEmpty
            ? [new QueryRow([], [100], false)]
            : [new QueryRow(["A"], [12, null, null, null], false), new QueryRow(["B"], [80, null, null, null], false)]);
        var analysis = new MapAnalysis(runner);
        var report = await analysis.AreasAsync(new MapRequest(s_country, JurisdictionLevel.State), TestContext.Current.CancellationToken);
        var rest = await analysis.RestAsync(report, s_country, TestContext.Current.CancellationToken);
        Assert.Equal(8, rest!.Cases);
        Assert.All(runner.Asked, query => Assert.Empty(IncidentQueryValidator.Validate(query)));
    }

    private static Task<MapReport> RunAsync(params QueryRow[] rows) => new MapAnalysis(new FakeQueryRunner(_ => rows)).AreasAsync(
        new MapRequest(s_country, JurisdictionLevel.State),
        TestContext.Current.CancellationToken);

    private static (double?, double?, double?) Figures(AreaFigure area) => (area.Cases, area.RatePerLakh, area.CasesLastYear);
}
