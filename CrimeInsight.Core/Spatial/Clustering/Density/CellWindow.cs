using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>
/// The cells around one, found by walking with it: as the cell moves on along its line, the window on each line near it moves
/// on, too. Cells must be visited in ascending order.
/// </summary>
internal sealed class CellWindow
{
    private readonly CellGrid _grid;
    private readonly int _spansApart;
    private readonly Strip[] _strips;
    private int _stripCount;
    private int _line = -1;

    /// <param name="hasTime">Cells of the spans of time before and after are near, too.</param>
    public CellWindow(CellGrid grid, bool hasTime)
    {
        _grid = grid;
        _spansApart = hasTime ? 1 : 0;
        _strips = new Strip[(2 * _spansApart + 1) * (2 * CellRows.FarthestRow + 1)];
    }

    /// <summary>Moves to a cell, and to all cells in which its points' neighbours can be, itself among them.</summary>
    /// <returns>Runs of consecutive cells.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public ReadOnlySpan<Strip> MoveTo(int cell)
    {
        if (_line < 0 || cell >= _grid.LineStarts[_line + 1])
            Begin(cell);
        double column = _grid.Columns[cell];
        for (var i = 0; i < _stripCount; i++)
        {
            ref var strip = ref _strips[i];
            var low = column * strip.Ratio - strip.Reach;
            var high = (column + 1) * strip.Ratio + strip.Reach;
            // A column lies below the window when its right edge does.
            while (strip.From < strip.End && _grid.Columns[strip.From] + 1 < low)
                strip.From++;
            strip.Until = Math.Max(strip.Until, strip.From);
            while (strip.Until < strip.End && _grid.Columns[strip.Until] <= high)
                strip.Until++;
        }

        return _strips.AsSpan(0, _stripCount);
    }

    private void Begin(int cell)
    {
        do
            _line++;
        while (cell >= _grid.LineStarts[_line + 1]);
        var line = _grid.Lines[_line];
        var row = (int)(line % _grid.RowsPerSpan);
        _stripCount = 0;
        // The nearest first: there the most neighbours are.
        for (var apart = 0; apart <= CellRows.FarthestRow; apart++)
        {
            for (var span = -_spansApart; span <= _spansApart; span++)
            {
                Add(line + span * _grid.RowsPerSpan + apart, row, row + apart);
                if (apart > 0 && row >= apart)
                    Add(line + span * _grid.RowsPerSpan - apart, row, row - apart);
            }
        }
    }

    private void Add(long line, int row, int otherRow)
    {
        var index = _grid.IndexOfLine(line);
        if (index < 0)
            return;
        var (ratio, reach) = _grid.Rows.Towards(row, otherRow);
        var start = _grid.LineStarts[index];
        _strips[_stripCount++] = new Strip { From = start, Until = start, End = _grid.LineStarts[index + 1], Ratio = ratio, Reach = reach };
    }

    /// <summary>Cells <see cref="From"/> to <see cref="Until"/>, exclusive.</summary>
    public struct Strip
    {
        public int From;
        public int Until;
        internal int End;
        internal double Ratio;
        internal double Reach;
    }
}
