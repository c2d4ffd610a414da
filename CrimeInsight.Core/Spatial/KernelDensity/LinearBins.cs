using System.Collections.Immutable;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>
/// Shares each event out to the centres of the four cells around it, in proportion to nearness. For cells of at most half the
/// bandwidth the density changes by about one part in a hundred at the most. Wand (1994), doi:10.1080/10618600.1994.10474656.
/// </summary>
internal static class LinearBins
{
    /// <summary>Cells per bandwidth from which on binning is close enough.</summary>
    public const double LeastCellsPerBandwidth = 2;

    /// <param name="mass">Takes the weight of each cell.</param>
    /// <returns>Events outside the grid, which are left out.</returns>
    public static List<int> Fill(DensityGrid grid, ImmutableArray<double> x, ImmutableArray<double> y, ReadOnlySpan<double> weights, Span<double> mass)
    {
        var outside = new List<int>();
        for (var i = 0; i < x.Length; i++)
        {
            var (column, row) = ((x[i] - grid.West) / grid.CellMetres, (y[i] - grid.South) / grid.CellMetres);
            if (!(column >= 0 && row >= 0 && column <= grid.Columns - 1 && row <= grid.Rows - 1))
            {
                outside.Add(i);
                continue;
            }

            var (left, below) = (Math.Min((int)column, Math.Max(0, grid.Columns - 2)), Math.Min((int)row, Math.Max(0, grid.Rows - 2)));
            var (east, north) = (column - left, row - below);
            var (right, above) = (Math.Min(left + 1, grid.Columns - 1), Math.Min(below + 1, grid.Rows - 1));
            mass[below * grid.Columns + left] += weights[i] * (1 - east) * (1 - north);
            mass[below * grid.Columns + right] += weights[i] * east * (1 - north);
            mass[above * grid.Columns + left] += weights[i] * (1 - east) * north;
            mass[above * grid.Columns + right] += weights[i] * east * north;
        }

        return outside;
    }
}
