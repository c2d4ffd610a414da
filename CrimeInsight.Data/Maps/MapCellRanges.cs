using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Maps;

namespace CrimeInsight.Data.Maps;

/// <summary>The cells of a tile and its margin, as ranges of the Z-order numbers of one zoom.</summary>
internal static class MapCellRanges
{
    /// <param name="gridZoom">Zoom of the tile's grid; sets how wide the margin is.</param>
    /// <param name="cellZoom">Zoom of the cells wanted, at most <paramref name="gridZoom"/>.</param>
    /// <returns>Half-open, ascending, not touching: parallel arrays of first and past-last keys at <see cref="MapCell.KeyZoom"/>.</returns>
    public static (long[] From, long[] Until) Of(MapTileQuery tile, int gridZoom, int cellZoom)
    {
        var (left, right) = Span(tile.X, tile.Zoom, gridZoom, cellZoom);
        var (top, bottom) = Span(tile.Y, tile.Zoom, gridZoom, cellZoom);
        var ranges = new List<(long From, long Until)>((right - left + 1) * (bottom - top + 1));
        for (var y = top; y <= bottom; y++)
            for (var x = left; x <= right; x++)
                ranges.Add(MapCell.RangeOf(cellZoom, x, y));
        ranges.Sort();
        var (from, until) = (new List<long>(), new List<long>());
        foreach (var range in ranges)
            if (until.Count > 0 && until[^1] == range.From)
                until[^1] = range.Until;
            else
            {
                from.Add(range.From);
                until.Add(range.Until);
            }

        return ([.. from], [.. until]);
    }

    private static (int First, int Last) Span(int tile, int tileZoom, int gridZoom, int cellZoom)
    {
        var first = ((long)tile << (gridZoom - tileZoom)) - MapTileQuery.MarginCells;
        var last = ((long)(tile + 1) << (gridZoom - tileZoom)) - 1 + MapTileQuery.MarginCells;
        var most = (1L << cellZoom) - 1;
        return ((int)Math.Clamp(first >> (gridZoom - cellZoom), 0, most), (int)Math.Clamp(last >> (gridZoom - cellZoom), 0, most));
    }
}
