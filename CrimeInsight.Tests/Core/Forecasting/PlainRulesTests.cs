using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class PlainRulesTests
{
    private const int Known = 36;
    private const int Origins = 12;

    /// <summary>
    /// Twenty come each month. The combination says 23, off by 3. Rule <c>r</c> is off by 1, 1, 1, 1 and 9 in five series:
    /// differences 0.5 four times and −0.5, mean 0.3, standard error √(0.8/4/5) = 0.2. Rule <c>s</c> is off by 3 in all: no difference.
    /// </summary>
    [Fact]
    public void Compare_WorkedExample_TakesTheBestRuleWithItsPairedError()
    {
        var runs = new[] { 1.0, 1, 1, 1, 9 }.Select(error => Run(23, ("r", error), ("s", 3))).ToArray();
        var comparison = PlainRules.Compare(runs, [new MemberWeight("m", 1)])!;
        Assert.Equal("r", comparison.Rule);
        Assert.Equal(5, comparison.SeriesCount);
        Assert.Equal(0.3, comparison.Difference, 1e-9);
        Assert.Equal(0.2, comparison.StandardError, 1e-9);
        Assert.True(comparison.IsRuleBetter);
        Assert.Equal(200 * 0.3 / 1.3, comparison.GainPercent, 1e-9);
    }

    [Fact]
    public void Compare_DifferenceWithinItsError_KeepsTheCombination()
    {
        var runs = new[] { 1.0, 9, 1, 9, 2 }.Select(error => Run(23, ("r", error))).ToArray();
        Assert.False(PlainRules.Compare(runs, [new MemberWeight("m", 1)])!.IsRuleBetter);
    }

    [Fact]
    public void Compare_FourSeries_SaysNothing() =>
        Assert.Null(PlainRules.Compare([.. Enumerable.Range(0, 4).Select(_ => Run(23, ("r", 1)))], [new MemberWeight("m", 1)]));

    /// <summary>Each calendar month wanders by itself: nothing can beat the same month last year.</summary>
    [Fact]
    public void Run_MonthsThatWanderByThemselves_ShowsLastYearWithAnIntervalThatHolds()
    {
        var random = new Random(21);
        double[][] series = [.. Enumerable.Range(0, 24).Select(_ => Wandering(random))];
        var batch = ForecastBatch.Run(
            [.. series.Select(values => new ForecastRequest(values[..72], 12))], null, null, 2, TestContext.Current.CancellationToken);
        double inside = 0;
        for (var i = 0; i < series.Length; i++)
        {
            var report = Assert.IsType<ForecastReport>(batch.Outcomes[i]);
            Assert.True(report.IsFallback);
            Assert.Equal("snaive", report.Model);
            Assert.Equal([new MemberWeight("snaive", 1)], report.Members);
            Assert.Equal(series[i][60..72], report.Mean);
            Assert.Equal(["auto", "snaive"], report.TrackRecord.Methods.Select(method => method.Method).Where(name => name is "auto" or "snaive").Order());
            Assert.True(report.OwnRecord!.IsBaseline);
            Assert.NotNull(report.OwnRecord.RootMeanSquareError);
            inside += Enumerable.Range(0, 12)
                .Count(step => series[i][72 + step] >= report.Bands[1].Lower[step] && series[i][72 + step] <= report.Bands[1].Upper[step]);
        }

        Assert.InRange(100 * inside / (12 * series.Length), 90, 99);
    }

    /// <summary>A season under a level that wanders: the combination sees both, no plain rule does.</summary>
    [Fact]
    public void Run_SeasonUnderAWanderingLevel_KeepsTheCombination()
    {
        var random = new Random(22);
        var requests = Enumerable.Range(0, 12).Select(_ =>
        {
            var level = 500.0;
            return new ForecastRequest(
                [.. Enumerable.Range(0, 72)
                    .Select(t => Math.Round((level += 12 * Normal.Quantile(random.NextDouble())) * (1 + 0.2 * Math.Sin(t * Math.PI / 6))))], 6);
        }).ToList();
        var batch = ForecastBatch.Run(requests, null, null, 2, TestContext.Current.CancellationToken);
        Assert.All(batch.Outcomes, outcome =>
        {
            var report = Assert.IsType<ForecastReport>(outcome);
            Assert.Equal("auto", report.Model);
            Assert.False(report.IsFallback);
            Assert.True(report.Plain!.Difference < 0);
        });
    }

    private static double[] Wandering(Random random)
    {
        var months = Enumerable.Range(0, 12).Select(_ => 100 + 400 * random.NextDouble()).ToArray();
        return [.. Enumerable.Range(0, 84).Select(t => Math.Round(Math.Max(20, months[t % 12] += 25 * Normal.Quantile(random.NextDouble()))))];
    }

    private static SeriesRun Run(float said, params (string Name, double Error)[] rules)
    {
        double[] values = [.. Enumerable.Repeat(20.0, Known + Origins)];
        return new SeriesRun(
            new ForecastRequest(values, 1),
            20,
            Known..(Known + Origins),
            [Said("m", said)],
            null,
            [],
            [.. rules.Select(rule => new MethodRecord(rule.Name, true, rule.Error, null, null, rule.Error / 20, 0, []))],
            []) { Rules = [.. rules.Select(rule => Said(rule.Name, (float)(20 + rule.Error)))] };
    }

    private static MemberRun Said(string name, float said)
    {
        float[][] Rows(float value) => [.. Enumerable.Range(0, Origins).Select(_ => new[] { value })];
        return new MemberRun(name, Rows(said), Rows(1), [said], [1]);
    }
}
