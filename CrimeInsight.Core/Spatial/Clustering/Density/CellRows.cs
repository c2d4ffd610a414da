using System.Globalization;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>
/// Rows of cells so small that any two points of one cell are neighbours, and so large that neighbours are at most two rows
/// apart: side ε/√2 (Gunawan 2013; Gan and Tao 2015, §4). A hair is taken off the side, far more than rounding can add.
/// </summary>
internal abstract class CellRows
{
    /// <summary>Rows apart at which points can still be neighbours.</summary>
    public const int FarthestRow = 2;

    private const double Hair = 1e-6;
    private const int MostCells = 1 << CellGrid.ColumnBits;

    protected CellRows(double epsMetres) => Side = epsMetres / Math.Sqrt(2) * (1 - Hair);

    /// <summary>Height of the rows, metres.</summary>
    protected double Side { get; }

    /// <summary>Row and column, from 0, of a point by position.</summary>
    public abstract (int Row, int Column) Locate(int point);

    /// <summary>Columns of another row in which neighbours of this row's points may be.</summary>
    /// <returns>How many of the other row's columns one of this row's spans, and how many beyond it are in reach.</returns>
    public abstract (double Ratio, double Reach) Towards(int row, int otherRow);

    /// <exception cref="ArgumentOutOfRangeException">The extent holds too many cells to be numbered.</exception>
    protected void CheckExtent(double metres, double epsMetres)
    {
        if (metres / Side > MostCells)
            throw new ArgumentOutOfRangeException(nameof(epsMetres), epsMetres,
                string.Create(CultureInfo.InvariantCulture,
                    $"epsMetres is too small for points that are {metres / 1000:0} km apart: use at least {metres / MostCells * Math.Sqrt(2):G2} m, or fewer "
                        + $"points."));
    }
}
