using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.OfficialFigures;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Scopes;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.OfficialFigures;

public sealed class ValidationAnalysisTests
{
    [Fact]
    public async Task Report_FullData_JudgesEachRowByItsTolerance()
    {
        var report = await ReportAsync(
            2024, null, [("A1", 2024, "murder", 1000), ("A2", 2024, "murder", 1000), ("A", 2024, "murder", 2000)],
            ("A1", "murder", 951), ("A2", "murder", 700), ("A", "murder", 1651));
        Assert.Equal(ValidationStatus.Within, Row(report, "A1").Status);
        var below = Row(report, "A2");
        Assert.Equal((ValidationStatus.Below, -300.0, 0.7, 50.0), (below.Status, below.Difference, below.Coverage.Share, below.Tolerance));
        Assert.Contains(ValidationReason.PrincipalOffence, Row(report, "A2").Reasons);
        Assert.Null(Row(report, "A2").Coverage.Interval);
        Assert.Equal("A2", report.Rows[0].Place.Code);
    }

    [Fact]
    public async Task Report_Sample_ExpectsItsShare()
    {
        var report = await ReportAsync(
            2024, 0.1, [("A1", 2024, "murder", 1000), ("A2", 2024, "murder", 1000)], ("A1", "murder", 110), ("A2", "murder", 150));
        Assert.Equal((ValidationStatus.Within, 100.0), (Row(report, "A1").Status, Row(report, "A1").Expected));
        Assert.Equal(ValidationStatus.Above, Row(report, "A2").Status);
        Assert.Contains(ValidationReason.Sample, Row(report, "A2").Reasons);
        Assert.NotNull(Row(report, "A1").Coverage.Interval);
    }

    [Fact]
    public async Task Report_UnitWithoutCases_IsNamedAboveIt()
    {
        var report = await ReportAsync(
            2024, null, [("A1", 2024, "murder", 1000), ("A2", 2024, "murder", 1000), ("A", 2024, "murder", 2000)],
            ("A1", "murder", 1000), ("A", "murder", 1000));
        Assert.Equal(ValidationReason.MissingUnits, Row(report, "A").Reasons[0]);
    }

    [Fact]
    public async Task Report_YearUnderWayAndNoFigure_AreNotJudged()
    {
        var report = await ReportAsync(2025, null, [("A1", 2025, "murder", 1000)], ("A1", "murder", 10), ("A2", "murder", 10));
        Assert.Equal((ValidationStatus.IncompleteYear, ValidationReason.MonthsMissing), (Row(report, "A1").Status, Row(report, "A1").Reasons[0]));
    }

    [Fact]
    public async Task Report_NoYearAsked_TakesTheLastThatCanBeCompared()
    {
        var report = await ReportAsync(null, null, [("A1", 2022, "murder", 1000)], ("A1", "murder", 1000));
        Assert.Equal(2022, report.Chosen);
        Assert.All(report.Rows, row => Assert.Equal(DateBasis.Registered, row.Query.CountedBy));
    }

    [Theory]
    [InlineData("IN-AP", 2013, true)]
    [InlineData("IN-AP", 2014, false)]
    [InlineData("IN-JK", 2019, true)]
    [InlineData("IN-JK", 2020, false)]
    [InlineData("IN-KL", 2005, false)]
    public void HadOtherBorders_StatesThatWereDivided_UntilThen(string place, int year, bool expected) =>
        Assert.Equal(expected, ValidationAnalysis.HadOtherBorders(place, year));

    private static ValidationRow Row(ValidationReport report, string place) => report.Rows.Single(row => row.Place.Code == place && row.Head.Code == "murder");

    private static Task<ValidationReport> ReportAsync(
        int? year, double? share, (string, int, string, long)[] official, params (string Place, string Head, double Cases)[] ours)
    {
        var scope = MapContexts.Of(null, "A") with { Heads = [SmallReference.Data.Heads.Find("murder")!] };
        scope = scope with { Status = scope.Status with { FirstMonth = new(2022, 1, 1), AsOf = new(2025, 4, 1), Coverage = share } };
        var runner = new FakeQueryRunner(query =>
            from one in ours
            let place = SmallReference.Data.Jurisdictions.Find(one.Place)!
            where place.Level == query.JurisdictionLevel
            from asked in Enumerable.Range(query.Period.From.Year, query.Period.Until.Year - query.Period.From.Year)
            select new QueryRow([one.Place, one.Head, asked], [one.Cases], false));
        return new ValidationAnalysis(runner, new FakeOfficialFigures(official)).ReportAsync(scope, year, TestContext.Current.CancellationToken);
    }
}
