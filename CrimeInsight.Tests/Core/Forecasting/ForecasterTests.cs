using System.Globalization;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Forecasting.Methods.Ets;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class ForecasterTests
{
    private static double[] Deaths => ForecastReference.Series["usaccdeaths"].Values;

    [Fact]
    public void Run_SevenMonths_SaysItNeedsTwentyFour()
    {
        var outcome = Forecaster.Run(new ForecastRequest(Deaths[..7], 3));
        Assert.Equal(new ForecastImpossible(ForecastObstacle.TooShort, 24, 7), outcome);
    }

    [Fact]
    public void Run_SeasonalSeries_CombinesWhatBeatsTheMean()
    {
        var report = Made(new ForecastRequest(Deaths, 12));
        Assert.Equal("auto", report.Model);
        Assert.Equal(["arima", "auto", "ces", "dotm", "drift", "ets", "mean12", "naive", "snaive"], report.TrackRecord.Methods.Select(method => method.Method)
            .Order(StringComparer.Ordinal));
        Assert.Equal(12, report.TrackRecord.Origins);
        Assert.InRange(report.OwnRecord!.Mase!.Value, 0.2, 0.7);
        Assert.True(report.OwnRecord.Mase < report.TrackRecord.Methods.Single(method => method.Method == "mean12").Mase);
        Assert.Equal(1, report.Members.Sum(member => member.Weight), 1e-9);
        Assert.Equal(12, report.Past.Length);
        Assert.Equal(report.TrackRecord.FirstHistoryLength, report.Past[0].HistoryLength);
    }

    /// <summary>What was said before a change cannot depend on it.</summary>
    [Fact]
    public void Run_LaterValuesChanged_EarlierForecastsStay()
    {
        var changed = Deaths.ToArray();
        changed[^1] *= 3;
        var (before, after) = (Made(new ForecastRequest(Deaths, 6)), Made(new ForecastRequest(changed, 6)));
        Assert.All(before.Past.Zip(after.Past), pair => Assert.Equal(pair.First.Mean, pair.Second.Mean));
        Assert.NotEqual(before.Mean, after.Mean);
    }

    [Theory]
    [InlineData(24, 0)]
    [InlineData(26, 2)]
    [InlineData(40, 12)]
    public void Run_ShortSeries_StatesFewerOrigins(int length, int origins)
    {
        var report = Made(new ForecastRequest(Deaths[..length], 6));
        Assert.Equal(origins, report.TrackRecord.Origins);
        Assert.Equal(6, report.Mean.Length);
    }

    [Fact]
    public void Run_TwiceTheSame_GivesTheSame()
    {
        var first = Made(new ForecastRequest(ForecastReference.Series["airpassengers"].Values, 18));
        var second = Made(new ForecastRequest(ForecastReference.Series["airpassengers"].Values, 18));
        Assert.Equal(first.Mean, second.Mean);
        Assert.Equal(first.Bands[1].Upper, second.Bands[1].Upper);
        Assert.Equal(first.TrackRecord.Methods[0].Rmsse, second.TrackRecord.Methods[0].Rmsse);
    }

    [Theory]
    [InlineData("ets")]
    [InlineData("ets:MAdM")]
    [InlineData("snaive")]
    [InlineData("mean12")]
    [InlineData("drift")]
    [InlineData("naive")]
    [InlineData("arima:(0,1,1)(0,1,1)")]
    [InlineData("theta")]
    public void Run_ScaledSeries_ScalesTheForecast(string model)
    {
        Assert.True(ForecastMethods.TryParse(model, out var parsed));
        var plain = Made(new ForecastRequest(Deaths, 6, model: parsed));
        var scaled = Made(new ForecastRequest(Deaths.Select(value => value * 1000), 6, model: parsed));
        for (var step = 0; step < 6; step++)
        {
            Assert.Equal(1000 * plain.Mean[step], scaled.Mean[step], 1.0 * plain.Mean[step]);
            Assert.Equal(1000 * plain.Bands[1].Upper[step], scaled.Bands[1].Upper[step], 5.0 * plain.Mean[step]);
        }
    }

    [Fact]
    public void Run_Counts_NeverForecastsBelowZeroAndNestsItsBands()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 12; trial++)
        {
            var rate = 0.1 * (trial + 1);
            var values = Enumerable.Range(0, 48).Select(_ => Math.Floor(-Math.Log(1 - random.NextDouble()) * rate)).ToArray();
            foreach (var model in ForecastMethods.Models)
            {
                var report = Made(new ForecastRequest(values, 6, levelsPercent: [95, 50], model: model));
                for (var step = 0; step < 6; step++)
                {
                    double[] ordered = [0, report.Bands[1].Lower[step], report.Bands[0].Lower[step], report.Bands[0].Upper[step], report.Bands[1].Upper[step]];
                    Assert.Equal(ordered.Order(), ordered);
                    Assert.InRange(report.Mean[step], 0, report.Bands[1].Upper[step]);
                }
            }
        }
    }

    [Fact]
    public void Run_FormThatNeedsPositiveValues_SaysItDoesNotFit()
    {
        double[] values = [0, .. Deaths];
        Assert.True(EtsForm.TryParse("MAM", out var form));
        var outcome = Forecaster.Run(new ForecastRequest(values, 6, model: ForecastMethods.Named($"ets:{form}")));
        Assert.Equal(ForecastObstacle.ModelDoesNotFit, Assert.IsType<ForecastImpossible>(outcome).Obstacle);
        Assert.Equal("ets", Made(new ForecastRequest(values, 6, model: ForecastMethods.Named("ets"))).Model);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    public void Run_ConstantSeries_ForecastsTheConstant(double value)
    {
        var report = Made(new ForecastRequest(Enumerable.Repeat(value, 36), 6));
        Assert.All(report.Mean, mean => Assert.Equal(value, mean, 0.05));
        Assert.All(report.Bands[1].Upper, upper => Assert.InRange(upper, value + 0.1, value + 10));
    }

    [Fact]
    public void Run_ConstantValuesThatAreNoCounts_AreCertain()
    {
        var report = Made(new ForecastRequest(Enumerable.Repeat(7.0, 36), 6, areCounts: false));
        Assert.All(report.Bands[1].Upper, upper => Assert.Equal(7, upper, 0.05));
    }

    [Fact]
    public void Run_PlantedSeason_IsFound()
    {
        var random = new Random(5);
        var values = Enumerable.Range(0, 72).Select(t => Math.Round(400 + 80 * Math.Sin(t * Math.PI / 6) + 20 * (random.NextDouble() - 0.5))).ToArray();
        var report = Made(new ForecastRequest(values, 12));
        for (var step = 0; step < 12; step++)
            Assert.Equal(400 + 80 * Math.Sin((72 + step) * Math.PI / 6), report.Mean[step], 20.0);
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("hi-IN")]
    [InlineData("de-DE")]
    public void Request_OutOfRange_NamesParameterAndRange(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Message("horizon must lie in [1, 120]; got 0.", () => new ForecastRequest(Deaths, 0));
        Message("seasonLength must lie in [1, 366]; got 400.", () => new ForecastRequest(Deaths, 6, 400));
        Message("values[1] must be a finite number", () => new ForecastRequest([1, double.NaN], 6));
        Message("zero or more", () => new ForecastRequest([1, -2], 6));
        Message("above 0 and below 100", () => new ForecastRequest(Deaths, 6, levelsPercent: [100]));
        Message("must not repeat", () => new ForecastRequest(Deaths, 6, levelsPercent: [80, 80]));
        Assert.Equal(-2, new ForecastRequest([1, -2], 6, areCounts: false).Values[1]);
    }

    [Fact]
    public void TryParse_Names_RoundTrip()
    {
        Assert.All(ForecastMethods.Models, model => Assert.True(ForecastMethods.TryParse(model.ToString(), out var parsed) && parsed == model));
        Assert.True(ForecastMethods.TryParse("ETS:aada", out var form));
        Assert.Equal("ets:AAdA", form.ToString());
        Assert.False(ForecastMethods.TryParse("prophet", out _));
        Assert.False(ForecastMethods.TryParse("ets:AAM", out _));
        Assert.False(ForecastMethods.TryParse(null, out _));
    }

    private static ForecastReport Made(ForecastRequest request) => Assert.IsType<ForecastReport>(Forecaster.Run(request));

    private static void Message(string part, Func<ForecastRequest> make) =>
        Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);
}
