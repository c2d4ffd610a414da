using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>A closed line.</summary>
public sealed record SurfaceRing
{
    private readonly double _west;
    private readonly double _south;
    private readonly double _east;
    private readonly double _north;

    /// <param name="corners">The first not repeated; against the clock for an area above 0.</param>
    public SurfaceRing(ImmutableArray<PlanePoint> corners)
    {
        Corners = corners;
        (_west, _south, _east, _north) = (
            corners.Min(corner => corner.X), corners.Min(corner => corner.Y), corners.Max(corner => corner.X), corners.Max(corner => corner.Y));
        for (var i = 0; i < corners.Length; i++)
        {
            var (from, until) = (corners[i], corners[(i + 1) % corners.Length]);
            // From the corner of its box, so that digits are not lost far from the origin.
            AreaSquareMetres += ((from.X - _west) * (until.Y - _south) - (until.X - _west) * (from.Y - _south)) / 2;
        }
    }

    public ImmutableArray<PlanePoint> Corners { get; }

    /// <summary>Below 0 for a line with the clock.</summary>
    public double AreaSquareMetres { get; }

    /// <summary>Whether a place lies within; on the line either may be said.</summary>
    public bool Holds(double x, double y)
    {
        if (x < _west || x > _east || y < _south || y > _north)
            return false;
        var isInside = false;
        for (var i = 0; i < Corners.Length; i++)
        {
            var (a, b) = (Corners[i], Corners[(i + 1) % Corners.Length]);
            if (a.Y > y != b.Y > y && x < a.X + (y - a.Y) / (b.Y - a.Y) * (b.X - a.X))
                isInside = !isInside;
        }

        return isInside;
    }

    /// <summary>Cells of a grid whose middles lie within.</summary>
    public IEnumerable<int> CellsOf(DensityGrid grid)
    {
        var (left, right) = (Column(grid, _west), Column(grid, _east) + 1);
        for (var row = Math.Max(0, (int)((_south - grid.South) / grid.CellMetres)); row <= Math.Min(
            grid.Rows - 1, (int)((_north - grid.South) / grid.CellMetres) + 1); row++)
        {
            for (var column = left; column <= Math.Min(grid.Columns - 1, right); column++)
            {
                if (Holds(grid.West + column * grid.CellMetres, grid.South + row * grid.CellMetres))
                    yield return row * grid.Columns + column;
            }
        }
    }

    private static int Column(DensityGrid grid, double x) => Math.Clamp((int)((x - grid.West) / grid.CellMetres), 0, grid.Columns - 1);
}
