using System.Runtime.CompilerServices;
using System.Globalization;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>
/// Points gathered in cells: only cells that hold points exist, in order of span of time, row and column. A line is all cells of
/// one row in one span.
/// </summary>
internal sealed class CellGrid
{
    /// <summary>A column's number has at most so many bits.</summary>
    public const int ColumnBits = 30;

    private const long MostLines = 1L << (63 - ColumnBits);
    private const ulong ColumnMask = (1UL << ColumnBits) - 1;

    private CellGrid(CellRows rows, long rowsPerSpan, int[] order)
    {
        Rows = rows;
        RowsPerSpan = rowsPerSpan;
        Order = order;
    }

    public CellRows Rows { get; }

    /// <summary>A line is numbered span × this + row.</summary>
    public long RowsPerSpan { get; }

    /// <summary>Points in order of cells, by their positions; those of a cell in ascending order.</summary>
    public int[] Order { get; }

    /// <summary>Where each cell begins in <see cref="Order"/>; one more at the end.</summary>
    public required int[] CellStarts { get; init; }

    /// <summary>Of each cell.</summary>
    public required int[] Columns { get; init; }

    /// <summary>Numbers of the lines that have cells, ascending.</summary>
    public required long[] Lines { get; init; }

    /// <summary>Where each line begins among the cells; one more at the end.</summary>
    public required int[] LineStarts { get; init; }

    public int CellCount => Columns.Length;

    public int CountOf(int cell) => CellStarts[cell + 1] - CellStarts[cell];

    /// <param name="days">Moment of each point; empty: time does not matter.</param>
    /// <param name="epsDays">Length of the spans.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static CellGrid Build(CellRows rows, int count, ReadOnlySpan<double> days, double epsDays)
    {
        var keys = new ulong[count];
        var highest = 0;
        for (var i = 0; i < count; i++)
        {
            var (row, column) = rows.Locate(i);
            keys[i] = ((ulong)row << ColumnBits) | (uint)column;
            highest = Math.Max(highest, row);
        }

        var rowsPerSpan = highest + 1L + CellRows.FarthestRow;
        if (!days.IsEmpty)
            AddSpans(keys, days, epsDays, rowsPerSpan);
        var order = KeyOrder.Sort(ref keys);
        return Gather(rows, rowsPerSpan, keys, order);
    }

    /// <summary>Position among <see cref="Lines"/>; negative: there is no such line.</summary>
    public int IndexOfLine(long line) => Array.BinarySearch(Lines, line);

    private static void AddSpans(ulong[] keys, ReadOnlySpan<double> days, double epsDays, long rowsPerSpan)
    {
        var (first, last) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var day in days)
            (first, last) = (Math.Min(first, day), Math.Max(last, day));
        if (((last - first) / epsDays + 1) * rowsPerSpan >= MostLines)
            throw new ArgumentOutOfRangeException(nameof(epsDays), epsDays,
                string.Create(CultureInfo.InvariantCulture, $"epsDays is too small for {last - first:0} days and this epsMetres; enlarge one of the two."));
        for (var i = 0; i < keys.Length; i++)
            keys[i] += (ulong)((long)((days[i] - first) / epsDays) * rowsPerSpan) << ColumnBits;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static CellGrid Gather(CellRows rows, long rowsPerSpan, ulong[] keys, int[] order)
    {
        var (cells, lines) = (0, 0);
        for (var i = 0; i < keys.Length; i++)
        {
            cells += i == 0 || keys[i] != keys[i - 1] ? 1 : 0;
            lines += i == 0 || keys[i] >> ColumnBits != keys[i - 1] >> ColumnBits ? 1 : 0;
        }

        var grid = new CellGrid(rows, rowsPerSpan, order)
        {
            CellStarts = new int[cells + 1],
            Columns = new int[cells],
            Lines = new long[lines],
            LineStarts = new int[lines + 1],
        };
        var (cell, line) = (0, 0);
        for (var i = 0; i < keys.Length; i++)
        {
            if (i > 0 && keys[i] == keys[i - 1])
                continue;
            if (i == 0 || keys[i] >> ColumnBits != keys[i - 1] >> ColumnBits)
            {
                grid.Lines[line] = (long)(keys[i] >> ColumnBits);
                grid.LineStarts[line++] = cell;
            }

            grid.Columns[cell] = (int)(keys[i] & ColumnMask);
            grid.CellStarts[cell++] = i;
        }

        (grid.CellStarts[cells], grid.LineStarts[lines]) = (keys.Length, cells);
        return grid;
    }
}
