using CrimeInsight.Core.Spatial.Scan;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Tests.Core.Spatial.Scan;

public sealed class ReplicaTests
{
    /// <summary>Few and many cases: counters whole and modulo 2¹⁶, single and counted draws.</summary>
    [Theory]
    [InlineData(ScanModel.Poisson, ScanSpan.Space, 200)]
    [InlineData(ScanModel.Poisson, ScanSpan.SpaceTime, 200)]
    [InlineData(ScanModel.Poisson, ScanSpan.SpaceTime, 90_000)]
    [InlineData(ScanModel.Permutation, ScanSpan.SpaceTime, 200)]
    [InlineData(ScanModel.Permutation, ScanSpan.SpaceTime, 90_000)]
    [InlineData(ScanModel.Permutation, ScanSpan.Prospective, 500)]
    public void Run_EachReplica_EqualsEveryWindowTried(ScanModel model, ScanSpan span, int cases)
    {
        for (var seed = 1; seed <= 3; seed++)
        {
            var request = ScanSample.Make(seed, model, span, places: 30, periods: 5, cases: cases) with { Replicas = 21 };
            var problem = ScanProblem.Of(request, new ParallelOptions());
            var maxima = ReplicaMaxima.Run(problem, double.PositiveInfinity, null, new ParallelOptions());
            var source = Source(problem);
            var (cells, room) = (new int[problem.Cases.Length], source.NewRoom());
            foreach (var replica in new[] { 0, 7, 20 })
            {
                source.Draw(replica, cells, room);
                Assert.Equal(PlainScan.Best(request, cells, problem.Cells, problem.Periods, problem.MaxDuration).Ratio, maxima[replica], 1e-9);
            }
        }
    }

    /// <summary>Towns among villages: counts of single places beyond 16 bits, and counters of 32 bits above five million cases.</summary>
    [Theory]
    [InlineData(ScanModel.Poisson, 400)]
    [InlineData(ScanModel.Permutation, 400)]
    [InlineData(ScanModel.Permutation, 2500)]
    [InlineData(ScanModel.Permutation, 7000)]
    public void Run_UnequalPlaces_EqualsEveryWindowTried(ScanModel model, int scale)
    {
        var (random, periods) = (new Random(8), 6);
        var places = ScanSample.Make(5, model, ScanSpan.SpaceTime, 40, periods).Places;
        int[] cases = [.. Enumerable.Range(0, 40 * periods).Select(i => (i / periods % 8 == 0 ? 300 : 1) * scale / 10 * (8 + random.Next(5)) / 10)];
        double[] population = model == ScanModel.Permutation ? [] : [.. Enumerable.Range(0, 40).Select(place => place % 8 == 0 ? 300.0 : 1)];
        var problem = ScanProblem.Of(new ScanRequest(places, cases, periods, model, ScanSpan.SpaceTime, population) { Replicas = 9 }, new ParallelOptions());
        var maxima = ReplicaMaxima.Run(problem, double.PositiveInfinity, null, new ParallelOptions());
        var (source, cells) = (Source(problem), new int[cases.Length]);
        for (var replica = 0; replica < maxima.Length; replica += 4)
        {
            source.Draw(replica, cells, source.NewRoom());
            Assert.Equal(PlainScan.Best(problem.Request, cells, problem.Cells, periods, problem.MaxDuration).Ratio, maxima[replica], 1e-8);
        }
    }

    /// <summary>Many circles in a chunk, and runs of circles tested together.</summary>
    [Fact]
    public void Run_ManyPlaces_EqualsTheSearchOfTheData()
    {
        var request = ScanSample.Make(7, ScanModel.Permutation, ScanSpan.SpaceTime, places: 170, periods: 12, cases: 6000) with { Replicas = 9 };
        var problem = ScanProblem.Of(request, new ParallelOptions());
        var maxima = ReplicaMaxima.Run(problem, double.PositiveInfinity, null, new ParallelOptions());
        var source = Source(problem);
        var cells = new int[problem.Cases.Length];
        for (var replica = 0; replica < maxima.Length; replica++)
        {
            source.Draw(replica, cells, source.NewRoom());
            var drawn = ScanProblem.Of(
                new ScanRequest(request.Places, cells, request.Periods, request.Model, request.Span) { MostClusters = 1 }, new ParallelOptions());
            Assert.Equal(ClusterChoice.Choose(drawn, new ParallelOptions())[0].Ratio, maxima[replica], 1e-9);
        }
    }

    [Theory]
    [InlineData(300)]
    [InlineData(30_000)]
    public void Draw_Permutation_KeepsPlacesAndPeriods(int total)
    {
        var problem = ScanProblem.Of(ScanSample.Make(2, ScanModel.Permutation, ScanSpan.SpaceTime, cases: total), new ParallelOptions());
        var (source, cells) = (Source(problem), new int[problem.Cases.Length]);
        var sums = new double[cells.Length];
        const int draws = 400;
        for (var replica = 0; replica < draws; replica++)
        {
            source.Draw(replica, cells, source.NewRoom());
            Assert.Equal(Sums(problem.Cases, problem.Periods), Sums(cells, problem.Periods));
            for (var i = 0; i < cells.Length; i++)
                sums[i] += cells[i];
        }

        AssertMeans(problem.Cells, sums, draws);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(30_000)]
    public void Draw_Poisson_KeepsTheTotalAndTheShares(int total)
    {
        var problem = ScanProblem.Of(ScanSample.Make(3, ScanModel.Poisson, ScanSpan.SpaceTime, cases: total), new ParallelOptions());
        var (source, cells) = (Source(problem), new int[problem.Cases.Length]);
        var sums = new double[cells.Length];
        const int draws = 400;
        for (var replica = 0; replica < draws; replica++)
        {
            source.Draw(replica, cells, source.NewRoom());
            Assert.Equal(total, cells.Sum());
            for (var i = 0; i < cells.Length; i++)
                sums[i] += cells[i];
        }

        AssertMeans(problem.Cells, sums, draws);
    }

    [Fact]
    public void CountDraw_ManyDraws_HaveMeanAndVariance()
    {
        var random = new ReplicaRandom(4, 0);
        var (binomial, hyper) = (new double[20_000], new double[20_000]);
        for (var i = 0; i < binomial.Length; i++)
        {
            binomial[i] = CountDraw.Binomial(1200, 0.3, ref random);
            hyper[i] = CountDraw.Hypergeometric(5000, 1500, 400, ref random);
        }

        Assert.Equal(360, binomial.Average(), 0.5);
        Assert.InRange(Variance(binomial) / (1200 * 0.3 * 0.7), 0.95, 1.05);
        Assert.Equal(120, hyper.Average(), 0.3);
        Assert.InRange(Variance(hyper) / (400 * 0.3 * 0.7 * 4600 / 4999), 0.95, 1.05);
        Assert.Equal(0, CountDraw.Binomial(7, 0, ref random));
        Assert.Equal(7, CountDraw.Binomial(7, 1, ref random));
        Assert.Equal(3, CountDraw.Hypergeometric(3, 3, 3, ref random));
    }

    /// <summary>Whatever the level, a window a table calls hopeless is hopeless, and the bound is at most one case off.</summary>
    [Fact]
    public void ThresholdLevels_AnyExpected_MissesNoWindow()
    {
        const int total = 5000;
        var levels = new ThresholdLevels<ushort>(total, 2);
        var random = new Random(11);
        for (var i = 0; i < 3000; i++)
        {
            var (expected, level) = (Math.Exp(random.NextDouble() * 12 - 4.5), random.Next(60) / 2.0);
            if (expected > total / 2.0)
                continue;
            double least = levels.At(level)[ThresholdLevels<ushort>.BucketOf(expected)];
            if (least > 2)
                Assert.True(LogLikelihoodRatio.Of(least - 1, expected, total) <= level);
            Assert.True(least >= total || LogLikelihoodRatio.Of(least + 2 + 0.01 * least, expected, total) > level);
        }
    }

    [Fact]
    public void CanExceed_AnyCounts_IsNeverFalseWhereTheRatioExceeds()
    {
        var random = new Random(3);
        for (var i = 0; i < 20_000; i++)
        {
            var total = 5 + random.Next(500);
            var (expected, cases) = (random.NextDouble() * total / 2, random.Next(total + 1));
            var ratio = LogLikelihoodRatio.Of(cases, expected, total);
            Assert.True(ratio <= 0 || LogLikelihoodRatio.CanExceed(ratio * (1 - 1e-9), cases, expected, total));
        }
    }

    [Fact]
    public void GumbelFit_KnownMoments_GivesItsTail()
    {
        // Mean 5 and standard deviation π/√6: scale 1, location 5 − γ.
        var half = Math.PI / Math.Sqrt(6) / Math.Sqrt(2);
        var fit = GumbelFit.Of([5 - half, 5 + half])!.Value;
        Assert.Equal((1, 5 - 0.5772156649), (Math.Round(fit.Scale, 12), Math.Round(fit.Location, 10)));
        Assert.Equal(1 - Math.Exp(-1), fit.UpperTail(fit.Location), 1e-12);
        Assert.Equal(Math.Exp(-30), fit.UpperTail(fit.Location + 30), 1e-20);
        Assert.Null(GumbelFit.Of([2, 2, 2]));
    }

    private static IReplicaSource Source(ScanProblem problem) => ReplicaMaxima.SourceOf(problem);

    private static int[] Sums(int[] cells, int periods) =>
        [.. Enumerable.Range(0, cells.Length / periods).Select(place => cells.AsSpan(place * periods, periods).ToArray().Sum()), .. Enumerable.Range(0, periods)
            .Select(period => cells.Where((_, i) => i % periods == period).Sum())];

    private static void AssertMeans(double[] expected, double[] sums, int draws)
    {
        for (var i = 0; i < expected.Length; i++)
            Assert.InRange(
                sums[i] / draws, expected[i] - 5 * Math.Sqrt((expected[i] + 0.01) / draws), expected[i] + 5 * Math.Sqrt((expected[i] + 0.01) / draws));
    }

    private static double Variance(double[] values) =>
        values.Average() is var mean ? values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1) : 0;
}
