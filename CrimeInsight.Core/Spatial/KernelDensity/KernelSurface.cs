using System.Diagnostics;
using System.Numerics.Tensors;

namespace CrimeInsight.Core.Spatial.KernelDensity;

/// <summary>Adds kernels to the cells of a grid, exactly at the centres. Rows are worked on apart, so threads change no digit.</summary>
internal sealed class KernelSurface(DensityGrid grid, DensityKernel kernel)
{
    /// <summary>Standard deviations after which the normal kernel ends.</summary>
    public const double GaussianReach = 5;

    private const int RowsTogether = 32;

    public double[] Cells { get; } = new double[grid.Count];

    /// <summary>∫K² for a bandwidth of 1: 1/(4π), 9/(5π).</summary>
    public static double Roughness(DensityKernel kernel) => kernel == DensityKernel.Gaussian ? 1 / (4 * Math.PI) : 9 / (5 * Math.PI);

    /// <summary>∫K³ for a bandwidth of 1: 1/(12π²), 27/(7π²).</summary>
    public static double CubedMass(DensityKernel kernel) => (kernel == DensityKernel.Gaussian ? 1 / 12.0 : 27 / 7.0) / (Math.PI * Math.PI);

    /// <summary>Distance at which a kernel ends.</summary>
    public static double Reach(DensityKernel kernel, double bandwidth) => kernel == DensityKernel.Gaussian ? GaussianReach * bandwidth : bandwidth;

    /// <summary>Adds weight·K at every event, per square metre.</summary>
    /// <param name="bandwidths">One for each event, or a single one for all.</param>
    public void Add(
        ReadOnlyMemory<double> x, ReadOnlyMemory<double> y, ReadOnlyMemory<double> weights, ReadOnlyMemory<double> bandwidths, int threads,
        CancellationToken cancellationToken)
    {
        var bands = (grid.Rows + RowsTogether - 1) / RowsTogether;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        Parallel.For(0, bands, options, () => new double[grid.Columns], (band, _, profile) =>
        {
            var (from, until) = (band * RowsTogether, Math.Min(grid.Rows, (band + 1) * RowsTogether));
            for (var i = 0; i < x.Length; i++)
            {
                if (weights.Span[i] != 0)
                    AddOne(x.Span[i], y.Span[i], weights.Span[i], bandwidths.Span[bandwidths.Length == 1 ? 0 : i], from, until, profile);
            }

            return profile;
        }, _ => { });
    }

    private void AddOne(double x, double y, double weight, double bandwidth, int fromRow, int untilRow, double[] profile)
    {
        var reach = Reach(kernel, bandwidth);
        var firstRow = Math.Max(fromRow, First(y - reach - grid.South));
        var lastRow = Math.Min(untilRow - 1, Last(y + reach - grid.South));
        var firstColumn = Math.Max(0, First(x - reach - grid.West));
        var lastColumn = Math.Min(grid.Columns - 1, Last(x + reach - grid.West));
        if (firstRow > lastRow || firstColumn > lastColumn)
            return;
        var across = profile.AsSpan(0, lastColumn - firstColumn + 1);
        for (var i = 0; i < across.Length; i++)
        {
            var distance = (grid.West + (firstColumn + i) * grid.CellMetres - x) / bandwidth;
            across[i] = kernel == DensityKernel.Gaussian ? Math.Exp(-distance * distance / 2) : distance * distance;
        }

        for (var row = firstRow; row <= lastRow; row++)
        {
            var distance = (grid.South + row * grid.CellMetres - y) / bandwidth;
            var cells = Cells.AsSpan(row * grid.Columns + firstColumn, across.Length);
            if (kernel == DensityKernel.Gaussian)
                TensorPrimitives.MultiplyAdd(across, weight / (2 * Math.PI * bandwidth * bandwidth) * Math.Exp(-distance * distance / 2), cells, cells);
            else
                AddQuartic(across, 1 - distance * distance, weight * 3 / (Math.PI * bandwidth * bandwidth), cells);
        }
    }

    private static void AddQuartic(ReadOnlySpan<double> squares, double left, double scale, Span<double> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var inside = Math.Max(0, left - squares[i]);
            cells[i] += scale * inside * inside;
        }
    }

    /// <summary>Adds normal kernels at the centres of all cells at once, one direction after the other.</summary>
    /// <param name="mass">Weight at the centre of each cell.</param>
    public void AddBinned(double[] mass, double bandwidth, int threads, CancellationToken cancellationToken)
    {
        Debug.Assert(kernel == DensityKernel.Gaussian);
        var half = (int)Math.Floor(GaussianReach * bandwidth / grid.CellMetres);
        var profile = new double[half + 1];
        for (var i = 0; i <= half; i++)
            profile[i] = Math.Exp(-Math.Pow(i * grid.CellMetres / bandwidth, 2) / 2) / (Math.Sqrt(2 * Math.PI) * bandwidth);
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        var along = new double[grid.Count];
        Parallel.For(0, grid.Rows, options, row =>
        {
            ReadOnlySpan<double> source = mass.AsSpan(row * grid.Columns, grid.Columns);
            if (!source.ContainsAnyExcept(0))
                return;
            var target = along.AsSpan(row * grid.Columns, grid.Columns);
            for (var offset = -Math.Min(half, grid.Columns - 1); offset <= Math.Min(half, grid.Columns - 1); offset++)
            {
                var (from, length) = (Math.Max(0, offset), grid.Columns - Math.Abs(offset));
                TensorPrimitives.MultiplyAdd(
                    source.Slice(from, length), profile[Math.Abs(offset)], target.Slice(from - offset, length), target.Slice(from - offset, length));
            }
        });
        Parallel.For(0, grid.Rows, options, row =>
        {
            var target = Cells.AsSpan(row * grid.Columns, grid.Columns);
            for (var other = Math.Max(0, row - half); other <= Math.Min(grid.Rows - 1, row + half); other++)
                TensorPrimitives.MultiplyAdd(along.AsSpan(other * grid.Columns, grid.Columns), profile[Math.Abs(other - row)], target, target);
        });
    }

    private int First(double metres) => (int)Math.Clamp(Math.Ceiling(metres / grid.CellMetres), int.MinValue / 2, int.MaxValue / 2);

    private int Last(double metres) => (int)Math.Clamp(Math.Floor(metres / grid.CellMetres), int.MinValue / 2, int.MaxValue / 2);
}
