using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Core.Spatial.Clustering.Partition;
using CrimeInsight.Core.Spatial.Clustering.Places;

namespace CrimeInsight.Tests.Core.Spatial.Clustering;

public sealed class KMeansTests
{
    // Two squares of side 2 with their middles at (1, 1) and (101, 1): each corner lies √2 from its middle.
    private static readonly MetrePoints s_squares = new([100, 0, 0, 2, 2, 100, 102, 102], [0, 0, 2, 0, 2, 2, 0, 2]);

    [Fact]
    public void Run_TwoSquares_GivesTheirMiddles()
    {
        var report = Run(s_squares, new KMeansRequest(2));
        Assert.Equal([0, 1, 1, 1, 1, 0, 0, 0], report.Labels);
        var centres = Assert.IsType<MetrePoints>(report.Centres);
        Assert.Equal([101, 1], centres.X);
        Assert.Equal([1, 1], centres.Y);
        Assert.Equal(16, report.Inertia, 1e-9);
        Assert.True(report.HasSettled);
    }

    // a of each corner: (2 + 2 + √8)/3; b: the mean distance to the four corners 100 away.
    [Fact]
    public void Mean_TwoSquares_GivesTheWorkedSilhouette()
    {
        var a = (4 + Math.Sqrt(8)) / 3;
        var expected = 0.0;
        foreach (var x in new[] { 0, 2 })
        {
            var b = (Math.Abs(100 - x) + Math.Abs(102 - x) + Math.Sqrt(Math.Pow(100 - x, 2) + 4) + Math.Sqrt(Math.Pow(102 - x, 2) + 4)) / 4;
            expected += (b - a) / b / 2;
        }

        Assert.Equal(expected, Silhouette.Mean(Spot.Of(s_squares), [0, 1, 1, 1, 1, 0, 0, 0], 2), 1e-12);
    }

    [Fact]
    public void Run_NumberLeftOpen_FindsTheTownsAndStatesWhatWasTried()
    {
        var points = Towns(5, 600);
        var report = Run(points, new KMeansRequest(searchUntil: 9));
        Assert.Equal(5, report.ClusterCount);
        Assert.Equal(Enumerable.Range(2, 8), report.Silhouettes.Keys);
        Assert.Equal(5, report.Silhouettes.MaxBy(entry => entry.Value).Key);
    }

    [Fact]
    public void Run_AnyNumber_IsAtRest()
    {
        var points = Towns(7, 800);
        foreach (var clusters in new[] { 1, 3, 20 })
        {
            var report = Run(points, new KMeansRequest(clusters, seed: clusters));
            var centres = Assert.IsType<MetrePoints>(report.Centres);
            Assert.Equal(clusters, report.ClusterCount);
            for (var c = 0; c < clusters; c++)
            {
                var own = Enumerable.Range(0, points.Count).Where(i => report.Labels[i] == c).ToList();
                Assert.Equal(own.Average(i => points.X[i]), centres.X[c], 1e-6);
                Assert.Equal(own.Average(i => points.Y[i]), centres.Y[c], 1e-6);
            }

            double Squared(int i, int c) => Math.Pow(points.X[i] - centres.X[c], 2) + Math.Pow(points.Y[i] - centres.Y[c], 2);
            Assert.All(Enumerable.Range(0, points.Count),
                i => Assert.Equal(Enumerable.Range(0, clusters).Min(c => Squared(i, c)), Squared(i, report.Labels[i]), 1e-6));
        }
    }

    /// <summary>Towns of very different size in one land: at least as good as the best of thirty plain starts of the same number of centres.</summary>
    [Fact]
    public void Run_UnequalTowns_IsAsGoodAsTheBestOfManyStarts()
    {
        var random = new Random(2);
        (double X, double Y)[] middles = [.. Enumerable.Range(0, 60).Select(_ => (1e6 * random.NextDouble(), 1e6 * random.NextDouble()))];
        int[] town = [.. Enumerable.Range(0, 4000).Select(_ => (int)(60 * Math.Pow(random.NextDouble(), 3)))];
        double Spread(int i) => 2e4 * (random.NextDouble() + random.NextDouble() - 1) / (1 + town[i] / 10.0);
        var points = new MetrePoints(
            [.. town.Index().Select(at => middles[at.Item].X + Spread(at.Index))], [.. town.Index().Select(at => middles[at.Item].Y + Spread(at.Index))]);
        var spots = Spot.Of(points);
        var best = Enumerable.Range(0, 30).Min(seed =>
        {
            var start = new Refinement(spots, GreedyStart.Centres(spots, 25, new Random(seed)));
            start.Run(TestContext.Current.CancellationToken);
            return start.Inertia();
        });
        Assert.All(Enumerable.Range(1, 4), seed => Assert.InRange(Run(points, new KMeansRequest(25, seed: seed)).Inertia, 0, 1.001 * best));
    }

    [Fact]
    public void Run_SameSeed_GivesTheSame()
    {
        var points = Towns(6, 500);
        Assert.Equal(Run(points, new KMeansRequest(9, seed: 3)).Labels, Run(points, new KMeansRequest(9, seed: 3)).Labels);
    }

    [Fact]
    public void Run_Degrees_GivesCentresOnTheEarth()
    {
        var centres = Assert.IsType<DegreePoints>(Run(new DegreePoints([13, 13.1, 28.5, 28.7], [80.2, 80.2, 77.2, 77.2]), new KMeansRequest(2)).Centres);
        Assert.Equal(13.05, centres.Latitudes[0], 1e-4);
        Assert.Equal(77.2, centres.Longitudes[1], 1e-9);
    }

    [Fact]
    public void Run_InvalidInput_SaysWhatAndHow()
    {
        Assert.Contains("clusters must lie in [1, 1000]", Refusal(() => new KMeansRequest(0)), StringComparison.Ordinal);
        Assert.Contains(
            "number of different places, 2; got 3", Refusal(() => Run(new MetrePoints([1, 1, 2], [1, 1, 2]), new KMeansRequest(3))), StringComparison.Ordinal);
        Assert.Contains("number of different places, 0", Refusal(() => Run(new MetrePoints([], []), new KMeansRequest())), StringComparison.Ordinal);
    }

    private static MetrePoints Towns(int towns, int count)
    {
        var random = new Random(1);
        (double X, double Y)[] middles = [
            .. Enumerable.Range(0, towns).Select(i => (5e4 * Math.Cos(2 * Math.PI * i / towns), 5e4 * Math.Sin(2 * Math.PI * i / towns)))];
        double[] Axis(Func<(double X, double Y), double> of) =>
            [.. Enumerable.Range(0, count).Select(i => of(middles[i % towns]) + 4000 * (random.NextDouble() + random.NextDouble() - 1))];
        return new MetrePoints(Axis(middle => middle.X), Axis(middle => middle.Y));
    }

    private static KMeansReport Run(PointSet points, KMeansRequest request) =>
        KMeans.Run(points, request, null, TestContext.Current.CancellationToken);

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
