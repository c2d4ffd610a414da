using CrimeInsight.Core.Geography;

namespace CrimeInsight.Tests.Core.Geography;

public sealed class PointSetTests
{
    [Fact]
    public void Metres_PlanePoints_FollowPythagoras()
    {
        var points = new MetrePoints([0, 3], [0, 4]);
        Assert.Equal(5, points.Metres(0, 1), 1e-12);
        Assert.Equal(500, points.DistanceOf(points.ChordOf(500)));
    }

    [Fact]
    public void Embed_Degrees_KeepsEveryDistanceExactly()
    {
        var random = new Random(5);
        double[] latitudes = [.. Enumerable.Range(0, 60).Select(_ => 6 + random.NextDouble() * 31)];
        double[] longitudes = [.. Enumerable.Range(0, 60).Select(_ => 68 + random.NextDouble() * 29)];
        var points = new DegreePoints(latitudes, longitudes);
        var space = new double[3 * points.Count];
        points.Embed(space);
        for (var i = 1; i < points.Count; i++)
        {
            var chord = Math.Sqrt(Enumerable.Range(0, 3).Sum(axis => Math.Pow(space[3 * i + axis] - space[3 * i - 3 + axis], 2)));
            var metres = Distance.Metres(points[i - 1], points[i]);
            Assert.Equal(metres, points.Metres(i - 1, i), 1e-6);
            Assert.Equal(metres, points.DistanceOf(chord), metres * 1e-9);
            Assert.Equal(chord, points.ChordOf(metres), metres * 1e-9);
        }
    }

    [Fact]
    public void At_Positions_KeepsTheirOrder()
    {
        var points = Assert.IsType<MetrePoints>(new MetrePoints([1, 2, 3], [4, 5, 6]).At([2, 0]));
        Assert.Equal([3, 1], points.X);
        Assert.Equal([6, 4], points.Y);
    }

    [Fact]
    public void Constructor_InvalidValues_NamesThePosition()
    {
        Assert.Contains("x[1] must lie in", Refusal(() => new MetrePoints([0, double.NaN], [0, 0])), StringComparison.Ordinal);
        Assert.Contains("y[0] must lie in", Refusal(() => new MetrePoints([0], [double.PositiveInfinity])), StringComparison.Ordinal);
        Assert.Contains("latitudes[0] must lie in [-90, 90]; got 91", Refusal(() => new DegreePoints([91], [0])), StringComparison.Ordinal);
        Assert.Contains("longitudes[0] must lie in [-180, 180]", Refusal(() => new DegreePoints([9], [181])), StringComparison.Ordinal);
        Assert.Contains("latitudes has 2 values and longitudes 1", Refusal(() => new DegreePoints([1, 2], [3])), StringComparison.Ordinal);
    }

    private static string Refusal(Func<object> action) => Assert.ThrowsAny<ArgumentException>(action).Message;
}
