using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Scan;

namespace CrimeInsight.Tests.Core.Spatial.Scan;

public sealed class KulldorffScanTests
{
    private static readonly MetrePoints s_line = new([0, 1000, 3000], [0, 0, 0]);

    /// <summary>6, 2, 2 cases among equal populations: 6·ln(6 ÷ 10/3) + 4·ln(4 ÷ 20/3) = 6·ln 1.8 + 4·ln 0.6; rates 1.8 and 0.6 times the mean.</summary>
    [Fact]
    public void Run_WorkedExampleInSpace_GivesTheStatisticByHand()
    {
        var report = Run(new ScanRequest(s_line, [6, 2, 2], 1, ScanModel.Poisson, ScanSpan.Space, [100, 100, 100]));
        var cluster = Assert.Single(report.Clusters);
        Assert.Equal([0], cluster.Places);
        Assert.Equal(10.0 / 3, cluster.Expected, 1e-12);
        Assert.Equal(1.4834180, cluster.LogLikelihoodRatio, 1e-6);
        Assert.Equal(3, cluster.RelativeRisk!.Value, 1e-12);
        Assert.Equal((0, 1, 0.0), (cluster.FromPeriod, cluster.UntilPeriod, cluster.RadiusMetres));
        Assert.Equal(3, report.Windows);
    }

    /// <summary>Two places, two periods, 3 1 1 3: 2 expected in each cell; 3·ln 1.5 + 5·ln(5/6).</summary>
    [Theory]
    [InlineData(ScanSpan.SpaceTime, 0, 0)]
    [InlineData(ScanSpan.Prospective, 1, 1)]
    public void Run_WorkedExamplePermuted_GivesTheStatisticByHand(ScanSpan span, int place, int from)
    {
        var report = Run(new ScanRequest(new MetrePoints([0, 1], [0, 0]), [3, 1, 1, 3], 2, ScanModel.Permutation, span));
        var cluster = report.Clusters[0];
        Assert.Equal([place], cluster.Places);
        Assert.Equal((from, from + 1), (cluster.FromPeriod, cluster.UntilPeriod));
        Assert.Equal(2, cluster.Expected, 1e-12);
        Assert.Equal(0.3047875, cluster.LogLikelihoodRatio, 1e-6);
    }

    [Theory]
    [InlineData(ScanModel.Poisson, ScanSpan.Space, false)]
    [InlineData(ScanModel.Poisson, ScanSpan.SpaceTime, false)]
    [InlineData(ScanModel.Poisson, ScanSpan.Prospective, true)]
    [InlineData(ScanModel.Permutation, ScanSpan.SpaceTime, true)]
    [InlineData(ScanModel.Permutation, ScanSpan.Prospective, false)]
    public void Run_RandomData_EqualsEveryWindowTried(ScanModel model, ScanSpan span, bool degrees)
    {
        for (var seed = 1; seed <= 12; seed++)
        {
            var request = ScanSample.Make(seed, model, span, degrees: degrees) with { MaxDuration = span == ScanSpan.Space ? null : 1 + seed % 5 };
            var problem = ScanProblem.Of(request, new ParallelOptions());
            var (ratio, places, from, until) = PlainScan.Best(request, problem.Cases, problem.Cells, problem.Periods, problem.MaxDuration);
            var found = Run(request).Clusters[0];
            Assert.Equal(ratio, found.LogLikelihoodRatio, 1e-9);
            Assert.Equal(found.Cases, Enumerable.Range(from, until - from).Sum(period => places.Sum(place => problem.Cases[place * problem.Periods + period])));
        }
    }

    [Theory]
    [InlineData(ScanModel.Poisson, ScanSpan.SpaceTime)]
    [InlineData(ScanModel.Permutation, ScanSpan.SpaceTime)]
    public void Run_AnyThreads_GivesTheSameReport(ScanModel model, ScanSpan span)
    {
        var request = ScanSample.Make(5, model, span, 40, 8, 400) with { Replicas = 299 };
        var (one, three) = (KulldorffScan.Run(request, null, 1, TestContext.Current.CancellationToken),
            KulldorffScan.Run(request, null, 3, TestContext.Current.CancellationToken));
        Assert.Equal(one.GumbelLocation, three.GumbelLocation);
        Assert.Equal(one.Clusters.Select(cluster => (cluster.LogLikelihoodRatio, cluster.P, string.Join(' ', cluster.Places))),
            three.Clusters.Select(cluster => (cluster.LogLikelihoodRatio, cluster.P, string.Join(' ', cluster.Places))));
        Assert.NotEqual(one.GumbelLocation, Run(request with { Seed = 6 }).GumbelLocation);
    }

    [Fact]
    public void Run_PlacesMovedScaledAndReordered_GivesTheSameClusters()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var request = ScanSample.Make(seed, ScanModel.Poisson, ScanSpan.SpaceTime);
            var points = (MetrePoints)request.Places;
            int[] order = [.. Enumerable.Range(0, points.Count).OrderBy(place => (place * 7 + 3) % points.Count)];
            var perPlace = request.Population.Length / points.Count;
            var moved = new ScanRequest(
                new MetrePoints([.. order.Select(place => 16 * points.X[place] + 1024)], [.. order.Select(place => 16 * points.Y[place] - 512)]),
                [.. order.SelectMany(place => request.Cases.Skip(place * request.Periods).Take(request.Periods))],
                request.Periods, request.Model, request.Span,
                [.. order.SelectMany(place => request.Population.Skip(place * perPlace).Take(perPlace).Select(value => 3 * value))]) { Replicas = 19 };
            var (before, after) = (Run(request).Clusters[0], Run(moved).Clusters[0]);
            Assert.Equal(before.LogLikelihoodRatio, after.LogLikelihoodRatio, 1e-9);
            Assert.Equal(before.Cases, after.Cases);
            Assert.Equal(16 * before.RadiusMetres, after.RadiusMetres, 1e-6);
        }
    }

    [Fact]
    public void Run_Clusters_ShareNoPlaceAndFallInOrder()
    {
        var clusters = Run(ScanSample.Make(3, ScanModel.Permutation, ScanSpan.SpaceTime, 40, 8, 300)).Clusters;
        Assert.True(clusters.Length > 2);
        Assert.Equal(clusters.Sum(cluster => cluster.Places.Length), clusters.SelectMany(cluster => cluster.Places).Distinct().Count());
        Assert.Equal(clusters.OrderByDescending(cluster => cluster.LogLikelihoodRatio), clusters);
    }

    [Fact]
    public void Run_PlantedCluster_IsFoundInPlaceAndTime()
    {
        var request = ScanSample.Make(1, ScanModel.Permutation, ScanSpan.SpaceTime, 40, 10, 2000);
        int[] cases = [.. request.Cases];
        var near = Enumerable.Range(0, 40).OrderBy(place => request.Places.Metres(7, place)).Take(3).ToArray();
        foreach (var place in near)
            for (var period = 6; period < 9; period++)
                cases[place * 10 + period] += 12;
        var found = Run(new ScanRequest(request.Places, cases, 10, request.Model, request.Span) { Replicas = 99 }).Clusters[0];
        Assert.Equal((6, 9), (found.FromPeriod, found.UntilPeriod));
        Assert.Equal(near.Order(), found.Places.Order());
        Assert.Equal(0.01, found.P, 1e-12);
        Assert.True(found.PGumbel < 1e-4);
        Assert.Equal(100, found.RecurrenceAnalyses, 1e-9);
    }

    [Fact]
    public void Run_EarlyStop_EndsAtTheHitWhateverTheThreads()
    {
        var request = ScanSample.Make(9, ScanModel.Poisson, ScanSpan.Space, 30, 1, 200) with { Replicas = 999, StopAfterHits = 10 };
        int[] even = [.. Enumerable.Range(0, 30).Select(place => 6 + place % 2)];
        var quiet = new ScanRequest(request.Places, even, 1, ScanModel.Poisson, ScanSpan.Space, Array.ConvertAll(even, value => 100.0))
        {
            Replicas = 999,
            StopAfterHits = 10,
        };
        var (one, two) = (KulldorffScan.Run(quiet, null, 1, TestContext.Current.CancellationToken),
            KulldorffScan.Run(quiet, null, 2, TestContext.Current.CancellationToken));
        Assert.True(one.Replicas < 999);
        Assert.Equal(10.0 / one.Replicas, one.Clusters[0].P, 1e-12);
        Assert.Equal((one.Replicas, one.Clusters[0].P), (two.Replicas, two.Clusters[0].P));
        Assert.True(KulldorffScan.Run(quiet with { StopAfterHits = 0 }, null, 2, TestContext.Current.CancellationToken).Clusters[0].P > 0.3);
    }

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => KulldorffScan.Run(ScanSample.Make(1, ScanModel.Poisson, ScanSpan.Space), null, 2, source.Token));
    }

    [Fact]
    public void Run_Progress_TellsAllReplicas()
    {
        var progress = new LastReport();
        KulldorffScan.Run(ScanSample.Make(1, ScanModel.Poisson, ScanSpan.Space) with { Replicas = 99 }, progress, 2, TestContext.Current.CancellationToken);
        Assert.Equal(99, progress.Most);
    }

    [Fact]
    public void Request_InvalidInput_NamesPlaceAndRemedy()
    {
        Refused("at least 2 places", () => new ScanRequest(new MetrePoints([0], [0]), [1], 1, ScanModel.Poisson, ScanSpan.Space, [1]));
        Refused("3 places × 2 periods need 6", () => new ScanRequest(s_line, [1, 2, 3], 2, ScanModel.Permutation, ScanSpan.SpaceTime));
        Refused("cases of place 1, period 0, must be 0 or more", () => new ScanRequest(s_line, [1, -2, 3], 1, ScanModel.Poisson, ScanSpan.Space, [1, 1, 1]));
        Refused("widen the area or the time", () => new ScanRequest(s_line, [0, 0, 0], 1, ScanModel.Poisson, ScanSpan.Space, [1, 1, 1]));
        Refused("at least 2 periods", () => new ScanRequest(s_line, [1, 2, 3], 1, ScanModel.Permutation, ScanSpan.SpaceTime));
        Refused("use the Poisson model", () => new ScanRequest(s_line, [1, 2, 3], 1, ScanModel.Permutation, ScanSpan.Space));
        Refused("needs the population of each of 3 places", () => new ScanRequest(s_line, [1, 2, 3], 1, ScanModel.Poisson, ScanSpan.Space));
        Refused("takes no population", () => new ScanRequest(s_line, [1, 2, 3, 4, 5, 6], 2, ScanModel.Permutation, ScanSpan.SpaceTime, [1, 1, 1]));
        Refused("Place 2, period 0, has 3 cases but no population", () => new ScanRequest(s_line, [1, 2, 3], 1, ScanModel.Poisson, ScanSpan.Space, [1, 1, 0]));
        Refused("population[1] must be a finite number", () => new ScanRequest(s_line, [1, 2, 3], 1, ScanModel.Poisson, ScanSpan.Space, [1, double.NaN, 0]));
        var valid = new ScanRequest(s_line, [1, 2, 3], 1, ScanModel.Poisson, ScanSpan.Space, [1, 1, 1]);
        Refused("at most 0.5", () => valid with { MaxShare = 0.6 });
        Refused("MaxDuration must lie in [1, 1]", () => valid with { MaxDuration = 2 });
        Refused("Replicas must lie in", () => valid with { Replicas = 0 });
        Refused("raise the share", () => Run(valid with { MaxShare = 0.1 }));
    }

    private static ScanReport Run(ScanRequest request) => KulldorffScan.Run(request, null, 2, TestContext.Current.CancellationToken);

    private static void Refused(string expected, Func<object> make) =>
        Assert.Contains(expected, Assert.ThrowsAny<ArgumentException>(make).Message, StringComparison.Ordinal);

    private sealed class LastReport : IProgress<int>
    {
        private int _most;

        public int Most => _most;

        public void Report(int value)
        {
            int seen;
            while (value > (seen = _most))
                Interlocked.CompareExchange(ref _most, value, seen);
        }
    }
}
