using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Statistics;

public sealed class CountChangeTestTests
{
    // R 4.2: pnorm(c(0, 1.959964, 5), lower.tail = FALSE)
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.959964, 0.025)]
    [InlineData(5, 2.866516e-07)]
    [InlineData(-1, 0.8413447)]
    public void UpperTail_KnownQuantiles_EqualR(double z, double expected) =>
        Assert.Equal(1, Normal.UpperTail(z) / expected, 6);

    [Fact]
    public void Run_OneGroupDoubledAmongSteadyOnes_OnlyItPasses()
    {
        double[] before = [.. Enumerable.Repeat(400.0, 30)];
        double[] after = [.. Enumerable.Repeat(400.0, 30)];
        after[7] = 800;
        var results = CountChangeTest.Run(before, after);
        Assert.Equal([7], Enumerable.Range(0, 30).Where(i => results[i]!.AdjustedP <= 0.05));
        Assert.True(results[7]!.Ratio > 1.8);
    }

    [Fact]
    public void Run_SamePoissonRate_FlagsAtMostTheLevelOnAverage()
    {
        var random = new Random(11);
        var datasetsWithAlarm = 0;
        for (var dataset = 0; dataset < 200; dataset++)
        {
            double[] before = [.. Enumerable.Range(0, 60).Select(_ => (double)Poisson(random, 40))];
            double[] after = [.. Enumerable.Range(0, 60).Select(_ => (double)Poisson(random, 40))];
            if (CountChangeTest.Run(before, after).Any(result => result is { AdjustedP: <= 0.05 }))
                datasetsWithAlarm++;
        }

        Assert.True(datasetsWithAlarm <= 20, $"{datasetsWithAlarm} of 200 null data sets raised an alarm");
    }

    [Fact]
    public void Run_WholeDoubles_NoGroupStandsOut()
    {
        double[] before = [100, 200, 300];
        var results = CountChangeTest.Run(before, [200, 400, 600]);
        Assert.All(results, result => Assert.Equal(1, result!.AdjustedP, 6));
    }

    [Fact]
    public void Run_FewCases_IsNotTested() => Assert.Null(CountChangeTest.Run([4, 500], [5, 500])[0]);

    [Fact]
    public void Run_UnequalLengths_AreRefused() => Assert.Throws<ArgumentException>(() => CountChangeTest.Run([1, 2], [1]));

    private static int Poisson(Random random, double mean)
    {
        var limit = Math.Exp(-mean);
        var count = 0;
        for (var product = random.NextDouble(); product > limit; product *= random.NextDouble())
            count++;
        return count;
    }
}
