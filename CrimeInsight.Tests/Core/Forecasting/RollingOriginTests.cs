using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Evaluation;
using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Plain;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class RollingOriginTests
{
    [Theory]
    [InlineData(60, 12, 37, 12)]
    [InlineData(60, 1, 48, 12)]
    [InlineData(47, 12, 24, 12)]
    [InlineData(36, 12, 24, 12)]
    [InlineData(30, 6, 24, 6)]
    [InlineData(25, 6, 24, 1)]
    [InlineData(24, 6, 24, 0)]
    public void Origins_ByLength_AreTwelveOrAsManyAsThereAre(int length, int horizon, int first, int count)
    {
        var origins = RollingOrigin.Origins(length, 24, horizon);
        Assert.Equal(first, origins.Start.Value);
        Assert.Equal(count, origins.End.Value - origins.Start.Value);
    }

    /// <summary>History 0, 2, 1, 3 with season 2 (scale 1); forecast 5 ± 1 against 4, 8.</summary>
    [Fact]
    public void Score_WorkedExample_GivesEveryMeasure()
    {
        var score = new MethodScore([80]);
        var forecast = new MethodForecast(null, [], [5, 5], [1, 1], [[4, 4]], [[6, 6]]);
        score.Add(forecast, [4, 8], SeasonalScale.Of([0, 2, 1, 3], 2));
        var record = score.ToRecord("x", false);
        Assert.Equal(2, record.MeanAbsoluteError, 1e-12);
        Assert.Equal(2.0, record.Mase!.Value, 1e-12);
        Assert.Equal(Math.Sqrt(5), record.Rmsse!.Value, 1e-12);
        Assert.Equal(4.0 / 12, record.Wape!.Value, 1e-12);
        Assert.Equal(-1, record.Bias, 1e-12);
        Assert.Equal(50, record.Levels[0].CoveragePercent, 1e-12);
        Assert.Equal((2 + (2 + 10.0 * 2)) / 2, record.Levels[0].Msis!.Value, 1e-9);
    }

    [Fact]
    public void Run_EveryOrigin_SeesOnlyWhatCameBefore()
    {
        var series = Enumerable.Range(0, 60).Select(t => (double)t).ToArray();
        var spy = new SpyMethod();
        var record = Score(series, spy);
        Assert.Equal(12, record.Origins);
        Assert.Equal(72, record.ForecastCount);
        Assert.Equal(Enumerable.Range(43, 12), spy.Lengths);
        Assert.All(spy.Lengths.Zip(spy.LastValues), pair => Assert.Equal(pair.First - 1, pair.Second));
    }

    [Fact]
    public void Run_QuietSeries_LeavesScaledMeasuresOut()
    {
        var record = Score(new double[60], new SeasonalNaive());
        var method = Assert.Single(record.Methods);
        Assert.Null(method.Mase);
        Assert.Null(method.Rmsse);
        Assert.Null(method.Wape);
        Assert.Equal(0, method.MeanAbsoluteError);
    }

    /// <summary>1,500 cases a step are compared by what is said of them, 2.9 against 3.2 %; one case a step by the squares.</summary>
    [Fact]
    public void ComparedError_ManyOrFewCases_IsAbsoluteOrSquared()
    {
        Assert.Equal(43.5, new MethodRecord("auto", false, 43.5, 0.9, 1.1, 0.029, 0, []).ComparedError);
        Assert.Equal(1.1, new MethodRecord("auto", false, 0.9, 0.8, 1.1, 0.9, 0, []).ComparedError);
        Assert.Equal(0.2, new MethodRecord("auto", false, 0.2, null, null, null, 0, []).ComparedError);
    }

    private static TrackRecord Score(double[] series, IForecastMethod method)
    {
        var task = new ForecastTask(12, 6, [80], 1, 100, false);
        var origins = RollingOrigin.Origins(series.Length, 24, task.Horizon);
        return RollingOrigin.Score(series, [RollingOrigin.Run(series, method, task, origins, true, out _)!], task, origins);
    }

    private sealed class SpyMethod : PlainRule
    {
        public List<int> Lengths { get; } = [];

        public List<double> LastValues { get; } = [];

        public override string Name => "spy";

        public override MethodForecast? Predict(ReadOnlySpan<double> history, ForecastTask task)
        {
            Lengths.Add(history.Length);
            LastValues.Add(history[^1]);
            return new MethodForecast(null, [], new double[task.Horizon], new double[task.Horizon], [new double[task.Horizon]], [new double[task.Horizon]]);
        }
    }
}
