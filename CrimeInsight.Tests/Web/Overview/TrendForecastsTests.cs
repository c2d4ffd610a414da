using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;
using CrimeInsight.Core.Queries;
using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Overview;

namespace CrimeInsight.Tests.Web.Overview;

public sealed class TrendForecastsTests
{
    private static readonly double[] s_history = [.. Enumerable.Range(0, 24).Select(month => 100.0 + month % 12)];

    private readonly FakeQueryRunner _queries = new(query => s_history.Select((count, i) =>
        new QueryRow([query.Period.From.AddMonths(i).ToString("yyyy-MM", CultureInfo.InvariantCulture)], [count], IsSuppressed: false, IsProtecting: false)));

    [Fact]
    public async Task FindAsync_StoredForThePresentData_IsShownWithoutAnyQuery()
    {
        var forecast = await FindAsync(Stored(MapContexts.Status.Version), "A");
        var report = Assert.IsType<ForecastReport>(forecast.Outcome);
        Assert.Empty(_queries.Asked);
        Assert.Equal(6, report.Mean.Length);
        Assert.Equal([80, 95], report.Bands.Select(band => band.LevelPercent));
        Assert.Equal(s_history, forecast.History);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task FindAsync_NoneOrOlder_IsComputed(long versionsBehind)
    {
        var forecast = await FindAsync(versionsBehind == 0 ? null : Stored(MapContexts.Status.Version + versionsBehind), "A");
        Assert.Single(_queries.Asked);
        Assert.IsType<ForecastReport>(forecast.Outcome);
    }

    [Fact]
    public async Task FindAsync_SeveralPlacesAtOnce_IsComputed()
    {
        await FindAsync(Stored(MapContexts.Status.Version), null);
        Assert.Single(_queries.Asked);
    }

    [Fact]
    public async Task FindAsync_Withheld_IsAskedForAgainForItsHistory()
    {
        await FindAsync(Stored(MapContexts.Status.Version) with { History = [], Outcome = new ForecastImpossible(ForecastObstacle.Suppressed, 24, 24) }, "A");
        Assert.Single(_queries.Asked);
    }

    private Task<MonthlyForecast> FindAsync(StoredForecast? stored, string? place)
    {
        var status = new FakeStatus { Data = MapContexts.Status };
        var forecasts = new TrendForecasts(new ForecastAnalysis(_queries, status), new FakeStoredForecasts(stored));
        return forecasts.FindAsync(MapContexts.Of(place, "A", "B"), new IncidentQuery { Measures = [Measure.Count], Period = MapContexts.Of(place, "A", "B").Period }, 6, TestContext.Current.CancellationToken);
    }

    private static StoredForecast Stored(long version) => new(
        "A", "all", SeriesStep.Month, new DateOnly(2023, 1, 1), [.. s_history], Forecaster.Run(new ForecastRequest(s_history, 12, levelsPercent: [50, 80, 95])), 0, version, default);
}
