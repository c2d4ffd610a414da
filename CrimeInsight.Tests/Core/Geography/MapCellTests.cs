using CrimeInsight.Core.Geography;

namespace CrimeInsight.Tests.Core.Geography;

public sealed class MapCellTests
{
    [Fact]
    public void RangeOf_TileHoldingAPoint_ContainsItsKey()
    {
        var key = MapCell.KeyOf(new GeoPoint(13.0827, 80.2707));
        var (x, y) = MapCell.CellAt(key, 12);
        var (from, until) = MapCell.RangeOf(12, x, y);
        Assert.InRange(key, from, until - 1);
    }
}
