using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Methods;
using CrimeInsight.Core.Forecasting.Methods.Counts;
using CrimeInsight.Core.Forecasting.Methods.Intermittent;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class CountMethodTests
{
    private static readonly double[] s_sparse = [0, 0, 2, 0, 0, 2, 0, 0, 2, 0, 0, 2, 1, 0, 0, 0, 5, 0, 3, 0, 0, 0, 0, 1];

    public static TheoryData<string> Names => ["croston", "tsb", "poisson", "negbin"];

    /// <summary>R: forecast::croston, whose start is the same on this series (first size 2, first interval 3).</summary>
    [Theory]
    [InlineData(0.1, 0.70934585577302)]
    [InlineData(0.3, 0.674861911623439)]
    public void Croston_SparseSeries_EqualsReference(double smoothing, double expected)
    {
        Assert.Equal(expected, Rate(s_sparse, IntermittentKind.Croston, smoothing), 1e-12);
        Assert.Equal(expected * (1 - smoothing / 2), Rate(s_sparse, IntermittentKind.Sba, smoothing), 1e-12);
        Assert.NotEqual(expected, Rate([.. s_sparse[..^1], 2], IntermittentKind.Croston, smoothing), 1e-3);
    }

    /// <summary>Chance and size start at 1/2 and 3; after 0 the chance is 0.4, after 4 it is 0.52 and the size 3.2.</summary>
    [Fact]
    public void Tsb_WorkedExample_FollowsChanceAndSize()
    {
        double[] values = [3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 3, 0, 0, 4];
        double[] rates = new double[values.Length + 1];
        var chance = 0.5;
        new RateErrors(values, IntermittentKind.Tsb).Run([0.2, 0.2], rates);
        foreach (var value in values[..12])
            chance += 0.2 * ((value > 0 ? 1 : 0) - chance);
        Assert.Equal(1.5, rates[0], 1e-12);
        Assert.Equal(3 * chance, rates[12], 1e-12);
        Assert.Equal(3 * 0.8 * chance, rates[13], 1e-12);
        Assert.Equal(3.2 * (0.8 * 0.8 * chance + 0.2), rates[14], 1e-12);
    }

    /// <summary>R: MASS::glm.nb(y ~ 1), 1/theta.</summary>
    [Fact]
    public void Dispersion_OverdispersedCounts_EqualsReference()
    {
        double[] values = [3, 7, 2, 0, 5, 11, 4, 1, 6, 2, 8, 3, 0, 4, 9, 2, 5, 3, 14, 1, 2, 6, 4, 3];
        double[] means = [.. values.Select(_ => 4.375)];
        Assert.Equal(0.37121987025805, CountDispersion.Of(values, means), 1e-3 * 0.37);
        Assert.Equal(0, CountDispersion.Of([4, 5, 4, 4, 5, 4, 4, 5], [4.4, 4.4, 4.4, 4.4, 4.4, 4.4, 4.4, 4.4]));
    }

    /// <summary>R: qnbinom, qpois.</summary>
    [Fact]
    public void CountQuantiles_PublicValues_EqualReference()
    {
        double[] probabilities = [0.025, 0.1, 0.9, 0.975];
        Assert.Equal([0, 0, 8, 12], probabilities.Select(p => CountQuantiles.Quantile(3.7, 3.7 + 3.7 * 3.7 / 1.9, p)));
        Assert.Equal([2, 3, 10, 12], probabilities.Select(p => CountQuantiles.Quantile(6.3, 6.3, p)));
        Assert.Equal([126, 161, 348, 414], probabilities.Select(p => CountQuantiles.Quantile(250, 250 + 250.0 * 250 / 12, p)));
        double[] large = [566, 639, 970, 1073];
        for (var i = 0; i < large.Length; i++)
            Assert.Equal(large[i], CountQuantiles.Quantile(800, 800 + 800.0 * 800 / 40, probabilities[i]), 3.0);
    }

    [Fact]
    public void Factors_PlantedSeason_IsFoundAndNoiseIsNot()
    {
        var random = new Random(4);
        double[] flat = [.. Enumerable.Range(0, 60).Select(_ => (double)Poisson(random, 4))];
        double[] seasonal = [.. Enumerable.Range(0, 60).Select(t => (double)Poisson(random, t % 12 < 3 ? 24 : 8))];
        Assert.All(CountSeason.Factors(flat, 12), factor => Assert.InRange(factor, 0.85, 1.15));
        Assert.All(CountSeason.Factors(seasonal, 12)[..3], factor => Assert.InRange(factor, 1.6, 2.4));
    }

    /// <summary>Without followers the forecast is the mean; after a jump the level has followed.</summary>
    [Theory]
    [InlineData("poisson")]
    [InlineData("negbin")]
    public void Counts_SteadyAndJumping_KeepOrFollow(string name)
    {
        var random = new Random(11);
        double[] steady = [.. Enumerable.Range(0, 60).Select(_ => (double)Poisson(random, 5))];
        double[] jumping = [.. Enumerable.Range(0, 60).Select(t => (double)Poisson(random, t < 40 ? 4 : 16))];
        var calm = Run(name, steady);
        Assert.Equal("constant", calm.Form);
        Assert.Equal(steady.Average(), calm.Mean.Average(), 1e-2 * steady.Average());
        var followed = Run(name, jumping);
        Assert.Equal("following", followed.Form);
        Assert.InRange(followed.Mean[0], 11, 20);
    }

    /// <summary>95 % intervals one step ahead cover at least nearly what they say; whole counts make them wider.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Forecast_PoissonCounts_CoverWhatTheySay(string name)
    {
        int inside = 0, trials = 400;
        for (var seed = 0; seed < trials; seed++)
        {
            var random = new Random(31 + 7919 * seed);
            double[] values = [.. Enumerable.Range(0, 61).Select(_ => (double)Poisson(random, 2))];
            var forecast = Run(name, values[..60]);
            inside += values[60] >= forecast.Lower[1][0] && values[60] <= forecast.Upper[1][0] ? 1 : 0;
        }

        Assert.InRange(inside / (double)trials, 0.93, 1);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forecast_AnyCounts_IsNonnegativeAndOrdered(string name)
    {
        foreach (var values in new[] { s_sparse, new double[24], [.. Enumerable.Range(0, 40).Select(t => (double)(t % 7 * 100))] })
        {
            var forecast = Run(name, values);
            for (var step = 0; step < 12; step++)
            {
                Assert.True(0 <= forecast.Lower[1][step] && forecast.Lower[1][step] <= forecast.Lower[0][step]);
                Assert.True(forecast.Lower[0][step] <= forecast.Upper[0][step] && forecast.Upper[0][step] <= forecast.Upper[1][step]);
                Assert.True(double.IsFinite(forecast.Mean[step]) && double.IsFinite(forecast.Deviations[step]));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Forecast_NegativeOrTooShort_IsNull(string name)
    {
        Assert.Null(Method(name).Forecast([-1, .. s_sparse], Task()));
        Assert.Null(Method(name).Forecast([1, 0, 2], Task()));
    }

    [Fact]
    public void Counts_FractionalValues_AreNull() => Assert.Null(Method("poisson").Forecast([0.5, .. s_sparse], Task()));

    private static MethodForecast Run(string name, double[] values) => Method(name).Forecast(values, Task())!;

    private static IForecastMethod Method(string name) => name is "croston" or "tsb" ? new IntermittentMethod(name) : new CountMethod(name);

    private static double Rate(double[] values, IntermittentKind kind, double smoothing)
    {
        var rates = new double[values.Length + 1];
        new RateErrors(values, kind).Run([smoothing, smoothing], rates);
        return rates[^1];
    }

    private static ForecastTask Task() => new(12, 12, [80, 95], 1, 500, true);

    private static int Poisson(Random random, double mean)
    {
        var count = 0;
        for (var product = random.NextDouble(); product > Math.Exp(-mean); product *= random.NextDouble())
            count++;
        return count;
    }
}
