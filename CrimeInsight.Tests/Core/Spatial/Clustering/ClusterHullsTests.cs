using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.Clustering.Hulls;

namespace CrimeInsight.Tests.Core.Spatial.Clustering;

public sealed class ClusterHullsTests
{
    [Fact]
    public void Convex_SquareWithAPointInside_GivesItsCorners()
    {
        var hull = ClusterHulls.Convex(new MetrePoints([0, 10, 10, 0, 5, 10], [0, 0, 10, 10, 5, 10]));
        Assert.Equal(4, hull.Outline.Count);
        Assert.Equal(100, hull.AreaSquareMetres, 1e-9);
    }

    // A street that bends round three sides of a park, 100 m wide.
    [Fact]
    public void Concave_BentStreet_LeavesTheParkOut()
    {
        var random = new Random(1);
        foreach (var count in new[] { 600, 9000 })
        {
            var points = Street(random, count);
            var (convex, concave) = (ClusterHulls.Convex(points), ClusterHulls.Concave(points, 0.15));
            Assert.InRange(convex.AreaSquareMetres, 0.95e6, 1e6);
            Assert.InRange(concave.AreaSquareMetres, 0.24e6, 0.32e6);
            Assert.Equal(convex.AreaSquareMetres, ClusterHulls.Concave(points, 1).AreaSquareMetres, 1e-6);
        }
    }

    [Fact]
    public void Convex_OnePlaceOrOneLine_HasNoAreaWithoutMargin()
    {
        Assert.Equal((1, 0.0), Shape(ClusterHulls.Convex(new MetrePoints([7, 7], [8, 8]))));
        Assert.Equal((2, 0.0), Shape(ClusterHulls.Concave(new MetrePoints([0, 1, 2], [0, 1, 2]))));
        Assert.Equal(Math.PI * 1e4, ClusterHulls.Convex(new MetrePoints([7], [8]), 100).AreaSquareMetres, 300.0);
    }

    [Fact]
    public void Convex_Degrees_GivesDegreesAndSquareMetres()
    {
        var hull = ClusterHulls.Convex(new DegreePoints([13, 13, 13.1, 13.1], [80, 80.1, 80.1, 80]));
        var outline = Assert.IsType<DegreePoints>(hull.Outline);
        Assert.Equal(13.1, outline.Latitudes.Max(), 1e-9);
        var side = Distance.Metres(new GeoPoint(13, 80), new GeoPoint(13.1, 80));
        Assert.Equal(side * side * Math.Cos(double.DegreesToRadians(13.05)), hull.AreaSquareMetres, 1e-5 * side * side);
    }

    [Fact]
    public void Concave_TenTimesTheSize_HasAHundredTimesTheArea()
    {
        var points = Street(new Random(3), 400);
        var larger = new MetrePoints([.. points.X.Select(x => 10 * x)], [.. points.Y.Select(y => 10 * y)]);
        var area = ClusterHulls.Concave(points).AreaSquareMetres;
        Assert.Equal(100 * area, ClusterHulls.Concave(larger).AreaSquareMetres, area * 1e-6);
    }

    [Fact]
    public void Hulls_InvalidInput_SayWhatAndHow()
    {
        Assert.Contains("at least one point", Refusal(() => ClusterHulls.Convex(new MetrePoints([], []))), StringComparison.Ordinal);
        Assert.Contains("lengthRatio must lie in [0, 1]", Refusal(() => ClusterHulls.Concave(new MetrePoints([1], [1]), 2)), StringComparison.Ordinal);
        Assert.Contains(
            "marginMetres must be a finite number", Refusal(() => ClusterHulls.Convex(new MetrePoints([1], [1]), double.NaN)), StringComparison.Ordinal);
    }

    private static MetrePoints Street(Random random, int count)
    {
        var (x, y) = (new double[count], new double[count]);
        for (var i = 0; i < count; i++)
        {
            var (along, across) = (1000 * random.NextDouble(), 100 * random.NextDouble());
            (x[i], y[i]) = (i % 3) switch
            {
                0 => (along, across),
                1 => (across, along),
                _ => (1000 - across, along),
            };
        }

        return new MetrePoints(x, y);
    }

    private static (int Corners, double Area) Shape(ClusterHull hull) => (hull.Outline.Count, hull.AreaSquareMetres);

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
