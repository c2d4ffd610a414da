using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering;

namespace CrimeInsight.Tests.Core.Spatial.Clustering;

public sealed class DbscanTests
{
    // Four points in a row, each 1 apart, a fifth 1.5 beyond, and one alone: with ε = 1 and 3 points the two in the middle are
    // core, the ends of the four their border.
    [Fact]
    public void Run_PointsInARow_FindsCoreBorderAndNoise()
    {
        var report = Run(new MetrePoints([10, 0, 1, 2, 3, 4.5], [0, 0, 0, 0, 0, 0]), new DbscanRequest(1, 3));
        Assert.Equal([-1, 0, 0, 0, 0, -1], report.Labels);
        Assert.Equal([false, false, true, true, false, false], report.IsCore);
        Assert.Equal((1, 2), (report.ClusterCount, report.NoiseCount));
    }

    [Fact]
    public void Run_ReferenceTown_EqualsScikitLearn()
    {
        var rows = ReferencePoints.Rows("dbscan_small.csv");
        Assert.Equal(0, Differences(rows, Run(ReferencePoints.Plane(rows), new DbscanRequest(500, 20))));
    }

    [Fact]
    public void Run_ReferenceTownWithOtherReach_Differs()
    {
        var rows = ReferencePoints.Rows("dbscan_small.csv");
        Assert.NotEqual(0, Differences(rows, Run(ReferencePoints.Plane(rows), new DbscanRequest(499, 20))));
    }

    // Whole metres, so that many points coincide and many distances equal ε.
    [Theory]
    [InlineData(1, 5)]
    [InlineData(4, 3)]
    [InlineData(2.5, 8)]
    [InlineData(20, 40)]
    [InlineData(0.5, 2)]
    public void Run_CrowdedPlane_EqualsTheDefinition(double eps, int minPoints)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var points = new MetrePoints(Crowded(random, 250), Crowded(random, 250));
            var report = Run(points, new DbscanRequest(eps, minPoints));
            var (labels, isCore) = PlainDbscan.Run(points.Count, minPoints, (i, j) =>
            {
                var (x, y) = (points.X[i] - points.X[j], points.Y[i] - points.Y[j]);
                return x * x + y * y <= eps * eps;
            });
            Assert.Equal(isCore, report.IsCore);
            Assert.Equal(labels, report.Labels);
        }
    }

    // A stack of records at one landmark, in reach of some of a handful of others: a set that cannot be halved.
    [Theory]
    [InlineData(0.8)]
    [InlineData(2)]
    public void Run_StackBesideAFew_EqualsTheDefinition(double nearest)
    {
        double[] x = [.. Enumerable.Repeat(0.0, 300), .. Enumerable.Range(0, 30).Select(i => nearest + i * 0.01)];
        double[] y = [.. Enumerable.Repeat(0.0, 300), .. Enumerable.Range(0, 30).Select(i => 0.02 * i)];
        var report = Run(new MetrePoints(x, y), new DbscanRequest(1, 10));
        var (labels, isCore) = PlainDbscan.Run(x.Length, 10, (i, j) => (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]) <= 1);
        Assert.Equal(isCore, report.IsCore);
        Assert.Equal(labels, report.Labels);
    }

    [Theory]
    [InlineData(500, 5, 0.05)]
    [InlineData(20_000, 6, 2)]
    [InlineData(250_000, 4, 30)]
    public void Run_Degrees_EqualsTheDefinitionByGreatCircle(double eps, int minPoints, double widthDegrees)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            double[] latitudes = [.. Enumerable.Range(0, 250).Select(_ => (seed % 2 == 0 ? 6 : -widthDegrees / 2) + random.NextDouble() * widthDegrees)];
            double[] longitudes = [.. Enumerable.Range(0, 250).Select(_ => 68 + random.NextDouble() * widthDegrees)];
            var points = new DegreePoints(latitudes, longitudes);
            var report = Run(points, new DbscanRequest(eps, minPoints));
            var (labels, isCore) = PlainDbscan.Run(points.Count, minPoints, (i, j) => points.Metres(i, j) <= eps);
            Assert.Equal(isCore, report.IsCore);
            Assert.Equal(labels, report.Labels);
        }
    }

    [Theory]
    [InlineData(3, 2, 4)]
    [InlineData(6, 0.5, 3)]
    [InlineData(2, 30, 6)]
    public void Run_SpaceAndTime_EqualsTheDefinition(double eps, double epsDays, int minPoints)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            var points = new MetrePoints(Crowded(random, 250), Crowded(random, 250));
            double[] days = [.. Enumerable.Range(0, 250).Select(_ => Math.Round(random.NextDouble() * 40) / 2 + 700_000)];
            var report = Run(points, days, new SpaceTimeDbscanRequest(eps, epsDays, minPoints));
            var (labels, isCore) = PlainDbscan.Run(points.Count, minPoints, (i, j) => points.Metres(i, j) <= eps && Math.Abs(days[i] - days[j]) <= epsDays);
            Assert.Equal(isCore, report.IsCore);
            Assert.Equal(labels, report.Labels);
        }
    }

    [Fact]
    public void Run_SpaceAndTimeOnDegrees_EqualsTheDefinition()
    {
        var random = new Random(9);
        double[] Spread(double low, double width) => [.. Enumerable.Range(0, 300).Select(_ => low + random.NextDouble() * width)];
        var (points, days) = (new DegreePoints(Spread(12, 0.2), Spread(77, 0.2)), Spread(0, 60));
        var report = Run(points, days, new SpaceTimeDbscanRequest(2000, 10, 4));
        var (labels, isCore) = PlainDbscan.Run(points.Count, 4, (i, j) => points.Metres(i, j) <= 2000 && Math.Abs(days[i] - days[j]) <= 10);
        Assert.Equal(isCore, report.IsCore);
        Assert.Equal(labels, report.Labels);
    }

    [Fact]
    public void Run_MovedAndMirroredPoints_KeepsLabels()
    {
        var random = new Random(2);
        var (x, y) = (Crowded(random, 400), Crowded(random, 400));
        var here = Run(new MetrePoints(x, y), new DbscanRequest(2, 5));
        var there = Run(new MetrePoints(Array.ConvertAll(y, value => 5000 - value), Array.ConvertAll(x, value => value - 70_000)), new DbscanRequest(2, 5));
        Assert.Equal(here.Labels, there.Labels);
    }

    // Two crowds in neighbouring cells, too far from each other: the product of their sizes would take minutes.
    [Fact]
    public void Run_CrowdsJustOutOfReach_DoesNotComparePairs()
    {
        const int Count = 200_000;
        var (x, y) = (new double[Count], new double[Count]);
        for (var i = 0; i < Count; i++)
        {
            x[i] = i % 2 == 0 ? 0 : 1.0001;
            y[i] = i / 2 * 1e-7;
        }

        Assert.Equal(2, Run(new MetrePoints(x, y), new DbscanRequest(1, 20)).ClusterCount);
    }

    [Fact]
    public void Run_NoPoints_FindsNothing() => Assert.Equal(0, Run(new MetrePoints([], []), new DbscanRequest(1, 1)).ClusterCount);

    [Fact]
    public void Run_InvalidInput_SaysWhatAndHow()
    {
        Assert.Contains("epsMetres must be a finite number", Refusal(() => new DbscanRequest(double.NaN, 3)), StringComparison.Ordinal);
        Assert.Contains("minPoints must lie in [1,", Refusal(() => new DbscanRequest(1, 0)), StringComparison.Ordinal);
        Assert.Contains("epsDays must lie in", Refusal(() => new SpaceTimeDbscanRequest(1, 0, 3)), StringComparison.Ordinal);
        Assert.Contains("days has 1 values for 2 points", Refusal(() => Run(new MetrePoints([1, 2], [1, 2]), [1], new SpaceTimeDbscanRequest(1, 1, 1))),
            StringComparison.Ordinal);
        Assert.Contains("days[1] must be a finite number",
            Refusal(() => Run(new MetrePoints([1, 2], [1, 2]), [1, double.NaN], new SpaceTimeDbscanRequest(1, 1, 1))), StringComparison.Ordinal);
        Assert.Contains("epsMetres is too small for points that are 1000 km apart",
            Refusal(() => Run(new MetrePoints([0, 1e6], [0, 0]), new DbscanRequest(1e-5, 1))), StringComparison.Ordinal);
        Assert.Contains("exchanged", Refusal(() => Run(new DegreePoints([89], [20]), new DbscanRequest(500, 1))), StringComparison.Ordinal);
        Assert.Contains(
            "date line", Refusal(() => Run(new DegreePoints([10, 10], [-179.9999, 179.9999]), new DbscanRequest(500, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Cancelled_Stops() =>
        Assert.Throws<OperationCanceledException>(
            () => Dbscan.Run(new MetrePoints([1], [1]), new DbscanRequest(1, 1), null, new CancellationToken(canceled: true)));

    private static double[] Crowded(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(i => Math.Round((i % 3) * 12 + 10 * random.NextDouble() * random.NextDouble()))];

    /// <summary>Points whose core or label differ from the reference's, up to numbering and border points in reach of several clusters.</summary>
    private static int Differences(double[][] rows, DensityReport report)
    {
        var (names, taken, differences) = (new Dictionary<int, int>(), new HashSet<int>(), 0);
        for (var i = 0; i < rows.Length; i++)
        {
            var (label, isCore, isAmbiguous) = ((int)rows[i][2], rows[i][3] > 0, rows[i][4] > 0);
            if (label >= 0 && isCore && names.TryAdd(label, report.Labels[i]) && !taken.Add(report.Labels[i]))
                differences++;
            differences += report.IsCore[i] != isCore ? 1 : 0;
            differences += !isAmbiguous && report.Labels[i] != names.GetValueOrDefault(label, label < 0 ? -1 : report.Labels[i]) ? 1 : 0;
        }

        return differences;
    }

    private static DensityReport Run(PointSet points, DbscanRequest request) =>
        Dbscan.Run(points, request, null, TestContext.Current.CancellationToken);

    private static DensityReport Run(PointSet points, double[] days, SpaceTimeDbscanRequest request) =>
        Dbscan.Run(points, days, request, null, TestContext.Current.CancellationToken);

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
