using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Plain;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class BaselineMethodTests
{
    private const double ReferenceTolerance = 1e-9;

    public static TheoryData<string> Series => [.. ForecastReference.SeasonalNaive.Select(group => group.Key)];

    [Theory]
    [MemberData(nameof(Series))]
    public void SeasonalNaive_PublicSeries_EqualsReference(string name)
    {
        var (seasonLength, values) = ForecastReference.Series[name];
        var steps = ForecastReference.SeasonalNaive[name].ToArray();
        var forecast = new SeasonalNaive().Forecast(values, Task(seasonLength, steps.Length));
        Assert.NotNull(forecast);
        for (var step = 0; step < steps.Length; step++)
        {
            var actual = new[] { forecast.Mean[step], forecast.Lower[0][step], forecast.Upper[0][step], forecast.Lower[1][step], forecast.Upper[1][step] };
            for (var i = 0; i < actual.Length; i++)
                Assert.Equal(steps[step][i], actual[i], ReferenceTolerance * Math.Max(1, Math.Abs(steps[step][0])));
        }
    }

    [Fact]
    public void SeasonalNaive_PerturbedHistory_MissesReference()
    {
        var (seasonLength, values) = ForecastReference.Series["usaccdeaths"];
        var perturbed = values.ToArray();
        perturbed[^3] += 1;
        var forecast = new SeasonalNaive().Forecast(perturbed, Task(seasonLength, 24));
        Assert.NotNull(forecast);
        Assert.Contains(ForecastReference.SeasonalNaive["usaccdeaths"].Select((row, step) => Math.Abs(row[0] - forecast.Mean[step])),
            difference => difference > ReferenceTolerance);
    }

    /// <summary>1, 2, 4, 5: slope 4/3; one-step errors −1/3, 2/3, −1/3; σ² = (6/9)/2 = 1/3.</summary>
    [Fact]
    public void Drift_WorkedExample_FollowsTheLine()
    {
        var forecast = new Drift().Forecast([1, 2, 4, 5], Task(1, 2));
        Assert.NotNull(forecast);
        Assert.Equal(5 + 4.0 / 3, forecast.Mean[0], 1e-12);
        Assert.Equal(5 + 8.0 / 3, forecast.Mean[1], 1e-12);
        Assert.Equal(1.959963984540054 * Math.Sqrt(1.0 / 3 * 2 * (1 + 2.0 / 3)), forecast.Upper[1][1] - forecast.Mean[1], 1e-9);
    }

    /// <summary>Season of 2 on 1, 3, 5, 7: means 2 and 4 were known; they missed 5 and 7 by 3 in one step, 7 by 5 in two.</summary>
    [Fact]
    public void TwelveMonthMean_WorkedExample_TakesItsOwnPastErrors()
    {
        var forecast = new TwelveMonthMean().Forecast([1, 3, 5, 7], Task(2, 4));
        Assert.NotNull(forecast);
        Assert.Equal([6, 6, 6, 6], forecast.Mean);
        double[] halfWidths = [.. forecast.Mean.Select((mean, step) => (forecast.Upper[1][step] - mean) / 1.959963984540054)];
        Assert.Equal(3, halfWidths[0], 1e-9);
        Assert.Equal(5, halfWidths[1], 1e-9);
        Assert.Equal(5, halfWidths[3], 1e-9);
    }

    [Fact]
    public void Forecast_TooLittleHistory_IsNull()
    {
        Assert.Null(new SeasonalNaive().Forecast(new double[12], Task(12, 1)));
        Assert.Null(new TwelveMonthMean().Forecast(new double[12], Task(12, 1)));
        Assert.Null(new Drift().Forecast(new double[2], Task(12, 1)));
    }

    private static ForecastTask Task(int seasonLength, int horizon) => new(seasonLength, horizon, [80, 95], 1, 500, true);
}
