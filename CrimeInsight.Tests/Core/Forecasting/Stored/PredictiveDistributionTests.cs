using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Stored;

namespace CrimeInsight.Tests.Core.Forecasting.Stored;

public sealed class PredictiveDistributionTests
{
    // Normal quantiles: 0.6744897502, 1.2815515655, 1.9599639845.
    private static readonly double[] s_scores = [0.6744897502, 1.2815515655, 1.9599639845];
    private static readonly double[] s_levels = [50, 80, 95];

    [Theory]
    [InlineData(100, 0.5)]
    [InlineData(110, 0.8413447)]
    [InlineData(119.599639845, 0.975)]
    [InlineData(130, 0.9986501)]
    [InlineData(70, 0.0013499)]
    public void ProbabilityUpTo_BoundsOfANormal_GiveItsDistribution(double value, double expected) =>
        Assert.Equal(expected, new PredictiveDistribution(NormalBands(100, 10), 0).ProbabilityUpTo(value), 5);

    [Fact]
    public void ProbabilityOfMoreThan_Count_NeedsOneMore() =>
        // P(Z > (104.5 − 100) / 10) of the standard normal.
        Assert.Equal(0.3263552, new PredictiveDistribution(NormalBands(100, 10), 0).ProbabilityOfMoreThan(104), 5);

    [Fact]
    public void ProbabilityOfMoreThan_MeanOfCounts_NeedsTheNextWhole()
    {
        var distribution = new PredictiveDistribution(NormalBands(100, 10), 0);
        Assert.Equal(distribution.ProbabilityOfMoreThan(104), distribution.ProbabilityOfMoreThan(104.6), 12);
    }

    [Fact]
    public void ProbabilityOfMoreThan_QuietSeries_StaysBetweenItsBounds()
    {
        // Lower ends at zero; 90 % of futures have at most 1 case, 97.5 % at most 2.
        ImmutableArray<ForecastBand> bands = [new(50, [0], [0]), new(80, [0], [1]), new(95, [0], [2])];
        var distribution = new PredictiveDistribution(bands, 0);
        Assert.InRange(distribution.ProbabilityOfMoreThan(0), 0.10, 0.25);
        Assert.InRange(distribution.ProbabilityOfMoreThan(1), 0.025, 0.10);
        Assert.InRange(distribution.ProbabilityOfMoreThan(5), 0, 0.025);
    }

    [Fact]
    public void ProbabilityOfMoreThan_NoSpread_IsCertain()
    {
        ImmutableArray<ForecastBand> bands = [new(50, [0], [0]), new(95, [0], [0])];
        var distribution = new PredictiveDistribution(bands, 0);
        Assert.Equal(0, distribution.ProbabilityOfMoreThan(0));
    }

    [Fact]
    public void ProbabilityUpTo_LargerValues_NeverLessLikely()
    {
        ImmutableArray<ForecastBand> bands = [new(50, [3], [7]), new(80, [1.5], [11]), new(95, [0], [19])];
        var distribution = new PredictiveDistribution(bands, 0);
        var previous = 0.0;
        for (var value = 0.0; value < 40; value += 0.25)
        {
            var probability = distribution.ProbabilityUpTo(value);
            Assert.InRange(probability, previous, 1);
            previous = probability;
        }
    }

    [Fact]
    public void Constructor_StepBeyondTheForecast_SaysTheRange() =>
        Assert.Contains("step must lie in [0, 0]",
            Assert.Throws<ArgumentOutOfRangeException>(() => new PredictiveDistribution(NormalBands(100, 10), 1)).Message, StringComparison.Ordinal);

    private static ImmutableArray<ForecastBand> NormalBands(double mean, double deviation) =>
        [.. s_levels.Select((level, i) => new ForecastBand(level, [mean - s_scores[i] * deviation], [mean + s_scores[i] * deviation]))];
}
