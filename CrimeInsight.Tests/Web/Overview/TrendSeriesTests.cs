using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Web.Features.Overview;

namespace CrimeInsight.Tests.Web.Overview;

public sealed class TrendSeriesTests
{
    private static readonly DateOnly s_first = new(2021, 1, 1);

    [Fact]
    public void From_Forecast_ContinuesTheLastMonths()
    {
        double[] history = [.. Enumerable.Range(0, 48).Select(month => 100 + 10 * Math.Sin(month))];
        var forecast = new MonthlyForecast(s_first, [.. history], Forecaster.Run(new ForecastRequest(history, 6)), 1);
        var series = TrendSeries.From(forecast, 36);

        Assert.Equal(36, series.HistoryCount);
        Assert.Equal(42, series.Months.Count);
        Assert.Equal(new DateOnly(2022, 1, 1), series.Months[0]);
        Assert.Equal(history[^1], series.Actual[35]);
        Assert.Equal(history[^1], series.Mean[35]);
        Assert.Null(series.Actual[36]);
        Assert.All(series.Bands, band => Assert.True(band.Lower[36] <= series.Mean[36] && series.Mean[36] <= band.Upper[36]));
    }

    [Fact]
    public void From_TooShort_ShowsOnlyHistory()
    {
        var forecast = new MonthlyForecast(s_first, [1, 2, 3], new ForecastImpossible(ForecastObstacle.TooShort, 24, 3), 1);
        var series = TrendSeries.From(forecast, 36);
        Assert.Equal([1, 2, 3], series.Actual);
        Assert.Empty(series.Bands);
    }
}
