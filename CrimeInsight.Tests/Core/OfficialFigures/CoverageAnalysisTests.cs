using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.OfficialFigures;

public sealed class CoverageAnalysisTests
{
    private static readonly Period s_year2024 = Period.Year(2024);

    [Fact]
    public async Task Of_YearOfThePeriod_IsOursByOfficial()
    {
        var coverage = await OfAsync(Scope("A", "murder", s_year2024), 250, new FakeOfficialFigures(("A", 2024, "murder", 2000)));
        Assert.Equal((0.125, false, false), (coverage.Share!.Value, coverage.IsOfOtherYears, coverage.IsPartial));
        Assert.Equal([2024], coverage.Years);
        var (lower, upper) = coverage.Interval!.Value;
        Assert.InRange(lower, 0.109, 0.112);
        Assert.InRange(upper, 0.140, 0.143);
    }

    [Fact]
    public async Task Of_AsksByRegistrationAndCalendarYear()
    {
        var runner = new FakeQueryRunner(_ => [new QueryRow([], [250], false)]);
        var scope = Scope("A", "murder", new Period(new(2023, 7, 1), new(2024, 3, 1))) with { Basis = DateBasis.Occurred };
        await new CoverageAnalysis(runner, new FakeOfficialFigures(("A", 2023, "murder", 1), ("A", 2024, "murder", 1))).OfAsync(scope, Cancel);
        var query = Assert.Single(runner.Asked);
        Assert.Equal((new Period(new(2023, 1, 1), new(2025, 1, 1)), DateBasis.Registered), (query.Period, query.CountedBy));
    }

    [Fact]
    public async Task Of_FiguresOfAnEarlierYearAlone_SaysSo()
    {
        var coverage = await OfAsync(Scope("A", "murder", s_year2024), 250, new FakeOfficialFigures(("A", 2022, "murder", 1000)));
        Assert.Equal((0.25, true), (coverage.Share!.Value, coverage.IsOfOtherYears));
        Assert.Equal([2022], coverage.Years);
    }

    [Fact]
    public async Task Of_AllHeads_AddsTheirLeavesUp()
    {
        var figures = new FakeOfficialFigures(
            ("A", 2024, "murder", 100), ("A", 2024, "hurt", 200), ("A", 2024, "rape", 50), ("A", 2024, "attempt", 10), ("A", 2024, "stalking", 40),
            ("A", 2024, "pocso", 100));
        Assert.Equal(0.5, (await OfAsync(Scope("A", null, s_year2024), 250, figures)).Share);
    }

    /// <summary>Districts have figures of some heads only, as NCRB's have under the penal code alone.</summary>
    [Fact]
    public async Task Of_SomeHeadsWithFigures_ComparesThoseAndScalesNothing()
    {
        var figures = new FakeOfficialFigures(("A1", 2024, "murder", 400), ("A1", 2024, "hurt", 100), ("A", 2024, "stalking", 40));
        var runner = new FakeQueryRunner(_ => [new QueryRow([], [250], false)]);
        var coverage = await new CoverageAnalysis(runner, figures).OfAsync(Scope("A1", null, s_year2024), Cancel);
        Assert.Equal((0.5, true, false), (coverage.Share!.Value, coverage.IsPartial, coverage.MayScale));
        Assert.Equal(["body"], Assert.Single(runner.Asked).Heads);
    }

    [Fact]
    public async Task Of_Unknown_HasItsReason()
    {
        var figures = new FakeOfficialFigures(("A", 2024, "murder", 100));
        Assert.Equal(CoverageState.NoOfficialFigures, (await OfAsync(Scope("B", "murder", s_year2024), 250, figures)).State);
        Assert.Equal(CoverageState.TooFine, (await OfAsync(Scope("A1a", "murder", s_year2024), 250, figures)).State);
        var young = Scope("A", "murder", s_year2024);
        young = young with { Status = young.Status with { FirstMonth = new(2024, 6, 1) } };
        Assert.Equal(CoverageState.NoCompleteYear, (await OfAsync(young, 250, figures)).State);
        var withheld = new FakeQueryRunner(_ => [new QueryRow([], [null], true)]);
        var coverage = await new CoverageAnalysis(withheld, figures).OfAsync(Scope("A", "murder", s_year2024), Cancel);
        Assert.Equal((CoverageState.Withheld, null), (coverage.State, coverage.Share));
    }

    [Fact]
    public async Task ByPlace_PlacesWithAndWithoutFigures_AreKnownOrNot()
    {
        var figures = new FakeOfficialFigures(("A1", 2024, "murder", 200), ("IN", 2024, "murder", 9));
        var runner = new FakeQueryRunner(_ => [new QueryRow(["A1"], [100], false), new QueryRow(["A2"], [100], false)]);
        var found = await new CoverageAnalysis(runner, figures).ByPlaceAsync(Scope("A", "murder", s_year2024), JurisdictionLevel.District, Cancel);
        Assert.Equal((0.5, null), (found["A1"].Share, found["A2"].Share));
    }

    [Fact]
    public void Scale_EnoughCases_WidensByBothErrors()
    {
        var coverage = new Coverage(CoverageState.Known, 100, 800, [2024], IsSample: true);
        var scaled = coverage.Scale(10, 400)!.Value;
        Assert.Equal(80, scaled.Value, 1e-9);
        // exp(1.96 · √(1/400 + 1/100)) = 1.245
        Assert.Equal(80 * 1.245, scaled.Upper, 0.05);
        Assert.Equal(80 / 1.245, scaled.Lower, 0.05);
    }

    [Theory]
    [InlineData(29, 400, false)]
    [InlineData(100, 29, false)]
    [InlineData(100, 400, true)]
    public void Scale_TooFewOrPartOfTheHeads_IsNothing(double ours, double cases, bool isPartial) =>
        Assert.Null(new Coverage(CoverageState.Known, ours, 800, [2024], IsPartial: isPartial).Scale(10, cases));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static Task<Coverage> OfAsync(Scope scope, double ours, FakeOfficialFigures figures) =>
        new CoverageAnalysis(new FakeQueryRunner(_ => [new QueryRow([], [ours], false)]), figures).OfAsync(scope, Cancel);

    private static Scope Scope(string place, string? head, Period period)
    {
        var scope = MapContexts.Of(null, place) with { Period = period, Heads = head is null ? [] : [SmallReference.Data.Heads.Find(head)!] };
        return scope with { Status = scope.Status with { FirstMonth = new(2022, 1, 1), Coverage = 0.125 } };
    }
}
