using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class SeriesCombinationTests
{
    private const int Known = 24;
    private const int Origins = 12;

    /// <summary>Means 101 and 103 under equal weights: 102, each 1 apart from it; deviations 1 and 3, mean 2: √(2² + 1²).</summary>
    [Fact]
    public void Past_WorkedExample_AddsTheDisagreement()
    {
        var combination = new SeriesCombination(Run(Flat(100), ("ets", 101, 1), ("arima", 103, 3)), [0.5, 0.5]);
        Assert.Equal(102, combination.Mean(0)[0], 1e-9);
        Assert.Equal(Math.Sqrt(5), combination.Deviations(0)[0], 1e-9);
        Assert.Equal(-2 / Math.Sqrt(5), combination.Score(0, 0)!.Value, 1e-9);
        double[] mean = new double[1], deviations = new double[1];
        combination.Final(mean, deviations);
        Assert.Equal((102, Math.Sqrt(5)), (mean[0], Math.Round(deviations[0], 15)));
    }

    /// <summary>What the trees miss on other series says nothing of this one.</summary>
    [Fact]
    public void Past_ModelOfThePanel_DoesNotLendItsSpread() =>
        Assert.Equal(2, new SeriesCombination(Run(Flat(100), ("ets", 101, 2), ("boosting", 101, 50)), [0.2, 0.8]).Deviations(0)[0], 1e-9);

    /// <summary>A miss of two deviations at each of twelve steps where one is usual: (12·2 + 48) / (12 + 48).</summary>
    [Fact]
    public void OwnWidths_WorkedExample_FollowTheMisses()
    {
        var widths = new SeriesCombination(Run(Flat(100), ("ets", 102, 1)), [1]).OwnWidths(_ => 1);
        Assert.Equal(1, widths[0]);
        Assert.Equal((1 * 2 + 48) / 49.0, widths[1], 1e-9);
        Assert.Equal(1.2, widths[^1], 1e-9);
        Assert.True(new SeriesCombination(Run(Flat(100), ("ets", 100.1f, 1)), [1]).OwnWidths(_ => 1)[^1] < 0.85);
    }

    [Fact]
    public void OwnWidths_MissesBeyondAllMeasure_CountAsFive() =>
        Assert.Equal((12 * 5 + 48) / 60.0, new SeriesCombination(Run(Flat(100), ("ets", 900, 1)), [1]).OwnWidths(_ => 1)[^1], 1e-9);

    /// <summary>Of counts below ten the misses are chance; without a band's usual miss nothing can be compared.</summary>
    [Fact]
    public void OwnWidths_NothingToTell_AreOne()
    {
        Assert.All(new SeriesCombination(Run(Flat(5), ("ets", 9, 1)), [1]).OwnWidths(_ => 1), width => Assert.Equal(1, width));
        Assert.All(new SeriesCombination(Run(Flat(100), ("ets", 109, 1)), [1]).OwnWidths(_ => 0), width => Assert.Equal(1, width));
    }

    /// <summary>Negative control of hindsight: what comes at an origin or later must not change what was said at it.</summary>
    [Fact]
    public void OwnWidths_FutureChanges_StayTheSame()
    {
        double[] values = Flat(100), changed = Flat(100);
        changed.AsSpan(Known + 6).Fill(160);
        var (one, other) = (new SeriesCombination(Run(values, ("ets", 103, 1)), [1]).OwnWidths(_ => 1),
            new SeriesCombination(Run(changed, ("ets", 103, 1)), [1]).OwnWidths(_ => 1));
        Assert.Equal(one[..7], other[..7]);
        Assert.NotEqual(one[8], other[8]);
    }

    /// <summary>
    /// Five series came down from 100 to 8 a step half way: what was said while they were busy belongs to busy series. Scores: 3 in
    /// the band from 100, where they make (5/15)·0.4 of the factor, and −3 in that from 3, where they make 5/15.
    /// </summary>
    [Fact]
    public void Factors_SeriesThatCameDown_AreCountedWhereTheyWere()
    {
        double[] values = [.. Enumerable.Repeat(100.0, 30), .. Enumerable.Repeat(8.0, 18)];
        var runs = Enumerable.Range(0, 5).Select(_ => new SeriesCombination(
            new SeriesRun(new ForecastRequest(values, 1, areCounts: false), 8, 24..48,
                [new MemberRun("ets", [.. values[24..].Select((value, i) => new[] { (float)(i < 12 ? value - 3 : value + 3) })],
                    [.. Enumerable.Repeat(new[] { 1f }, 24)], [8], [1])], null, [], [], []),
            [1])).ToList();
        var learner = new IntervalLearner(runs, VolumeBands.IndexOf, VolumeBands.Starts.Length);
        var (busy, quiet) = (learner.Factors(VolumeBands.IndexOf(100), 100, [95]).Single(), learner.Factors(VolumeBands.IndexOf(8), 3, [95]).Single());
        var believed = 1.05 * Normal.Quantile(0.975);
        Assert.Equal((1 - 0.4 / 3) * believed + 0.4 / 3 * 3 / 1.12, busy.Upper[0], 0.15);
        Assert.True(quiet.Lower[0] > believed);
        Assert.True(quiet.Upper[0] < believed);
        Assert.Null(learner.UsualMiss(0));
    }

    /// <summary>The level falls to a third after two of five years. A mean of all years would miss by more than the level itself.</summary>
    [Fact]
    public void Run_LevelBreak_IsFoundAndForgotten()
    {
        var random = new Random(11);
        double[] values = [.. Enumerable.Range(0, 72).Select(t => Math.Round((t < 24 ? 390 : 130) * (1 + 0.08 * Normal.Quantile(random.NextDouble()))))];
        var calendar = new SeriesCalendar(new(2020, 1, 1), SeriesStep.Month, [], []);
        var report = Assert.IsType<ForecastReport>(Forecaster.Run(new ForecastRequest(values[..60], 12, calendar: calendar)));
        Assert.Equal(24, Assert.Single(report.Adjustments, one => one.Kind == AdjustmentKind.Shift).Index);
        var miss = Enumerable.Range(0, 12).Average(step => Math.Abs(values[60 + step] - report.Mean[step]));
        Assert.InRange(miss, 0, 20);
        Assert.All(report.Bands[^1].Lower.Zip(report.Bands[^1].Upper), ends => Assert.InRange(ends.Second - ends.First, 20, 130));
    }

    private static double[] Flat(double value) => [.. Enumerable.Repeat(value, Known + Origins)];

    /// <summary>Members that always say the same, one step ahead.</summary>
    private static SeriesRun Run(double[] values, params (string Name, float Mean, float Deviation)[] said) => new(
        new ForecastRequest(values, 1, areCounts: false),
        values.Average(),
        Known..(Known + Origins),
        [.. said.Select(one => new MemberRun(one.Name, Rows(one.Mean), Rows(one.Deviation), [one.Mean], [one.Deviation]))],
        null,
        [],
        [],
        []);

    private static float[][] Rows(float value) => [.. Enumerable.Range(0, Origins).Select(_ => new[] { value })];
}
