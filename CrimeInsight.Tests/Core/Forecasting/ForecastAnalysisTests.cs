using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Catalogue;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.People;
using CrimeInsight.Core.Queries;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class ForecastAnalysisTests
{
    private static readonly Viewer s_viewer = new(Guid.Empty, "officer", PersonRole.Officer, [1]);
    private static readonly IncidentQuery s_scope = new() { Measures = [Measure.RatePerLakh], Period = Period.Year(2024), Heads = ["THEFT"], Limit = 5 };

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
    public async Task RunAsync_MoreThanTenYears_UsesTheLastTen()
    {
        var port = new FakePort(new DateOnly(2010, 1, 1), new DateOnly(2024, 1, 1), month => month.Month);
        var result = await Analysis(port).RunAsync(s_scope, s_viewer, 3, ForecastModel.SeasonalNaive, TestContext.Current.CancellationToken);
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
        var port = new FakePort(new DateOnly(2021, 1, 1), new DateOnly(2024, 1, 1), month => month.Month) { SuppressedMonth = "2022-05" };
        var result = await Analysis(port).RunAsync(s_scope, s_viewer, 3, null, TestContext.Current.CancellationToken);
        Assert.Equal(ForecastObstacle.Suppressed, Assert.IsType<ForecastImpossible>(result.Outcome).Obstacle);
    }

    private static ForecastAnalysis Analysis(FakePort port) => new(port, port);

    private sealed class FakePort(DateOnly? first, DateOnly? asOf, Func<DateOnly, double?> count) : IIncidentQueryRunner, IDataStatusReader
    {
        public string? SuppressedMonth { get; init; }

        public IncidentQuery? Asked { get; private set; }

        public ValueTask<DataStatus> GetAsync(CancellationToken cancellationToken) => new(new DataStatus(9, true, 1, first, asOf, null));

        public Task<QueryResult> RunAsync(IncidentQuery query, Viewer viewer, CancellationToken cancellationToken)
        {
            Asked = query;
            var rows = ImmutableArray.CreateBuilder<QueryRow>();
            for (var month = query.Period.From; month < query.Period.Until; month = month.AddMonths(1))
            {
                var key = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
                if (count(month) is { } value)
                    rows.Add(new QueryRow([key], key == SuppressedMonth ? [null] : [value], key == SuppressedMonth));
            }

            return Task.FromResult(new QueryResult(query, rows.ToImmutable(), 9, "fake", false));
        }
    }
}
