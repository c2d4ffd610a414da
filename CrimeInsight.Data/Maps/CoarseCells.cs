using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Maps;

namespace CrimeInsight.Data.Maps;

/// <summary>Cases by cell of zoom 10, over all places a person may see; none of protected cases.</summary>
/// <param name="rows">One for each cell, some of them empty.</param>
internal sealed class CoarseCells(IEnumerable<CoarseCells.Row> rows)
{
    public const int Zoom = 10;

    /// <summary>A cell in the middle of the country, 22° N.</summary>
    private const double CellSquareKilometres = 36.3 * 36.3;

    private static readonly Comparer<Row> s_byCell = Comparer<Row>.Create((a, b) => a.Cell.CompareTo(b.Cell));

    private readonly Row[] _rows = [.. rows.Where(row => row.Cases > 0).OrderBy(row => row.Cell)];

    /// <summary>Cases per square kilometre over the occupied cells; 0 without any.</summary>
    public double MeanDensity => _rows.Length == 0 ? 0 : _rows.Sum(row => row.Cases) / (_rows.Length * CellSquareKilometres);

    /// <summary>Cells of a tile and its margin, joined to those of its grid.</summary>
    public IEnumerable<MapCellRow> Within(MapTileQuery tile, int gridZoom)
    {
        var (from, until) = MapCellRanges.Of(tile, gridZoom, gridZoom);
        var (keyShift, gridShift) = (2 * (MapCell.KeyZoom - Zoom), 2 * (Zoom - gridZoom));
        return from.Zip(until)
            .SelectMany(range => Between(range.First >> keyShift, range.Second >> keyShift))
            .GroupBy(row => row.Cell >> gridShift)
            .Select(cell => new MapCellRow(cell.Key, cell.Sum(row => row.Cases)));
    }

    private IEnumerable<Row> Between(long from, long until)
    {
        var at = Array.BinarySearch(_rows, new Row(from, 0), s_byCell);
        for (var i = at < 0 ? ~at : at; i < _rows.Length && _rows[i].Cell < until; i++)
            yield return _rows[i];
    }

    /// <param name="Cell">Z-order number at zoom 10.</param>
    internal sealed record Row(long Cell, long Cases);
}
