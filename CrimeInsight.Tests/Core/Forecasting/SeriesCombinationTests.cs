using CrimeInsight.Core.Forecasting;
using CrimeInsight.Core.Forecasting.Combination;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Forecasting;

public sealed class SeriesCombinationTests
{
    private const int Known = 24;
    private const int Origins = 12;

    /// <summary>Two members wrong by 1 and by 2 at every of twelve steps: shrunk errors 1 and 1.5, so weights as 1.5⁴ = 5.0625 to 1.</summary>
    [Fact]
    public void Weights_WorkedExample_FollowTheErrors()
    {
        var combination = new SeriesCombination(Run(Flat(100), 101, 102), [0.5, 0.5]);
        Assert.Equal(5.0625 / 6.0625, combination.Weights[0], 1e-12);
        Assert.Equal(1, combination.Weights.Sum(), 1e-12);
    }

    /// <summary>The panel gave all to a member that is hopeless here: 97.5 to 2.5 at first, and errors of 60 against 1 turn it round.</summary>
    [Fact]
    public void Weights_MemberThatFailsHere_LosesWhatThePanelGaveIt() => Assert.InRange(new SeriesCombination(Run(Flat(100), 160, 101), [1, 0]).Weights[0], 0, 0.001);

    [Fact]
    public void Weights_EquallyGoodMembers_StayThePanelsButForTheOpenShare() =>
        Assert.Equal(0.95 * 0.8 + 0.025, new SeriesCombination(Run(Flat(100), 101, 99), [0.8, 0.2]).Weights[0], 1e-12);

    /// <summary>Negative control of hindsight: what comes at an origin or later must not change what was said at it.</summary>
    [Fact]
    public void Past_FutureChanges_StaysTheSame()
    {
        double[] values = Flat(100), changed = Flat(100);
        changed.AsSpan(Known + 6).Fill(160);
        var (one, other) = (new SeriesCombination(Run(values, 160, 101), [0.5, 0.5]), new SeriesCombination(Run(changed, 160, 101), [0.5, 0.5]));
        Assert.Equal(130.5, Mean(one, 0), 1e-4);
        for (var origin = 0; origin <= 6; origin++)
            Assert.Equal(Mean(one, origin), Mean(other, origin));
        Assert.NotEqual(Mean(one, 8), Mean(other, 8));
    }

    [Fact]
    public void Weights_MemberThatNeverMissed_KeepsThePanels() => Assert.Equal([0.3, 0.7], new SeriesCombination(Run(Flat(100), 100, 101), [0.3, 0.7]).Weights);

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

    private static double Mean(SeriesCombination combination, int origin)
    {
        Span<double> mean = stackalloc double[1], deviations = stackalloc double[1];
        combination.Past(origin, mean, deviations);
        return mean[0];
    }

    private static double[] Flat(double value) => [.. Enumerable.Repeat(value, Known + Origins)];

    /// <summary>Members that always say the same, one step ahead.</summary>
    private static SeriesRun Run(double[] values, params float[] said) => new(
        new ForecastRequest(values, 1),
        values.Average(),
        Known..(Known + Origins),
        [.. said.Select((one, i) => new MemberRun($"m{i}", Rows(one), Rows(1), [one], [1]))],
        null,
        [],
        [],
        []);

    private static float[][] Rows(float value) => [.. Enumerable.Range(0, Origins).Select(_ => new[] { value })];
}
