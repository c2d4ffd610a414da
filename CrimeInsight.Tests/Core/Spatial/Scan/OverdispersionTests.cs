using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Tests.Core.Spatial.Scan;

/// <summary>Counts that vary by more than chance are told from clusters.</summary>
public sealed class OverdispersionTests
{
    private const int Sets = 30;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// Two places, two periods, 2 expected in each cell: a residual is (d11 − d12 − d21 + d22)/4. Independent cases: variance 4·2/16 = 0.5,
    /// two of them 1, and as one is minus the other, product −0.5. Gamma variance 1: 4·2²/16 = 1 each; the same factor for both periods cancels.
    /// </summary>
    [Fact]
    public void CountMoments_WorkedExample_AreThoseByHand()
    {
        var moments = new CountMoments(Problem(new ScanRequest(new MetrePoints([0, 9], [0, 0]), [3, 1, 1, 3], 2, ScanModel.Permutation, ScanSpan.SpaceTime)));
        AssertNear([2, 2], moments.Squares);
        AssertNear([-1, -1], moments.Lags);
        AssertNear([1, 1], moments.Chance);
        AssertNear([-0.5, -0.5], moments.ChanceLags);
        var (squares, lags) = (new double[2], new double[2]);
        moments.Units(0, squares, lags);
        AssertNear([2, 2], squares);
        AssertNear([-1, -1], lags);
        moments.Units(1, squares, lags);
        AssertNear([0, 0], squares);
    }

    /// <summary>Shape and autocorrelation that were put in, on average over data sets.</summary>
    [Theory]
    [InlineData(5, 0.0)]
    [InlineData(5, 0.5)]
    [InlineData(10, 0.0)]
    public void Estimate_GammaPoissonCounts_FindsWhatWasPutIn(int k, double autocorrelation)
    {
        var estimates = Enumerable.Range(1, Sets).Select(seed => Problem(Counts(seed, k, autocorrelation, ScanModel.Permutation)).Dispersion!).ToList();
        Assert.InRange(estimates.Average(estimate => estimate.Shapes.Average()), 0.85 / k, 1.15 / k);
        Assert.InRange(estimates.Average(estimate => estimate.Autocorrelation), autocorrelation - 0.08, autocorrelation + 0.08);
    }

    [Fact]
    public void Estimate_PoissonCounts_IsNearChance()
    {
        var ratios = Enumerable.Range(1, Sets).Select(seed => Problem(Counts(seed, null, 0, ScanModel.Permutation)).Dispersion!.VarianceRatio).ToList();
        Assert.All(ratios, ratio => Assert.InRange(ratio, 1, 1.15));
        Assert.Contains(1, ratios);
    }

    /// <summary>Places of one size, some of which vary by chance alone and others by far more: each has its own shape.</summary>
    [Fact]
    public void Estimate_PlacesThatDiffer_HaveShapesOfTheirOwn()
    {
        var request = Counts(3, 3, 0, ScanModel.Permutation, quiet: place => place % 2 == 0);
        var shapes = Problem(request).Dispersion!.Shapes;
        Assert.True(shapes.Where((_, place) => place % 2 == 0).Average() < 0.4 * shapes.Where((_, place) => place % 2 == 1).Average());
    }

    [Theory]
    [InlineData(ScanModel.Permutation, ScanSpan.Prospective)]
    [InlineData(ScanModel.Permutation, ScanSpan.SpaceTime)]
    [InlineData(ScanModel.Poisson, ScanSpan.SpaceTime)]
    [InlineData(ScanModel.Poisson, ScanSpan.Space)]
    public void Run_EachReplica_EqualsEveryWindowTriedTimesItsFactor(ScanModel model, ScanSpan span)
    {
        var problem = Problem(Counts(2, 3, 0.3, model, span, places: 20, periods: 6) with { Replicas = 21 });
        var maxima = ReplicaMaxima.Run(problem, double.PositiveInfinity, null, new ParallelOptions());
        var source = Assert.IsType<OverdispersedReplicas>(ReplicaMaxima.SourceOf(problem));
        var (cells, room) = (new int[problem.Cases.Length], source.NewRoom());
        foreach (var replica in new[] { 0, 13, 20 })
        {
            var factor = source.Draw(replica, cells, room);
            Assert.Equal(factor * PlainScan.Best(problem.Request, cells, problem.Cells, problem.Periods, problem.MaxDuration).Ratio, maxima[replica], 1e-9);
        }
    }

    /// <summary>Few and many cases a period: dealt one by one and counted.</summary>
    [Theory]
    [InlineData(ScanModel.Permutation, 1)]
    [InlineData(ScanModel.Permutation, 20)]
    [InlineData(ScanModel.Poisson, 1)]
    [InlineData(ScanModel.Poisson, 20)]
    public void Draw_Overdispersed_KeepsMarginsMeansAndVariance(ScanModel model, int scale)
    {
        const int draws = 300;
        var request = Counts(4, 4, 0, model, places: 15, periods: 8, scale: scale);
        var problem = Problem(request);
        var (source, cells) = (ReplicaMaxima.SourceOf(problem), new int[problem.Cases.Length]);
        var (sums, squares, room) = (new double[cells.Length], 0.0, source.NewRoom());
        for (var replica = 0; replica < draws; replica++)
        {
            source.Draw(replica, cells, room);
            Assert.Equal(problem.Total, cells.Sum());
            if (model == ScanModel.Permutation)
                Assert.Equal(Margins(problem.Cases, problem.Periods), Margins(cells, problem.Periods));
            for (var i = 0; i < cells.Length; i++)
                (sums[i], squares) = (sums[i] + cells[i], squares + Math.Pow(cells[i] - problem.Cells[i], 2) / draws);
        }

        var observed = problem.Cells.Select((mean, i) => Math.Pow(problem.Cases[i] - mean, 2)).Sum();
        Assert.InRange(squares / observed, 0.6, 1.5);
        for (var i = 0; i < cells.Length; i++)
            Assert.Equal(problem.Cells[i], sums[i] / draws, 6 * Math.Sqrt((problem.Cells[i] + problem.Cells[i] * problem.Cells[i]) / draws));
    }

    /// <summary>Negative binomial counts without a pattern: today's replicas take most of them for clusters, these hardly any; what doubles is found.</summary>
    [Fact]
    public void Run_CountsThatVary_AreNoClusters()
    {
        int before = 0, after = 0, found = 0;
        for (var seed = 1; seed <= Sets; seed++)
        {
            before += IsFound(Counts(seed, 5, 0, ScanModel.Permutation) with { Overdispersion = Overdispersion.None });
            after += IsFound(Counts(seed, 5, 0, ScanModel.Permutation));
            found += IsFound(Counts(seed, 5, 0, ScanModel.Permutation, risk: 3));
        }

        Assert.True(before > Sets / 2);
        // Of 30 sets at 5 % one in three hundred has more than 5.
        Assert.InRange(after, 0, 5);
        Assert.True(found > 0.8 * Sets);
    }

    [Fact]
    public void Run_PoissonCounts_LoseNoPower()
    {
        int before = 0, after = 0;
        for (var seed = 1; seed <= Sets; seed++)
        {
            var request = Counts(seed, null, 0, ScanModel.Permutation, risk: 1.7);
            before += IsFound(request with { Overdispersion = Overdispersion.None });
            after += IsFound(request);
        }

        Assert.InRange(before, Sets / 3, Sets);
        Assert.True(after >= 0.9 * before);
    }

    [Fact]
    public void Run_AnyThreads_GivesTheSameReport()
    {
        var request = Counts(6, 5, 0.3, ScanModel.Permutation) with { Replicas = 199 };
        var (one, three) = (KulldorffScan.Run(request, null, 1, Token), KulldorffScan.Run(request, null, 3, Token));
        Assert.Equal((one.GumbelLocation, one.Clusters[0].P, one.Dispersion), (three.GumbelLocation, three.Clusters[0].P, three.Dispersion));
        Assert.True(one.Dispersion!.VarianceRatio > 1.3);
        Assert.Null(KulldorffScan.Run(request with { Overdispersion = Overdispersion.None }, null, 1, Token).Dispersion);
    }

    [Fact]
    public void Run_TooFewCounts_VariesByChanceAlone()
    {
        var request = new ScanRequest(new MetrePoints([0, 1000, 3000], [0, 0, 0]), [6, 2, 2], 1, ScanModel.Poisson, ScanSpan.Space, [100, 100, 100])
        {
            Replicas = 99,
        };
        var (auto, none) = (
            KulldorffScan.Run(request with { Overdispersion = Overdispersion.Auto }, null, 1, Token), KulldorffScan.Run(request, null, 1, Token));
        Assert.Null(auto.Dispersion);
        Assert.Equal(none.Clusters[0].P, auto.Clusters[0].P);
    }

    private static int IsFound(ScanRequest request) =>
        KulldorffScan.Run(request with { Replicas = 99, StopAfterHits = 10 }, null, 2, Token).Clusters[0].P <= 0.05 ? 1 : 0;

    private static ScanProblem Problem(ScanRequest request) => ScanProblem.Of(request, new ParallelOptions());

    private static void AssertNear(double[] expected, double[] values) => Assert.Equal(expected, values, (a, b) => Math.Abs(a - b) < 1e-12);

    private static int[] Margins(int[] cells, int periods) =>
        [.. cells.Chunk(periods).Select(row => row.Sum()), .. Enumerable.Range(0, periods)
            .Select(period => cells.Where((_, i) => i % periods == period).Sum())];

    /// <summary>
    /// Poisson counts around sizes of 1 to 15 a month, times a gamma factor of shape k (null: none) that is drawn anew in each month or else stays. The
    /// last two months of a tenth of the places are raised by the risk.
    /// </summary>
    private static ScanRequest Counts(
        int seed, int? k, double autocorrelation, ScanModel model, ScanSpan span = ScanSpan.Prospective, int places = 40, int periods = 24, double scale = 1,
        double risk = 1, Func<int, bool>? quiet = null)
    {
        var random = new Random(seed);
        double[] Axis() => [.. Enumerable.Range(0, places).Select(_ => random.NextDouble())];
        var points = new MetrePoints(Axis(), Axis());
        double[] size = [.. Enumerable.Range(0, places).Select(place => quiet is null ? Math.Pow(15, random.NextDouble()) : 12)];
        var near = Enumerable.Range(0, places).OrderBy(place => points.Metres(0, place)).Take(places / 10).ToHashSet();
        var cases = new int[places * periods];
        for (var place = 0; place < places; place++)
        {
            var factor = 1.0;
            for (var period = 0; period < periods; period++)
            {
                if (k is { } shape && quiet?.Invoke(place) != true && (period == 0 || random.NextDouble() >= autocorrelation))
                    factor = Enumerable.Range(0, shape).Sum(_ => -Math.Log(1 - random.NextDouble())) / shape;
                cases[place * periods + period] = Poisson(scale * size[place] * factor * (near.Contains(place) && period >= periods - 2 ? risk : 1), random);
            }
        }

        return new ScanRequest(points, cases, periods, model, span, model == ScanModel.Poisson ? size
            : []) { Seed = seed, Overdispersion = Overdispersion.Auto };
    }

    private static int Poisson(double mean, Random random)
    {
        var count = 0;
        for (var time = -Math.Log(1 - random.NextDouble()); time < mean; time -= Math.Log(1 - random.NextDouble()))
            count++;
        return count;
    }
}
