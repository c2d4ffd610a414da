using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Spatial.KernelDensity;

namespace CrimeInsight.Tests.Core.Spatial.KernelDensity;

public sealed class SurfaceRingsTests
{
    private static readonly DensityGrid s_grid = new(1_000, 2_000, 10, 7, 6);

    /// <summary>One high cell of 2 among zeros: at level 1 a square on its corner, half a cell each way: 2 · 5² = 50 m².</summary>
    [Fact]
    public void Of_OneHighCell_IsASquareOnItsCorner()
    {
        var ring = Assert.Single(SurfaceRings.Of(s_grid, Values((3, 2)), 1, -1));
        Assert.Equal(50, ring.AreaSquareMetres, 1e-9);
        Assert.True(ring.Holds(1_030, 2_020) && ring.Holds(1_034, 2_020));
        Assert.False(ring.Holds(1_036, 2_020) || ring.Holds(1_034, 2_024) || ring.Holds(1_000, 2_020));
        Assert.Equal([2 * 7 + 3], ring.CellsOf(s_grid));
    }

    /// <summary>A wall around a low cell: its outer edge alone, which holds the hole, too.</summary>
    [Fact]
    public void Of_LandWithAHole_IsItsOuterEdge()
    {
        var ring = Assert.Single(SurfaceRings.Of(s_grid, Values((2, 1), (3, 1), (4, 1), (2, 2), (4, 2), (2, 3), (3, 3), (4, 3)), 1, -1));
        Assert.Equal(9, ring.CellsOf(s_grid).Count());
    }

    /// <summary>Land at the edge of the grid is cut there, and closed.</summary>
    [Fact]
    public void Of_LandAtTheEdge_Closes()
    {
        var rings = SurfaceRings.Of(s_grid, Values((0, 2), (1, 2), (4, 4)), 1, -1);
        Assert.Equal(2, rings.Length);
        Assert.All(rings, ring => Assert.InRange(ring.AreaSquareMetres, 30, 80));
    }

    [Fact]
    public void Of_NothingHighEnough_IsNothing() => Assert.Empty(SurfaceRings.Of(s_grid, Values((3, 2)), 3, -1));

    [Fact]
    public void Of_LeastNotBelowTheLevel_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => SurfaceRings.Of(s_grid, Values(), 1, 1));

    private static double[] Values(params (int Column, int Row)[] high)
    {
        var values = new double[s_grid.Count];
        foreach (var (column, row) in high)
            values[row * s_grid.Columns + column] = 2;
        return values;
    }
}
