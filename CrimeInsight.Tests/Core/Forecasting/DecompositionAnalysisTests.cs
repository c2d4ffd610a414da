using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Decomposition;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class DecompositionAnalysisTests
{
    private const int Months = 48;
    private const string Diwali = "diwali";
    private static readonly DateOnly s_from = new(2021, 1, 1);
    private static readonly Viewer s_viewer = new(Guid.Empty, "officer", PersonRole.Officer, [1]);
    private static readonly IncidentQuery s_scope = new() { Measures = [Measure.Share], Period = Period.Year(2024), Heads = ["theft"], Limit = 5 };

    /// <summary>January 2021 began on a Friday and December 2024 ended on a Tuesday: 208 whole weeks from 4 January to 29 December.</summary>
    [Fact]
    public async Task RunAsync_EnoughCases_ReadsWholeWeeksOfTheSameTime()
    {
        var port = new FakeWeeks(100);
        var parts = await RunAsync(port);
        Assert.Equal(new Period(new(2021, 1, 4), new(2024, 12, 30)), port.Asked!.Period);
        Assert.Equal([Dimension.Week], port.Asked.Dimensions);
        Assert.Equal([Measure.Count], port.Asked.Measures);
        Assert.Equal(["theft"], port.Asked.Heads);
        Assert.Null(port.Asked.Limit);
        Assert.Equal(208, parts.ByWeek!.Values.Length);
        Assert.Equal(SeriesStep.Week, parts.FestivalReport!.Calendar.Step);
        Assert.Equal(100 + 3, parts.ByWeek.Values[3]);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(100, true)]
    public async Task RunAsync_FewCasesOrWithheldWeek_KeepsToMonths(int cases, bool isWithheld)
    {
        var parts = await RunAsync(new FakeWeeks(cases) { IsWithheld = isWithheld });
        Assert.Null(parts.ByWeek);
        Assert.Same(parts.Outcome, parts.FestivalReport);
    }

    /// <summary>Half as many again in the week with the festival: of 31 days' 310 cases 70 are a week's, so 35 more; they leave a month of 30 days.</summary>
    [Fact]
    public void Run_EffectOfAWeek_IsAPartOfTheMonth()
    {
        var finding = new FestivalFinding(Diwali, EffectVerdict.Present, new EffectEstimate(0.5, 0.4, 0.6, 0.001, 0.001), 1, 0, 4);
        double[] weeks = [.. Enumerable.Range(0, 156).Select(week => 70.0 + week % 5)];
        var report = Assert.IsType<DecompositionReport>(SeriesDecomposition.Run(weeks, new SeriesCalendar(new(2022, 1, 3), SeriesStep.Week, [], []))) with { FestivalFindings = [finding] };
        var moved = Assert.IsType<FestivalWhatIfReport>(FestivalWhatIf.Run(report, new(2024, 11, 1), [300 + 35, 310], Diwali, new(2024, 11, 15), new(2024, 12, 15))).Moved;
        Assert.Equal(300, moved[0], 1e-9);
        Assert.Equal(345, moved[1], 1e-9);
    }

    private static Task<SeriesParts> RunAsync(FakeWeeks port)
    {
        ImmutableArray<double> history = [.. Enumerable.Range(0, Months).Select(month => 400.0 + 7 * (month % 5))];
        var forecast = new MonthlyForecast(s_from, history, new ForecastImpossible(ForecastObstacle.TooShort, 24, 0), 1);
        return new DecompositionAnalysis(port, new FakeHolidays()).RunAsync(s_scope, s_viewer, forecast, null, TestContext.Current.CancellationToken);
    }

    private sealed class FakeWeeks(int cases) : IIncidentQueryRunner
    {
        public bool IsWithheld { get; init; }

        public IncidentQuery? Asked { get; private set; }

        public Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer, CancellationToken cancellationToken)
        {
            Asked = query;
            var weeks = (query.Period.Until.DayNumber - query.Period.From.DayNumber) / 7;
            var rows = Enumerable.Range(0, weeks).Select(week => new QueryRow(
                [query.Period.From.AddDays(7 * week).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)], [cases + week % 4], IsWithheld && week == 9));
            return Task.FromResult(new QueryResult(query, [.. rows], 9, "fake", false));
        }
    }
}
