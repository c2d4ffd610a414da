using System.Collections.Immutable;
using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>
/// Contour lines of a surface on a grid, between the centres of cells by straight lines: tolerance contours are those of a surface of
/// p-values. Marching squares (Lorensen and Cline 1987, doi:10.1145/37402.37422, in two dimensions); saddles are divided by the mean of
/// their corners.
/// </summary>
public static class Contours
{
    /// <summary>All lines of a level. O(cells).</summary>
    /// <param name="values">Finite, in the order of the grid; values equal to the level count as above it.</param>
    /// <exception cref="ArgumentException">The values do not fit the grid, or a value is not finite.</exception>
    public static ImmutableArray<ContourLine> Of(DensityGrid grid, ReadOnlySpan<double> values, double level)
    {
        ArgumentNullException.ThrowIfNull(grid);
        Guard.Finite(level);
        Guard.AllFinite(values);
        if (values.Length != grid.Count)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {values.Length} values for {grid.Count} cells; give one for each."), nameof(values));
        var next = new SortedDictionary<int, int>();
        for (var row = 0; row + 1 < grid.Rows; row++)
            for (var column = 0; column + 1 < grid.Columns; column++)
                AddSegments(grid, values, level, row * grid.Columns + column, next);
        var lines = ImmutableArray.CreateBuilder<ContourLine>();
        var ends = next.Values.ToHashSet();
        // Lines that begin at the edge of the grid first; what is left is closed.
        foreach (var start in next.Keys.Where(edge => !ends.Contains(edge)).ToList())
            lines.Add(Follow(grid, values, level, start, next, isClosed: false));
        while (next.Count > 0)
            lines.Add(Follow(grid, values, level, next.First().Key, next, isClosed: true));
        return lines.ToImmutable();
    }

    /// <summary>The segments in the square whose lower left corner is a cell's centre. An edge is twice the cell at its lower or left
    /// end, plus 1 when it runs north.</summary>
    private static void AddSegments(DensityGrid grid, ReadOnlySpan<double> values, double level, int at, SortedDictionary<int, int> next)
    {
        var (right, above) = (at + 1, at + grid.Columns);
        var (south, east, north, west) = (2 * at, 2 * right + 1, 2 * above, 2 * at + 1);
        var corners = (values[at] >= level ? 1 : 0) | (values[right] >= level ? 2 : 0) | (values[above + 1] >= level ? 4 : 0) | (values[above] >= level ? 8
            : 0);
        var isMiddleHigh = values[at] + values[right] + values[above + 1] + values[above] >= 4 * level;
        switch (corners)
        {
            case 1: next[south] = west; break;
            case 2: next[east] = south; break;
            case 3: next[east] = west; break;
            case 4: next[north] = east; break;
            case 6: next[north] = south; break;
            case 7: next[north] = west; break;
            case 8: next[west] = north; break;
            case 9: next[south] = north; break;
            case 11: next[east] = north; break;
            case 12: next[west] = east; break;
            case 13: next[south] = east; break;
            case 14: next[west] = south; break;
            case 5: (next[south], next[north]) = isMiddleHigh ? (east, west) : (west, east); break;
            case 10: (next[east], next[west]) = isMiddleHigh ? (north, south) : (south, north); break;
        }
    }

    private static ContourLine Follow(DensityGrid grid, ReadOnlySpan<double> values, double level, int start, SortedDictionary<int, int> next, bool isClosed)
    {
        var points = ImmutableArray.CreateBuilder<PlanePoint>();
        var edge = start;
        while (next.Remove(edge, out var following))
        {
            points.Add(Crossing(grid, values, level, edge));
            edge = following;
        }

        if (!isClosed)
            points.Add(Crossing(grid, values, level, edge));
        return new ContourLine(points.ToImmutable(), isClosed);
    }

    private static PlanePoint Crossing(DensityGrid grid, ReadOnlySpan<double> values, double level, int edge)
    {
        var from = edge / 2;
        var until = edge % 2 == 0 ? from + 1 : from + grid.Columns;
        var (a, b, share) = (grid.CentreOf(from), grid.CentreOf(until), (level - values[from]) / (values[until] - values[from]));
        return new PlanePoint(a.X + share * (b.X - a.X), a.Y + share * (b.Y - a.Y));
    }
}
