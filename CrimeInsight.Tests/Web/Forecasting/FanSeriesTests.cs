using CrimeInsight.Tests.Support;
using CrimeInsight.Web.Features.Forecasting;

namespace CrimeInsight.Tests.Web.Forecasting;

public sealed class FanSeriesTests
{
    [Fact]
    public void Of_Forecast_ContinuesTheLastMonths()
    {
        var series = FanSeries.Of(ForecastSamples.ByHand, 12, 1);

        Assert.Equal((13, new DateOnly(2021, 7, 1), new DateOnly(2022, 7, 1)), (series.Length, series.MonthAt(0), series.FirstForecast));
        Assert.Equal((30, null), (series.ActualAt(11), series.ActualAt(12)));
        Assert.Equal((null, 31), (series.MeanAt(11), series.MeanAt(12)));
        Assert.All(series.Bands, band => Assert.Single(band.Lower));
    }

    [Fact]
    public void Of_TooShort_HasOnlyHistory()
    {
        var series = FanSeries.Of(ForecastSamples.TooShort, 36, 6);
        Assert.Equal((7, 7), (series.Length, series.ActualAt(6)));
        Assert.Empty(series.Mean);
    }

    [Fact]
    public void Frames_ByHand_CountWhatFellInside()
    {
        var frames = ReplayFrame.All(ForecastSamples.ByHand, 6, 6);

        Assert.Equal([new DateOnly(2022, 4, 1), new DateOnly(2022, 5, 1)], frames.Select(frame => frame.Month));
        // 28 and 29 came: only the first inside 27–29, both inside the wide band. Then 29 and 30: 50 was wrong, 30 right.
        Assert.Equal([new ReplayHits(50, 1), new ReplayHits(95, 2)], frames[0].Hits);
        Assert.Equal([new ReplayHits(50, 1), new ReplayHits(95, 2)], frames[1].Hits);
        Assert.Equal([new ReplayHits(50, 2), new ReplayHits(95, 4)], ReplayFrame.Total(frames));
        Assert.All(frames, frame => Assert.Equal((new DateOnly(2021, 10, 1), 2), (frame.Series.From, frame.Checked)));
        Assert.Equal([28, 29, 30], frames[0].Series.Came);
    }

    [Fact]
    public void Frames_ShorterHorizon_CheckOnlyThat() =>
        Assert.Equal([new ReplayHits(50, 0), new ReplayHits(95, 1)], ReplayFrame.All(ForecastSamples.ByHand, 6, 1)[1].Hits);

    [Fact]
    public void Frames_NoForecast_AreNone() => Assert.Empty(ReplayFrame.All(ForecastSamples.TooShort, 6, 6));
}
