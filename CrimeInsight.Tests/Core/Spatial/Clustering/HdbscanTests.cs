using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;
using CrimeInsight.Core.Spatial.Clustering.Hierarchy;

namespace CrimeInsight.Tests.Core.Spatial.Clustering;

public sealed class HdbscanTests
{
    private const double Tolerance = 1e-6;

    // On a line, with core = distance to the nearest other: {0, 1, 2} and {10, 11, 12} merge within at 1, meet at 8; 30 joins at 18.
    // Each triple: stability 3 (1/1 − 1/8).
    [Fact]
    public void Run_TwoTriplesAndOneAlone_GivesTheWorkedResult()
    {
        var report = Run(new MetrePoints([30, 0, 1, 2, 10, 11, 12], [0, 0, 0, 0, 0, 0, 0]), new HdbscanRequest(3, 2));
        Assert.Equal([-1, 0, 0, 0, 1, 1, 1], report.Labels);
        Assert.Equal([2.625, 2.625], report.Stabilities);
        Assert.Equal([18, 1, 1, 1, 1, 1, 1], report.CoreMetres);
        Assert.Equal([0, 1, 1, 1, 1, 1, 1], report.Probabilities);
        Assert.Equal(1 - 1 / 18.0, report.OutlierScores[0], 1e-12);
        Assert.Equal(0, report.OutlierScores[1]);
    }

    // Where edges are equally long R removes one after the other in the order of the rows; the definition removes them at once, which
    // leaves a point that two clusters meet through to neither. R gave these rows other labels, or other scores, with the rows in
    // another order (60 shuffled, 75 that begin in each of its clusters; R dbscan 1.1.11); no other row differs.
    [Fact]
    public void Run_ReferenceTown_EqualsRWhereRDoesNotDependOnTheOrderOfRows()
    {
        int[] labels = [435, 761, 830, 873, 1020, 1134, 1599, 1883, 2919, 3348, 3368, 3396, 3671, 3884, 3929, 4052];
        int[] scores =
        [
            156, 333, 435, 761, 830, 873, 879, 1020, 1029, 1134, 1213, 1229, 1295, 1599, 1669, 1770, 1812, 1873, 1883, 1915, 2032, 2574, 2847,
            2919, 2941, 3018, 3036, 3060, 3133, 3307, 3348, 3368, 3396, 3417, 3620, 3671, 3684, 3717, 3820, 3884, 3914, 3929, 3988, 4052, 4168,
            4232, 4430, 4476, 4551, 4604, 4616, 4838,
        ];
        const int Bridges = 6;
        var (points, rows) = Reference();
        var report = Run(points, new HdbscanRequest(20));
        Assert.Equal(35, report.ClusterCount);
        Assert.Equal(1141 + Bridges, report.NoiseCount);
        var names = rows.Index().Where(row => row.Item[1] > 0 && report.Labels[row.Index] >= 0).GroupBy(row => (int)row.Item[1])
            .ToDictionary(group => group.Key, group => report.Labels[group.First().Index]);
        names[0] = -1;
        Assert.Equal(36, names.Values.Distinct().Count());
        var (otherLabels, otherScores) = (new List<int>(), new List<int>());
        for (var i = 0; i < rows.Length; i++)
        {
            Assert.Equal(rows[i][3], report.CoreMetres[i], rows[i][3] * Tolerance);
            if (report.Labels[i] != names[(int)rows[i][1]])
                otherLabels.Add(i + 1);
            if (Math.Abs(rows[i][2] - report.OutlierScores[i]) > Tolerance)
                otherScores.Add(i + 1);
        }

        Assert.Equal(Bridges, otherLabels.Count);
        Assert.Subset(labels.ToHashSet(), otherLabels.ToHashSet());
        Assert.Subset(scores.ToHashSet(), otherScores.ToHashSet());
    }

    [Fact]
    public void Run_ReferenceTownWithOtherSize_Differs() =>
        Assert.NotEqual(35, Run(Reference().Points, new HdbscanRequest(21)).ClusterCount);

    // Whole metres: many equal distances, many points that coincide.
    [Fact]
    public void Edges_CrowdedPoints_AreAsShortAsPrims()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var points = Crowded(new Random(seed), 300);
            var tree = new SpotTree(points);
            var cores = new CoreDistances(tree, 1 + seed % 6).Squared(TestContext.Current.CancellationToken);
            var edges = new ReachabilityTree(tree, cores).Edges(null, TestContext.Current.CancellationToken);
            Assert.Equal(PrimLengths(points, 1 + seed % 6), edges.Select(edge => edge.Squared).Order());
        }
    }

    [Fact]
    public void Run_PointsInOtherOrder_GivesTheSameClusters()
    {
        var random = new Random(4);
        var points = Crowded(random, 1000);
        int[] order = [.. Enumerable.Range(0, points.Count)];
        random.Shuffle(order);
        var (here, there) = (Run(points, new HdbscanRequest(8)), Run(points.At(order), new HdbscanRequest(8)));
        var pairs = Enumerable.Range(0, order.Length).Select(i => (here.Labels[order[i]], there.Labels[i])).Distinct().ToList();
        Assert.True(here.ClusterCount > 3);
        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Item1).Distinct().Count());
        Assert.Equal(pairs.Count, pairs.Select(pair => pair.Item2).Distinct().Count());
        Assert.All(Enumerable.Range(0, order.Length), i => Assert.Equal(here.OutlierScores[order[i]], there.OutlierScores[i], 1e-12));
    }

    [Fact]
    public void Run_TenTimesTheSize_KeepsLabelsAndScores()
    {
        var points = Crowded(new Random(6), 500);
        var larger = new MetrePoints([.. points.X.Select(x => 10 * x)], [.. points.Y.Select(y => 10 * y)]);
        var (small, large) = (Run(points, new HdbscanRequest(6, 4, 0.1)), Run(larger, new HdbscanRequest(6, 4, 1)));
        Assert.Equal(small.Labels, large.Labels);
        Assert.All(Enumerable.Range(0, 500), i => Assert.Equal(small.OutlierScores[i], large.OutlierScores[i], 1e-9));
    }

    // A street plan on the equator, where a degree of latitude and of longitude have the same length.
    [Fact]
    public void Run_Degrees_EqualsThePlane()
    {
        const double MetresPerDegree = Distance.EarthRadiusMetres * Math.PI / 180;
        var random = new Random(8);
        double[] x = [.. Enumerable.Range(0, 400).Select(i => i % 4 * 3000 + 900 * random.NextDouble())];
        double[] y = [.. Enumerable.Range(0, 400).Select(i => i % 3 * 3000 + 900 * random.NextDouble())];
        var plane = Run(new MetrePoints(x, y), new HdbscanRequest(10));
        var sphere = Run(new DegreePoints(Array.ConvertAll(y, value => value / MetresPerDegree), Array.ConvertAll(x, value => value / MetresPerDegree)),
            new HdbscanRequest(10));
        Assert.Equal(plane.Labels, sphere.Labels);
        Assert.All(Enumerable.Range(0, 400), i => Assert.Equal(plane.CoreMetres[i], sphere.CoreMetres[i], 0.01));
    }

    [Fact]
    public void Run_CrowdAtOnePlace_CountsAsFarAsPlacesAreKnown()
    {
        double[] x = [.. new double[30], .. Enumerable.Range(0, 30).Select(i => 5000.0 + 10 * i)];
        var report = Run(new MetrePoints(x, new double[60]), new HdbscanRequest(10, 3, 10));
        Assert.Equal(2, report.ClusterCount);
        Assert.Equal(report.Stabilities[0], report.Stabilities[1], 0.2);
    }

    [Fact]
    public void Run_TooFewPoints_FindsNoise()
    {
        Assert.Equal([-1, -1], Run(new MetrePoints([1, 2], [1, 2]), new HdbscanRequest(3)).Labels);
        Assert.Empty(Run(new MetrePoints([], []), new HdbscanRequest(3)).Labels);
    }

    [Fact]
    public void Run_InvalidInput_SaysWhatAndHow()
    {
        Assert.Contains("minClusterSize must lie in [2,", Refusal(() => new HdbscanRequest(1)), StringComparison.Ordinal);
        Assert.Contains("minPoints must lie in [1, 1000]", Refusal(() => new HdbscanRequest(5, 0)), StringComparison.Ordinal);
        Assert.Contains("resolutionMetres must be a finite number", Refusal(() => new HdbscanRequest(5, 5, double.NaN)), StringComparison.Ordinal);
        Assert.Throws<OperationCanceledException>(
            () => Hdbscan.Run(new MetrePoints([1, 2], [1, 2]), new HdbscanRequest(2), null, new CancellationToken(canceled: true)));
    }

    private static MetrePoints Crowded(Random random, int count)
    {
        double[] Axis() => [.. Enumerable.Range(0, count).Select(i => Math.Round((i % 5) * 40 + 25 * random.NextDouble() * random.NextDouble()))];
        return new MetrePoints(Axis(), Axis());
    }

    /// <summary>Squared lengths of a minimum spanning tree, in ascending order, by Prim's algorithm on all pairs.</summary>
    private static IEnumerable<double> PrimLengths(MetrePoints points, int minPoints)
    {
        var count = points.Count;
        double Squared(int i, int j) => Math.Pow(points.X[i] - points.X[j], 2) + Math.Pow(points.Y[i] - points.Y[j], 2);
        double[] cores = [.. Enumerable.Range(0, count).Select(i => Enumerable.Range(0, count).Select(j => Squared(i, j)).Order().ElementAt(minPoints - 1))];
        var (best, isIn, lengths) = (Enumerable.Repeat(double.PositiveInfinity, count).ToArray(), new bool[count], new List<double>());
        var last = 0;
        for (var added = 1; added < count; added++)
        {
            isIn[last] = true;
            for (var i = 0; i < count; i++)
                best[i] = Math.Min(best[i], Math.Max(Squared(last, i), Math.Max(cores[last], cores[i])));
            last = Enumerable.Range(0, count).Where(i => !isIn[i]).MinBy(i => best[i]);
            lengths.Add(best[last]);
        }

        return lengths.Order();
    }

    private static (MetrePoints Points, double[][] Rows) Reference()
    {
        var (places, rows) = (ReferencePoints.Rows("dbscan_small.csv"), ReferencePoints.Rows("hdbscan_5000.csv"));
        return (ReferencePoints.Plane(Array.ConvertAll(rows, row => places[(int)row[0] - 1])), rows);
    }

    private static HdbscanReport Run(PointSet points, HdbscanRequest request) =>
        Hdbscan.Run(points, request, null, TestContext.Current.CancellationToken);

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
