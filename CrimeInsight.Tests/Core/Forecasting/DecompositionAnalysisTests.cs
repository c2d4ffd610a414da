using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
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

    [Fact]
    public async Task RunAsync_EnoughCases_ReadsEveryDayOfTheSameTime()
    {
        var port = new FakeDays(10);
        var parts = await RunAsync(port);
        Assert.Equal(new Period(s_from, new(2025, 1, 1)), port.Asked!.Period);
        Assert.Equal([Dimension.Day], port.Asked.Dimensions);
        Assert.Equal([Measure.Count], port.Asked.Measures);
        Assert.Equal(["theft"], port.Asked.Heads);
        Assert.Null(port.Asked.Limit);
        Assert.True(parts.Effects!.IsByDay && parts.Effects.IsFactor);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(10, true)]
    public async Task RunAsync_FewCasesOrWithheldDay_KeepsToMonths(int cases, bool isWithheld)
    {
        var parts = await RunAsync(new FakeDays(cases) { IsWithheld = isWithheld });
        Assert.False(parts.Effects!.IsByDay);
        Assert.Equal(((DecompositionReport)parts.Outcome).FestivalFindings, parts.Effects.Findings);
    }

    /// <summary>Half as many again on two days: 10 usual a day, so 10 more; they leave a month of 30 days and enter one of 31.</summary>
    [Fact]
    public void Run_EffectOfDays_IsAPartOfTheMonth()
    {
        var finding = new FestivalFinding(Diwali, EffectVerdict.Present, new EffectEstimate(0.5, 0.4, 0.6, 0.001, 0.001), 1, 0, 4);
        var effects = new FestivalEffects([finding], IsByDay: true, IsFactor: true);
        var moved = Assert.IsType<FestivalWhatIfReport>(
            FestivalWhatIf.Run(effects, new(2024, 11, 1), [300 + 10, 310], Diwali, new(2024, 11, 15), new(2024, 12, 15))).Moved;
        Assert.Equal(300, moved[0], 1e-9);
        Assert.Equal(320, moved[1], 1e-9);
    }

    /// <summary>Twice as many on one festival of five is an accident, on every one a custom; the days themselves are 10 and 20.</summary>
    [Theory]
    [InlineData(1, false)]
    [InlineData(5, true)]
    public void Find_FestivalOfOneYear_IsNotACustom(int occurrences, bool isFound)
    {
        var random = new Random(5);
        var festivals = FakeHolidays.Calendar.Days.Where(day => day.Key == Diwali && day.Day.Year < 2025).Select(day => new Festival(day.Key, day.Day))
            .ToList();
        var from = new DateOnly(2020, 1, 1);
        double[] days = [.. Enumerable.Range(0, 1827).Select(day => 8.0 + random.Next(5))];
        foreach (var festival in festivals.TakeLast(occurrences))
            days[festival.Day.DayNumber - from.DayNumber] += occurrences == 1 ? 60 : 10;
        var found = Assert.Single(Assert.NotNull(DailyFestivals.Find(from, days, festivals, TestContext.Current.CancellationToken)));
        Assert.Equal(isFound, found.Verdict == EffectVerdict.Present);
        if (isFound)
            Assert.InRange(1, found.Estimate!.Lower95, found.Estimate.Upper95);
    }

    [Fact]
    public void Find_TooShortOrQuiet_SaysNothing()
    {
        Assert.Null(DailyFestivals.Find(s_from, new double[DailyFestivals.LeastDays], [], TestContext.Current.CancellationToken));
        Assert.Null(DailyFestivals.Find(s_from, [.. Enumerable.Repeat(9.0, DailyFestivals.LeastDays - 1)], [], TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentOutOfRangeException>(() => DailyFestivals.Find(s_from, [double.NaN], [], TestContext.Current.CancellationToken));
    }

    private static Task<SeriesParts> RunAsync(FakeDays port)
    {
        ImmutableArray<double> history = [.. Enumerable.Range(0, Months).Select(month => 400.0 + 7 * (month % 5))];
        var forecast = new MonthlyForecast(s_from, history, new ForecastImpossible(ForecastObstacle.TooShort, 24, 0), 1);
        return new DecompositionAnalysis(port, new FakeHolidays()).RunAsync(s_scope, s_viewer, forecast, null, TestContext.Current.CancellationToken);
    }

    private sealed class FakeDays(int cases) : IIncidentQueryRunner
    {
        public bool IsWithheld { get; init; }

        public IncidentQuery? Asked { get; private set; }

        public Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer, CancellationToken cancellationToken)
        {
            Asked = query;
            var rows = Enumerable.Range(0, query.Period.Until.DayNumber - query.Period.From.DayNumber).Select(day => new QueryRow(
                [query.Period.From.AddDays(day)], [cases + day % 4], IsWithheld && day == 9));
            return Task.FromResult(new QueryResult(query, [.. rows], 9, "fake", false));
        }
    }
}
