using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Analysis;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Tests.Support;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class ForecastAnalysisTests
{
    private static readonly Viewer s_viewer = new(Guid.Empty, "officer", PersonRole.Officer, [1]);
    private static readonly IncidentQuery s_scope = new() { Measures = [Measure.RatePerLakh], Period = Period.Year(2024), Heads = ["THEFT"], Limit = 5 };

    private static readonly IncidentQuery s_place = s_scope with { Jurisdictions = ["A"], Heads = ["murder"] };

    [Fact]
    public async Task RunAsync_MonthsWithoutCases_AreZeroAndHistoryIsComplete()
    {
        var port = new FakePort(new DateOnly(2021, 1, 1), new DateOnly(2024, 1, 1), month => month.Month == 2 ? null : 10 + month.Month);
        var result = await Analysis(port).RunAsync(s_scope, s_viewer, 3, null, TestContext.Current.CancellationToken);
        Assert.Equal(new DateOnly(2021, 1, 1), result.FirstMonth);
        Assert.Equal(36, result.History.Length);
        Assert.Equal([11, 0, 13], result.History[..3]);
        Assert.Equal(3, Assert.IsType<ForecastReport>(result.Outcome).Mean.Length);
        Assert.Equal(9, result.DataVersion);
        Assert.Equal([Dimension.Month], port.Asked!.Dimensions);
        Assert.Equal([Measure.Count], port.Asked.Measures);
        Assert.Equal(["THEFT"], port.Asked.Heads);
        Assert.Null(port.Asked.Limit);
    }

    [Fact]
    public async Task RunAsync_SameSeriesAgain_IsComputedOnce()
    {
        var counts = 10;
        var port = new FakePort(new DateOnly(2021, 1, 1), new DateOnly(2024, 1, 1), month => counts + month.Month);
        var analysis = Analysis(port);
        async Task<ForecastOutcome> RunAsync() =>
            (await analysis.RunAsync(
                s_scope, s_viewer, ForecastAnalysis.HorizonMonths, ForecastMethods.Named("snaive"), TestContext.Current.CancellationToken)).Outcome;

        var first = await RunAsync();

        Assert.All(await Task.WhenAll(RunAsync(), RunAsync()), outcome => Assert.Same(first, outcome));
        counts++;
        Assert.NotSame(first, await RunAsync());
    }

    [Fact]
    public async Task RunAsync_MoreThanTenYears_UsesTheLastTen()
    {
        var port = new FakePort(new DateOnly(2010, 1, 1), new DateOnly(2024, 1, 1), month => month.Month);
        var result = await Analysis(port).RunAsync(s_scope, s_viewer, 3, ForecastMethods.Named("snaive"), TestContext.Current.CancellationToken);
        Assert.Equal(ForecastAnalysis.MostMonths, result.History.Length);
        Assert.Equal(new DateOnly(2014, 1, 1), result.FirstMonth);
    }

    [Fact]
    public async Task RunAsync_NoData_IsTooShort()
    {
        var result = await Analysis(new FakePort(null, null, _ => 1)).RunAsync(s_scope, s_viewer, 3, null, TestContext.Current.CancellationToken);
        Assert.Null(result.FirstMonth);
        Assert.Equal(new ForecastImpossible(ForecastObstacle.TooShort, 24, 0), result.Outcome);
    }

    [Fact]
    public async Task RunAsync_SuppressedMonths_AreNotForecast()
    {
        var port = new FakePort(new DateOnly(2021, 1, 1), new DateOnly(2024, 1, 1), month => month.Month) { SuppressedMonth = new Month(2022, 5) };
        var result = await Analysis(port).RunAsync(s_scope, s_viewer, 3, null, TestContext.Current.CancellationToken);
        Assert.Equal(ForecastObstacle.Suppressed, Assert.IsType<ForecastImpossible>(result.Outcome).Obstacle);
        Assert.Empty(result.History);
    }

    [Fact]
    public async Task RunAsync_StoredForThisData_IsReadInsteadAndCut()
    {
        var port = new FakePort(new DateOnly(2021, 1, 1), new DateOnly(2024, 1, 1), month => month.Month);
        var live = await Analysis(port).RunAsync(s_place, s_viewer, 12, null, TestContext.Current.CancellationToken);
        var stored = new FakeForecasts
        {
            Stored = new("A", "murder", SeriesStep.Month, live.FirstMonth!.Value, live.History, live.Outcome, 0, 9, DateTimeOffset.UnixEpoch),
        };
        port = new FakePort(new DateOnly(2021, 1, 1), new DateOnly(2024, 1, 1), month => month.Month);

        var read = await Analysis(port, stored).RunAsync(s_place, s_viewer, 2, null, TestContext.Current.CancellationToken);

        Assert.Null(port.Asked);
        Assert.Equal(("A", "murder"), stored.Asked);
        Assert.Equal(((ForecastReport)live.Outcome).Mean[..2], ((ForecastReport)read.Outcome).Mean);
        Assert.All(((ForecastReport)read.Outcome).Bands, band => Assert.Equal(2, band.Upper.Length));
    }

    /// <summary>The replay computes what was said before; what is said of the months to come stays the figure all pages read.</summary>
    [Fact]
    public async Task RunAsync_PastIsWanted_TheHeadlineStaysTheStoredOne()
    {
        var port = new FakePort(new DateOnly(2021, 1, 1), new DateOnly(2024, 1, 1), month => month.Month);
        var live = await Analysis(port).RunAsync(s_place, s_viewer, 12, null, TestContext.Current.CancellationToken, wantsPast: true);
        var made = (ForecastReport)live.Outcome;
        var coherent = made with { Mean = [.. made.Mean.Select(mean => mean + 1)], Past = [] };
        var stored = new FakeForecasts
        {
            Stored = new("A", "murder", SeriesStep.Month, live.FirstMonth!.Value, live.History, coherent, 0, 9, DateTimeOffset.UnixEpoch),
        };

        var headline = await Analysis(port, stored).RunAsync(s_place, s_viewer, 6, null, TestContext.Current.CancellationToken);
        var replay = await Analysis(port, stored).RunAsync(s_place, s_viewer, 12, null, TestContext.Current.CancellationToken, wantsPast: true);

        var report = Assert.IsType<ForecastReport>(replay.Outcome);
        Assert.Equal(((ForecastReport)headline.Outcome).Mean[0], report.Mean[0]);
        Assert.Equal(made.Past.Length, report.Past.Length);
        Assert.NotEmpty(report.Past);
    }

    [Theory]
    [InlineData(8, null, false)]
    [InlineData(8, null, true)]
    [InlineData(9, "snaive", false)]
    public async Task RunAsync_StoredIsOldOrNotWhatIsAsked_ComputesAnew(long version, string? model, bool wantsPast)
    {
        var port = new FakePort(new DateOnly(2021, 1, 1), new DateOnly(2024, 1, 1), month => month.Month);
        var outcome = ForecastSamples.ByHand.Outcome;
        var stored = new FakeForecasts
        {
            Stored = new("A", "murder", SeriesStep.Month, new DateOnly(2021, 1, 1), [], outcome, 0, version, DateTimeOffset.UnixEpoch),
        };
        var asked = ForecastMethods.TryParse(model, out var named) ? named : null;

        var result = await Analysis(port, stored).RunAsync(s_place, s_viewer, 2, asked, TestContext.Current.CancellationToken, wantsPast);

        Assert.NotNull(port.Asked);
        Assert.NotSame(outcome, result.Outcome);
        var report = Assert.IsType<ForecastReport>(result.Outcome);
        Assert.Equal([50, 80, 95], report.Bands.Select(band => band.LevelPercent));
        Assert.Contains(new Festival("diwali", new DateOnly(2023, 11, 12)), report.Request.Calendar!.Festivals);
        Assert.Equal([new DateOnly(2024, 7, 1)], report.Request.Calendar.KnownShifts);
    }

    private static ForecastAnalysis Analysis(FakePort port, FakeForecasts? stored = null) =>
        new(port, port, new FakeReference(), new FakeHolidays(), stored ?? new FakeForecasts());

    private sealed class FakePort(DateOnly? first, DateOnly? asOf, Func<DateOnly, double?> count) : IIncidentQueryRunner, IDataStatusReader
    {
        public Month? SuppressedMonth { get; init; }

        public IncidentQuery? Asked { get; private set; }

        public ValueTask<DataStatus> GetAsync(CancellationToken cancellationToken) => new(new DataStatus(9, true, 1, first, asOf, null));

        public Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer, CancellationToken cancellationToken)
        {
            Asked = query;
            var rows = ImmutableArray.CreateBuilder<QueryRow>();
            for (var month = query.Period.From; month < query.Period.Until; month = month.AddMonths(1))
            {
                var key = Month.Of(month);
                if (count(month) is { } value)
                    rows.Add(new QueryRow([key], key == SuppressedMonth ? [null] : [value], key == SuppressedMonth));
            }

            return Task.FromResult(new QueryResult(query, rows.ToImmutable(), 9, "fake", false));
        }
    }
}
