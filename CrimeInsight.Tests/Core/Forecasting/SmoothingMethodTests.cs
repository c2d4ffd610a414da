using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Ces;
using CrimeInsight.Core.Forecasting.Methods.Theta;

namespace CrimeInsight.Tests.Core.Forecasting;

/// <summary>Theta, dynamic optimised theta and complex exponential smoothing.</summary>
public sealed class SmoothingMethodTests
{
    private const double ThetaTolerance = 0.002;

    public static TheoryData<string> Series => [.. ForecastReference.Theta.Keys];

    [Theory]
    [MemberData(nameof(Series))]
    public void Theta_ReferenceSeries_EqualsReference(string name)
    {
        var (season, values) = ForecastReference.Series[name];
        var forecast = new ThetaMethod().Forecast(values, Task(season, 24))!;
        Assert.All(ForecastReference.Theta[name].Zip(forecast.Mean), pair => Assert.Equal(1, pair.Second / pair.First, ThetaTolerance));
    }

    /// <summary>With the weight of the line zero (θ = 1) the model is simple smoothing: levels 2, 3, 3.5 of 2, 4, 4 with α = 0.5.</summary>
    [Fact]
    public void DynamicTheta_ThetaOne_IsSimpleSmoothing()
    {
        var theta = new DynamicTheta();
        theta.Use([2, 4, 4]);
        var future = new double[2];
        theta.Forecast([2 / (10.0 / 3), 0.5, 1], future);
        Assert.Equal(3.5, future[0], 1e-12);
        Assert.Equal(3.5, future[1], 1e-12);
    }

    /// <summary>On a straight line every model of the family goes on along it.</summary>
    [Fact]
    public void DynamicTheta_StraightLine_IsCarriedOn()
    {
        double[] line = [.. Enumerable.Range(0, 60).Select(t => 100.0 + 2 * t)];
        var forecast = new DynamicThetaMethod().Forecast(line, Task(1, 6))!;
        Assert.All(forecast.Mean.Select((value, step) => (value, step)), pair => Assert.Equal(220 + 2 * pair.step, pair.value, 1.0));
    }

    [Fact]
    public void Ces_SeasonalSeries_ContinuesTheSeason()
    {
        var (season, values) = ForecastReference.Series["nottem"];
        var forecast = new CesMethod().Forecast(values.AsSpan()[..^12], Task(season, 12))!;
        var naive = values[^24..^12];
        var (own, rival) = (Error(forecast.Mean, values[^12..]), Error(naive, values[^12..]));
        Assert.NotEqual(nameof(CesSeason.None), forecast.Form);
        Assert.True(own < rival, $"{own} against {rival}");
    }

    /// <summary>For α = 1 + i·… with α₁ = 1 the level moves by (α₀ − 1)·e: constant values stay.</summary>
    [Fact]
    public void Ces_ConstantSeries_StaysConstant()
    {
        var forecast = new CesMethod().Forecast(Enumerable.Repeat(7.0, 48).ToArray(), Task(12, 6))!;
        Assert.All(forecast.Mean, value => Assert.Equal(7, value, 0.01));
    }

    [Theory]
    [InlineData("usaccdeaths")]
    [InlineData("airpassengers")]
    public void Methods_ScaledSeries_Scale(string name)
    {
        var (season, values) = ForecastReference.Series[name];
        double[] scaled = [.. values.Select(value => 100 * value)];
        foreach (var make in (Func<IForecastMethod>[])[() => new ThetaMethod(), () => new DynamicThetaMethod(), () => new CesMethod()])
        {
            var (plain, larger) = (make().Forecast(values, Task(season, 12))!, make().Forecast(scaled, Task(season, 12))!);
            Assert.All(plain.Mean.Zip(larger.Mean), pair => Assert.Equal(100, pair.Second / pair.First, 0.5));
        }
    }

    [Fact]
    public void ClassicalSeason_Noise_IsNotTakenForSeason()
    {
        var random = new Random(11);
        var found = Enumerable.Range(0, 200).Count(_ => ClassicalSeason.Of([.. Enumerable.Range(0, 60).Select(_ => random.NextDouble())], 12) is not null);
        Assert.InRange(found, 0, 40);
    }

    private static ForecastTask Task(int season, int horizon) => new(season, horizon, [95], 1, 0, IsFinal: true);

    private static double Error(double[] forecast, double[] came) => forecast.Zip(came).Average(pair => Math.Abs(pair.First - pair.Second));
}
