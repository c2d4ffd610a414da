using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.KernelDensity;

namespace CrimeInsight.Tests.Core.Spatial.KernelDensity;

public sealed class ContoursTests
{
    [Fact]
    public void Of_OnePeak_IsADiamondWithTheHighGroundOnItsLeft()
    {
        var line = Assert.Single(Contours.Of(new DensityGrid(0, 0, 10, 3, 3), [0, 0, 0, 0, 4, 0, 0, 0, 0], 1));
        Assert.True(line.IsClosed);
        Assert.Equal([new(10, 2.5), new(17.5, 10), new(10, 17.5), new(2.5, 10)], Anticlockwise(line));
    }

    [Fact]
    public void Of_Slope_IsAnOpenLineFromEdgeToEdge()
    {
        var line = Assert.Single(Contours.Of(new DensityGrid(0, 0, 10, 3, 2), [0, 1, 2, 0, 1, 2], 0.5));
        Assert.False(line.IsClosed);
        Assert.Equal([new(5, 10), new(5, 0)], line.Points);
    }

    [Theory]
    [InlineData(1.0, 1)]
    [InlineData(3.0, 2)]
    public void Of_Saddle_FollowsTheMeanOfItsCorners(double level, int lines) =>
        Assert.Equal(lines, Contours.Of(new DensityGrid(0, 0, 1, 4, 4), [0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0], level).Length);

    // A smooth surface: every line lies at its level, closed lines around the peaks of a random landscape.
    [Fact]
    public void Of_Circle_HasItsLengthAndArea()
    {
        var grid = new DensityGrid(-50, -50, 1, 101, 101);
        double[] values = [.. Enumerable.Range(0, grid.Count).Select(grid.CentreOf).Select(at => -Math.Sqrt(at.X * at.X + at.Y * at.Y))];
        var line = Assert.Single(Contours.Of(grid, values, -30.3));
        Assert.True(line.IsClosed);
        Assert.All(line.Points, at => Assert.Equal(30.3, Math.Sqrt(at.X * at.X + at.Y * at.Y), 0.01));
        var area = Enumerable.Range(0, line.Points.Length).Sum(i => Cross(line.Points[i], line.Points[(i + 1) % line.Points.Length])) / 2;
        Assert.Equal(Math.PI * 30.3 * 30.3, area, 3.0);
    }

    [Fact]
    public void Of_FlatOrWrong_HasNoLinesOrSaysWhy()
    {
        var grid = new DensityGrid(0, 0, 1, 2, 2);
        Assert.Empty(Contours.Of(grid, [1, 1, 1, 1], 1));
        Assert.Contains(
            "There are 3 values for 4 cells", Assert.ThrowsAny<ArgumentException>(() => Contours.Of(grid, [1, 1, 1], 1)).Message, StringComparison.Ordinal);
        Assert.Contains("values[1]", Assert.ThrowsAny<ArgumentException>(() => Contours.Of(grid, [1, double.NegativeInfinity, 1, 1], 1)).Message,
            StringComparison.Ordinal);
    }

    private static double Cross(PlanePoint a, PlanePoint b) => a.X * b.Y - a.Y * b.X;

    /// <summary>From the southernmost point.</summary>
    private static IEnumerable<PlanePoint> Anticlockwise(ContourLine line)
    {
        var first = line.Points.IndexOf(line.Points.MinBy(at => at.Y));
        return line.Points.Skip(first).Concat(line.Points.Take(first));
    }
}
