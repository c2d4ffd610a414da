using System.Collections.Immutable;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>The outer edges of land where a surface reaches a level; holes in it are left out.</summary>
public static class SurfaceRings
{
    /// <param name="values">In the order of the grid, finite; the outermost cells count as below the level, so that all edges close.</param>
    /// <param name="least">What the outermost cells take: below <paramref name="level"/>.</param>
    /// <returns>By area, the largest first.</returns>
    public static ImmutableArray<SurfaceRing> Of(DensityGrid grid, double[] values, double level, double least)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(values);
        if (!(least < level))
            throw new ArgumentOutOfRangeException(nameof(least), least, "least must be below level, or edges would stay open.");
        var framed = values.ToArray();
        for (var cell = 0; cell < framed.Length; cell++)
        {
            var (column, row) = (cell % grid.Columns, cell / grid.Columns);
            if (column == 0 || row == 0 || column == grid.Columns - 1 || row == grid.Rows - 1)
                framed[cell] = least;
        }

        // The higher values are on the left of a line: outer edges run against the clock, holes with it.
        return [.. Contours.Of(grid, framed, level).Select(line => new SurfaceRing(line.Points)).Where(ring => ring.AreaSquareMetres > 0)
            .OrderByDescending(ring => ring.AreaSquareMetres)];
    }
}
