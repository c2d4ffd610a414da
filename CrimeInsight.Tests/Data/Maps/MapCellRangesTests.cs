using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Incidents;
using CrimeInsight.Core.Maps;
using CrimeInsight.Data.Maps;

namespace CrimeInsight.Tests.Data.Maps;

public sealed class MapCellRangesTests
{
    [Theory]
    [InlineData(5, 22, 13, 10, 10)]
    [InlineData(9, 365, 212, 14, 14)]
    [InlineData(15, 23400, 13600, 20, 13)]
    [InlineData(0, 0, 0, 5, 5)]
    [InlineData(8, 255, 255, 13, 13)]
    public void Of_AnyTile_CoversTheTileAndItsMarginAndNoMore(int zoom, int x, int y, int gridZoom, int cellZoom)
    {
        var tile = new MapTileQuery { Zoom = zoom, X = x, Y = y, Period = Period.Year(2024) };
        var (from, until) = MapCellRanges.Of(tile, gridZoom, cellZoom);
        var depth = gridZoom - zoom;
        var shift = gridZoom - cellZoom;
        var expected = new HashSet<(int, int)>();
        var last = (1 << gridZoom) - 1;
        for (var row = Math.Max(0, (y << depth) - 2); row <= Math.Min(last, ((y + 1) << depth) + 1); row++)
            for (var column = Math.Max(0, (x << depth) - 2); column <= Math.Min(last, ((x + 1) << depth) + 1); column++)
                expected.Add((column >> shift, row >> shift));

        var step = 1L << (2 * (MapCell.KeyZoom - cellZoom));
        var covered = from.Zip(until).SelectMany(range => Steps(range.First, range.Second, step)).Select(key => MapCell.CellAt(key, cellZoom)).ToList();
        Assert.Equal(expected.Count, covered.Count);
        Assert.True(expected.SetEquals(covered));
        Assert.All(until.Zip(from.Skip(1)), pair => Assert.True(pair.First < pair.Second));
    }

    private static IEnumerable<long> Steps(long from, long until, long step)
    {
        for (var key = from; key < until; key += step)
            yield return key;
    }
}
