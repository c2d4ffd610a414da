using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Core.Spatial.Clustering.Chance;

namespace CrimeInsight.Tests.Core.Spatial.Clustering.Chance;

public sealed class ClusterTestTests
{
    private static readonly DbscanRequest s_clusters = new(10, 4);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>
    /// Four places of twelve lie together, and all four are among the six cases: ln L = 2 ln ¼ + 6 ln ¾ − 12 ln ½ = 3.8191, and of the
    /// 924 ways to draw six of twelve 28 hold all four.
    /// </summary>
    [Fact]
    public void Run_FourOfFourTogether_HasTheLikelihoodAndChanceOfTheWorkedExample()
    {
        double[] x = [0, 1, 2, 3, 100, 200, 300, 400, 500, 600, 700, 800];
        bool[] isCase = [true, true, true, true, true, true, false, false, false, false, false, false];
        var report = ClusterTest.Run(new MetrePoints(x, new double[12]), isCase, new ClusterTestRequest(s_clusters, 9_999), cancellationToken: Token);
        var cluster = Assert.Single(report.Tested);
        Assert.Equal((0, 4, 4, 2.0), (cluster.Label, cluster.Cases, cluster.Population, cluster.Expected));
        Assert.Equal(3.8191, cluster.LogLikelihoodRatio, 1e-4);
        Assert.InRange(cluster.P, 28 / 924.0 - 0.006, 28 / 924.0 + 0.006);
    }

    /// <summary>What lies within reach of a core point, counted place by place.</summary>
    [Fact]
    public void Run_CrowdedPlaces_CountsWhatIsInReach()
    {
        var random = new Random(3);
        var places = Towns(random, 400);
        bool[] isCase = [.. Enumerable.Range(0, places.Count).Select(_ => random.NextDouble() < 0.3)];
        var report = ClusterTest.Run(places, isCase, new ClusterTestRequest(s_clusters, 19), cancellationToken: Token);
        int[] cases = [.. Enumerable.Range(0, places.Count).Where(i => isCase[i])];
        Assert.True(report.Tested.Length >= 3);
        int[] InReach(int label) =>
            [.. Enumerable.Range(0, places.Count)
                .Where(i => Enumerable.Range(0, cases.Length)
                    .Any(c => report.Found.Labels[c] == label && report.Found.IsCore[c] && places.Metres(i, cases[c]) <= 10))];
        int[][] inReach = [.. report.Tested.Select(cluster => InReach(cluster.Label))];
        // A place in reach of two clusters counts for one of them.
        Assert.All(report.Tested,
            cluster => Assert.InRange(
                cluster.Population, inReach[cluster.Label].Count(i => inReach.Count(other => other.Contains(i)) == 1), inReach[cluster.Label].Length));
        Assert.Equal(inReach.SelectMany(places => places).Distinct().Count(), report.Tested.Sum(cluster => cluster.Population));
    }

    /// <summary>Cases that are a random part of a very uneven population: at most 5 % of the data sets have a finding, and a few more by chance.</summary>
    [Fact]
    public void Run_RandomPartOfTowns_FindsHardlyAnything()
    {
        var (found, clusters) = (0, 0);
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            var places = Towns(random, 300);
            var isCase = new bool[places.Count];
            foreach (var i in Enumerable.Range(0, places.Count).OrderBy(_ => random.Next()).Take(80))
                isCase[i] = true;
            var report = ClusterTest.Run(places, isCase, new ClusterTestRequest(s_clusters, 99, seed: seed), cancellationToken: Token);
            (found, clusters) = (found + (report.Tested.Any(cluster => cluster.P <= 0.05) ? 1 : 0), clusters + report.Tested.Length);
        }

        Assert.InRange(found, 1, 10);
        Assert.True(clusters > 300, $"{clusters} clusters were there to be mistaken");
    }

    /// <summary>Twenty cases where the population has hardly anyone: found, and it alone, whatever the order, the place and the threads.</summary>
    [Fact]
    public void Run_CrowdWhereFewAre_IsFoundAndNothingElse()
    {
        var random = new Random(8);
        var places = Towns(random, 300);
        double[] x = [.. places.X, .. Enumerable.Range(0, 20).Select(_ => 5_000 + 12 * random.NextDouble())];
        double[] y = [.. places.Y, .. Enumerable.Range(0, 20).Select(_ => 5_000 + 12 * random.NextDouble())];
        bool[] isCase = [.. Enumerable.Range(0, 300).Select(i => i / 20 % 5 == 0), .. Enumerable.Repeat(true, 20)];
        var request = new ClusterTestRequest(s_clusters, 199);
        var report = ClusterTest.Run(new MetrePoints(x, y), isCase, request, cancellationToken: Token);
        var cluster = Assert.Single(report.Tested, cluster => cluster.P <= 0.05);
        Assert.Equal((20, 20, 0.005), (cluster.Cases, cluster.Population, cluster.P));
        Assert.Equal(Enumerable.Repeat(cluster.Label, 20), report.Found.Labels[^20..]);

        var threaded = ClusterTest.Run(new MetrePoints(x, y), isCase, request, threads: 2, cancellationToken: Token);
        Assert.Equal(report.Tested, threaded.Tested);
        var moved = ClusterTest.Run(
            new MetrePoints([.. x.Select(value => value + 12_345.5)], [.. y.Select(value => value - 777)]), isCase, request, cancellationToken: Token);
        Assert.Equal(report.Tested.Select(one => (one.Label, one.Cases, one.Population)), moved.Tested.Select(one => (one.Label, one.Cases, one.Population)));
        var reversed = ClusterTest.Run(new MetrePoints([.. x.Reverse()], [.. y.Reverse()]), [.. isCase.Reverse()], request, cancellationToken: Token);
        Assert.Equal(report.Tested.Select(one => one.Cases).Order(), reversed.Tested.Select(one => one.Cases).Order());
    }

    /// <summary>Where nothing stands out drawing ends early, and says how often it drew.</summary>
    [Fact]
    public void Run_NothingStandsOut_StopsEarly()
    {
        var places = Towns(new Random(1), 300);
        bool[] isCase = [.. Enumerable.Range(0, 300).Select(i => i % 3 == 0)];
        var told = new List<double>();
        var report = ClusterTest.Run(places, isCase, new ClusterTestRequest(s_clusters, 999, stopAfterHits: 20), new Told(told), cancellationToken: Token);
        Assert.InRange(report.Replicas, 20, 500);
        Assert.All(report.Tested, cluster => Assert.True(cluster.P > 0.05));
        Assert.Equal(report.Replicas / 999.0, told[^1]);
    }

    [Fact]
    public void Run_NoClusters_TestsNothing() =>
        Assert.Equal((0, 0),
            ClusterTest.Run(new MetrePoints([0, 100], [0, 0]), [true, false], new ClusterTestRequest(s_clusters), cancellationToken: Token) is var report
                ? (report.Tested.Length, report.Replicas) : default);

    [Fact]
    public void Run_Cancelled_Stops()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(
            () => ClusterTest.Run(Towns(new Random(1), 300), new bool[300].Select((_, i) => i % 3 == 0).ToArray(), new ClusterTestRequest(s_clusters),
                cancellationToken: source.Token));
    }

    [Fact]
    public void Run_WrongLength_NamesBoth() =>
        Assert.Contains("3 values for 2 places",
            Assert.Throws<ArgumentException>(
                () => ClusterTest.Run(
                    new MetrePoints([0, 1], [0, 0]), [true, true, false], new ClusterTestRequest(s_clusters), cancellationToken: Token)).Message,
                    StringComparison.Ordinal);

    [Theory]
    [InlineData(18, 0)]
    [InlineData(100_000, 0)]
    [InlineData(999, -1)]
    public void Request_OutOfRange_IsRefused(int replicas, int stopAfterHits) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ClusterTestRequest(s_clusters, replicas, stopAfterHits));

    /// <summary>Half of the places in ten towns of some metres, half over a square kilometre.</summary>
    private static MetrePoints Towns(Random random, int count)
    {
        var (x, y) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var town = i % 20;
            (x[i], y[i]) = town < 10
                ? (town * 97 + 15 * random.NextDouble(), town * 53 % 400 + 15 * random.NextDouble())
                : (1000 * random.NextDouble(), 1000 * random.NextDouble());
        }

        return new MetrePoints(x, y);
    }

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
