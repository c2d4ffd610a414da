using System.Globalization;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>Square cells on a plane, row after row from the south, each row from the west.</summary>
public sealed record DensityGrid
{
    /// <summary>Most cells.</summary>
    public const int MostCells = 16_000_000;

    /// <param name="west">East coordinate of the westernmost centres, metres.</param>
    /// <param name="south">North coordinate of the southernmost centres, metres.</param>
    /// <param name="cellMetres">Above 0.</param>
    /// <exception cref="ArgumentException">A parameter is out of range, or there are more than <see cref="MostCells"/> cells.</exception>
    public DensityGrid(double west, double south, double cellMetres, int columns, int rows)
    {
        Guard.Finite(west);
        Guard.Finite(south);
        Guard.Finite(cellMetres);
        if (cellMetres <= 0)
            throw new ArgumentOutOfRangeException(nameof(cellMetres), cellMetres, "cellMetres must be above 0.");
        Guard.Between(columns, 1, MostCells);
        Guard.Between(rows, 1, MostCells);
        if ((long)columns * rows > MostCells)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{columns} × {rows} cells are more than {MostCells}; use larger cells."));
        (West, South, CellMetres, Columns, Rows) = (west, south, cellMetres, columns, rows);
    }

    public double West { get; }

    public double South { get; }

    public double CellMetres { get; }

    public int Columns { get; }

    public int Rows { get; }

    public int Count => Columns * Rows;

    /// <summary>Middle of a cell by its position.</summary>
    public PlanePoint CentreOf(int cell) => new(West + cell % Columns * CellMetres, South + cell / Columns * CellMetres);

    /// <summary>The smallest grid whose centres enclose all points and a margin.</summary>
    /// <exception cref="ArgumentException">There are no points, or too many cells.</exception>
    public static DensityGrid Around(MetrePoints points, double cellMetres, double marginMetres)
    {
        ArgumentNullException.ThrowIfNull(points);
        Guard.Between(marginMetres, 0, MetrePoints.MostMetres);
        if (points.Count == 0)
            throw new ArgumentException("A grid needs at least one point to enclose.", nameof(points));
        Guard.Between(cellMetres, double.Epsilon, MetrePoints.MostMetres);
        var (west, south) = (points.X.Min() - marginMetres, points.Y.Min() - marginMetres);
        var columns = Math.Ceiling((points.X.Max() + marginMetres - west) / cellMetres) + 1;
        var rows = Math.Ceiling((points.Y.Max() + marginMetres - south) / cellMetres) + 1;
        return columns * rows <= MostCells
            ? new DensityGrid(west, south, cellMetres, (int)columns, (int)rows)
            : throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{columns} × {rows} cells are more than {MostCells}; use larger cells."), nameof(cellMetres));
    }
}
