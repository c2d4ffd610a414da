using System.Collections.Immutable;
using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Methods.Boosting;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class GlobalBoostingTests
{
    private const int Months = 60;
    private const int Horizon = 6;
    private const int FirstOrigin = 42;

    /// <summary>A step of one feature is learned as its two means: the trees laid flat are walked the right way.</summary>
    [Fact]
    public void Grow_StepFunction_IsLearned()
    {
        var examples = Enumerable.Range(0, 1000).Select(i => new BoostingExample { Features = [i % 10, i], Label = i % 10 < 4 ? 1 : -1, Weight = 1 }).ToList();
        var trees = BoostedTrees.Grow(examples, 2, 1);
        Assert.Equal(1, trees.Predict([3, 500]), 0.01);
        Assert.Equal(-1, trees.Predict([4, 500]), 0.01);
    }

    /// <summary>Series share a season but have 40 months each and heavy noise: the panel knows it better than any one of them.</summary>
    [Fact]
    public void Run_SharedSeason_BeatsTheMeanAndSeasonalNaive()
    {
        var (requests, futures) = Panel(1, 80);
        var runs = Run(requests);
        double own = 0, mean = 0, naive = 0;
        for (var series = 0; series < requests.Count; series++)
        {
            var values = requests[series].Values;
            for (var step = 0; step < Horizon; step++)
            {
                own += Math.Abs(runs[series]!.Final.Mean[step] - futures[series][step]);
                mean += Math.Abs(values[(Months - 12)..].Average() - futures[series][step]);
                naive += Math.Abs(values[Months - 12 + step] - futures[series][step]);
            }
        }

        Assert.True(own < 0.8 * mean && own < 0.8 * naive, $"{own} {mean} {naive}");
    }

    [Fact]
    public void Run_Intervals_CoverNearlyWhatTheySay()
    {
        var (requests, futures) = Panel(2, 120);
        var runs = Run(requests);
        double inside = 0, count = 0;
        for (var series = 0; series < requests.Count; series++)
        {
            for (var step = 0; step < Horizon; step++, count++)
                inside += futures[series][step] >= runs[series]!.Final.Lower[1][step] && futures[series][step] <= runs[series]!.Final.Upper[1][step] ? 1 : 0;
        }

        Assert.InRange(inside / count, 0.91, 0.985);
    }

    [Fact]
    public void Run_Twice_IsTheSame()
    {
        var (requests, _) = Panel(3, 40);
        var (once, again) = (Run(requests), Run(requests));
        for (var series = 0; series < requests.Count; series++)
            Assert.Equal(once[series]!.Final.Mean, again[series]!.Final.Mean);
    }

    /// <summary>Other values after an origin leave what was said there as it was; before it, they do not.</summary>
    [Theory]
    [InlineData(FirstOrigin, true)]
    [InlineData(FirstOrigin - 1, false)]
    public void Run_LaterValuesChanged_EarlierForecastsStay(int changedFrom, bool stays)
    {
        var (requests, _) = Panel(4, 40);
        List<ForecastRequest> changed = [
            .. requests.Select(
                request => new ForecastRequest(
                    request.Values.Select((value, t) => t >= changedFrom ? 3 * value + 50 : value), Horizon, calendar: request.Calendar))];
        var (before, after) = (Run(requests), Run(changed));
        Assert.Equal(stays, before.Zip(after).All(pair => pair.First!.AtOrigins[0].Mean.SequenceEqual(pair.Second!.AtOrigins[0].Mean)));
        Assert.False(before.Zip(after).All(pair => pair.First!.Final.Mean.SequenceEqual(pair.Second!.Final.Mean)));
    }

    [Fact]
    public void Run_ScaledPanel_ScalesNearly()
    {
        var (requests, _) = Panel(5, 60);
        List<ForecastRequest> scaled = [
            .. requests.Select(request => new ForecastRequest(request.Values.Select(value => 10 * value), Horizon, calendar: request.Calendar))];
        var (plain, larger) = (Run(requests), Run(scaled));
        var ratios = plain.Zip(larger, (one, other) => other!.Final.Mean.Sum() / one!.Final.Mean.Sum()).ToList();
        Assert.InRange(ratios.Average(), 9.7, 10.3);
    }

    [Fact]
    public void Run_Relatives_AreUsedWithoutError()
    {
        var (requests, _) = Panel(6, 40);
        SeriesRelatives[] relatives = [.. requests.Select((_, i) => new SeriesRelatives(i == 0 ? null : 0, i < 2 ? [] : [i - 1, i - 2]))];
        var runs = GlobalBoosting.Run(requests, [.. requests.Select(_ => FirstOrigin..FirstOrigin)], relatives, TestContext.Current.CancellationToken);
        Assert.All(runs, run => Assert.All(run!.Final.Mean, mean => Assert.True(double.IsFinite(mean))));
    }

    [Fact]
    public void Run_SmallPanelShortOrZeroSeries_HaveNoForecast()
    {
        var (requests, _) = Panel(7, 40);
        Assert.All(Run(requests[..2]), Assert.Null);
        Assert.Empty(Run([]));
        var runs = Run([.. requests, new ForecastRequest(new double[Months], Horizon)]);
        Assert.Null(runs[^1]);
        Assert.NotNull(runs[0]);
    }

    [Fact]
    public void Run_UnequalInput_SaysWhatIsWrong()
    {
        var (requests, _) = Panel(8, 3);
        Assert.Contains("one of each per request",
            Assert.Throws<ArgumentException>(() => GlobalBoosting.Run(requests, [], null, TestContext.Current.CancellationToken)).Message,
            StringComparison.Ordinal);
        ForecastRequest[] mixed = [requests[0], new ForecastRequest(requests[1].Values, Horizon, seasonLength: 4)];
        Assert.Contains("one season length", Assert.Throws<ArgumentException>(() => Run(mixed)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        var (requests, _) = Panel(9, 40);
        Assert.Throws<OperationCanceledException>(
            () => GlobalBoosting.Run(requests, [.. requests.Select(_ => FirstOrigin..Months)], null, new CancellationToken(true)));
    }

    private static double Gaussian(Random random) => Normal.Quantile(Math.Clamp(random.NextDouble(), 1e-9, 1 - 1e-9));

    private static ImmutableArray<BoostingRun?> Run(IReadOnlyList<ForecastRequest> requests) =>
        GlobalBoosting.Run(requests, [.. requests.Select(_ => FirstOrigin..(FirstOrigin + 2))], null, TestContext.Current.CancellationToken);

    private static (List<ForecastRequest> Requests, List<double[]> Futures) Panel(int seed, int count)
    {
        var random = new Random(seed);
        var calendar = new SeriesCalendar(new(2020, 1, 1), SeriesStep.Month, [], []);
        var (requests, futures) = (new List<ForecastRequest>(), new List<double[]>());
        for (var series = 0; series < count; series++)
        {
            var level = 20 * Math.Exp(3 * random.NextDouble());
            double[] values = [.. Enumerable.Range(0, Months + Horizon)
                .Select(t => Math.Round(level * (1 + 0.4 * Math.Sin(2 * Math.PI * t / 12)) * (1 + 0.12 * Gaussian(random))))];
            requests.Add(new ForecastRequest(values[..Months], Horizon, calendar: calendar));
            futures.Add(values[Months..]);
        }

        return (requests, futures);
    }
}
