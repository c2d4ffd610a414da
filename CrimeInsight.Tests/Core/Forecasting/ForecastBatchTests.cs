using System.Text.Json;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class ForecastBatchTests
{
    private const int Known = 72;
    private const int Horizon = 6;

    /// <summary>Two members, one always right: all weight on it. Errors of the same size and opposite sign: half each.</summary>
    [Fact]
    public void Solve_WorkedExamples_FindsTheWeights()
    {
        var right = SimplexWeights.Solve([0, 2, 0, -3, 0, 1], [0.5, 0.5]);
        Assert.InRange(right[0], 0.97, 1);
        var opposite = SimplexWeights.Solve([1, -1, -2, 2, 0.5f, -0.5f], [0.9, 0.1]);
        Assert.Equal(0.5, opposite[0], 0.06);
    }

    [Fact]
    public void Solve_NothingToLearn_KeepsThePrior() => Assert.Equal([0.3, 0.7], SimplexWeights.Solve([], [0.3, 0.7]));

    [Fact]
    public void Run_Panel_CoversWhatItSaysAndIsNotWorseThanTheMean()
    {
        var (requests, futures) = Panel(240, seed: 3);
        var result = ForecastBatch.Run(requests, null, null, 2, TestContext.Current.CancellationToken);
        double inside80 = 0, inside95 = 0, own = 0, mean = 0, count = 0;
        for (var i = 0; i < futures.Length; i++)
        {
            var report = Assert.IsType<ForecastReport>(result.Outcomes[i]);
            var rival = requests[i].Values[^12..].Average();
            for (var step = 0; step < Horizon; step++, count++)
            {
                var came = futures[i][step];
                inside80 += came >= report.Bands[0].Lower[step] && came <= report.Bands[0].Upper[step] ? 1 : 0;
                inside95 += came >= report.Bands[1].Lower[step] && came <= report.Bands[1].Upper[step] ? 1 : 0;
                var scale = Math.Sqrt(1 + rival);
                own += Math.Abs(came - report.Mean[step]) / scale;
                mean += Math.Abs(came - rival) / scale;
            }
        }

        Assert.InRange(100 * inside95 / count, 92, 98);
        Assert.InRange(100 * inside80 / count, 76, 90);
        Assert.True(own <= 1.01 * mean, $"{own} against {mean}");
    }

    /// <summary>No model of single series is preferred to another, whatever was best over the origins.</summary>
    [Fact]
    public void Run_Panel_SharesEquallyAmongTheModels()
    {
        var (requests, _) = Panel(60, seed: 7);
        var bands = ForecastBatch.Run(requests, null, null, 2, TestContext.Current.CancellationToken).Calibration.Bands.Where(
            band => band is { SeriesCount: > 0, FromVolume: >= 1 });
        Assert.All(bands, band =>
        {
            Assert.Equal(1, band.Weights.Sum(weight => weight.Weight), 1e-9);
            Assert.Single(
                band.Weights.Where(weight => weight.Method is "ets" or "arima" or "dotm" or "ces").Select(weight => Math.Round(weight.Weight, 12)).Distinct());
        });
    }

    /// <summary>Poisson counts of 200 a month, 55 between the ends of 95 %, among series of that size whose level wanders widely.</summary>
    [Fact]
    public void Run_SteadySeriesAmongNoisyOnes_KeepsItsOwnWidth()
    {
        var random = new Random(12);
        var noisy = Enumerable.Range(0, 24).Select(_ =>
        {
            var level = Math.Log(200);
            return Enumerable.Range(0, Known).Select(_ => Poisson(random, Math.Exp(level += 0.5 * (random.NextDouble() + random.NextDouble() - 1)))).ToArray();
        });
        double[][] series = [.. noisy, [.. Enumerable.Range(0, Known).Select(_ => Poisson(random, 200))]];
        var outcomes = ForecastBatch.Run(
            [.. series.Select(values => new ForecastRequest(values, Horizon))], null, null, 2, TestContext.Current.CancellationToken).Outcomes;
        var band = Assert.IsType<ForecastReport>(outcomes[^1]).Bands[1];
        Assert.All(band.Upper.Zip(band.Lower, (upper, lower) => upper - lower), width => Assert.InRange(width, 45, 85));
        Assert.True(((ForecastReport)outcomes[0]).Bands[1] is var wide && wide.Upper[0] - wide.Lower[0] > 1.5 * (band.Upper[0] - band.Lower[0]));
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSame()
    {
        var (requests, _) = Panel(12, seed: 4);
        var one = ForecastBatch.Run(requests, null, null, 1, TestContext.Current.CancellationToken);
        var two = ForecastBatch.Run(requests, null, null, 2, TestContext.Current.CancellationToken);
        Assert.All(one.Outcomes.Zip(two.Outcomes), pair => Assert.Equal(((ForecastReport)pair.First).Mean, ((ForecastReport)pair.Second).Mean));
    }

    [Fact]
    public void Run_StoredCalibration_GivesTheSameForOneSeries()
    {
        var (requests, _) = Panel(30, seed: 5);
        var batch = ForecastBatch.Run(requests, null, null, 2, TestContext.Current.CancellationToken);
        var stored = JsonSerializer.Deserialize<ForecastCalibration>(JsonSerializer.Serialize(batch.Calibration))!;
        var alone = Assert.IsType<ForecastReport>(Forecaster.Run(requests[7], stored));
        var together = Assert.IsType<ForecastReport>(batch.Outcomes[7]);
        Assert.Equal(together.Mean, alone.Mean);
        Assert.Equal(together.Bands[1].Upper, alone.Bands[1].Upper);
    }

    [Fact]
    public void Run_ShortSeriesAmongOthers_IsLeftOutAlone()
    {
        var result = ForecastBatch.Run(
            [new ForecastRequest(new double[7], 3), new ForecastRequest(new double[40], 3)], null, null, 1, TestContext.Current.CancellationToken);
        Assert.Equal(new ForecastImpossible(ForecastObstacle.TooShort, 24, 7), result.Outcomes[0]);
        Assert.IsType<ForecastReport>(result.Outcomes[1]);
    }

    [Fact]
    public void Run_Cancelled_Stops() => Assert.ThrowsAny<OperationCanceledException>(() =>
        ForecastBatch.Run(Panel(5, seed: 6).Requests, null, null, 1, new CancellationToken(canceled: true)));

    /// <summary>Counts of drifting level and season, from sparse to busy; the last values are kept apart.</summary>
    private static (ForecastRequest[] Requests, double[][] Futures) Panel(int count, int seed)
    {
        var random = new Random(seed);
        var (requests, futures) = (new ForecastRequest[count], new double[count][]);
        for (var i = 0; i < count; i++)
        {
            var level = Math.Log(0.3) + random.NextDouble() * Math.Log(400);
            var season = 0.3 * random.NextDouble();
            var values = new double[Known + Horizon];
            for (var t = 0; t < values.Length; t++)
            {
                level += 0.03 * (random.NextDouble() + random.NextDouble() - 1);
                values[t] = Poisson(random, Math.Exp(level + season * Math.Sin(t * Math.PI / 6)));
            }

            requests[i] = new ForecastRequest(values[..Known], Horizon);
            futures[i] = values[Known..];
        }

        return (requests, futures);
    }

    private static double Poisson(Random random, double mean)
    {
        var count = 0;
        for (var waited = -Math.Log(1 - random.NextDouble()); waited < mean; waited -= Math.Log(1 - random.NextDouble()))
            count++;
        return count;
    }
}
