namespace CrimeInsight.Core.Geography;

/// <summary>
/// Web-Mercator cells numbered along a Z-order curve, so that every map tile is one contiguous range of keys.
/// A key has <see cref="KeyZoom"/> levels (about 9.5 m at the equator): two bits a level, x in the even bits, y in the odd ones.
/// </summary>
public static class MapCell
{
    /// <summary>Zoom at which one cell is one key.</summary>
    public const int KeyZoom = 22;

    /// <summary>Zoom whose cells are at least 2 km wide everywhere in India (3.9 km at 37° N): protected cases are placed at their centres.</summary>
    public const int SensitiveZoom = 13;

    private const double MaxLatitude = 85.0511287798066;

    /// <summary>Key of the <see cref="KeyZoom"/> cell that holds the point; 44 bits, non-negative.</summary>
    public static long KeyOf(GeoPoint point)
    {
        var (x, y) = Normalise(point);
        const long size = 1L << KeyZoom;
        var column = Math.Clamp((long)(x * size), 0, size - 1);
        var row = Math.Clamp((long)(y * size), 0, size - 1);
        return Interleave((uint)column) | (Interleave((uint)row) << 1);
    }

    /// <summary>Range [from, until) of keys covered by tile x, y at <paramref name="zoom"/> (0 … <see cref="KeyZoom"/>).</summary>
    public static (long From, long Until) RangeOf(int zoom, int x, int y)
    {
        var shift = 2 * (KeyZoom - zoom);
        var key = Interleave((uint)x) | (Interleave((uint)y) << 1);
        return (key << shift, (key + 1) << shift);
    }

    /// <summary>Column and row, at <paramref name="zoom"/>, of the cell that holds a full key.</summary>
    public static (int X, int Y) CellAt(long key, int zoom)
    {
        var cell = key >> (2 * (KeyZoom - zoom));
        return ((int)Compact(cell), (int)Compact(cell >> 1));
    }

    /// <summary>Centre of cell x, y at <paramref name="zoom"/>.</summary>
    public static GeoPoint CentreOf(int zoom, int x, int y)
    {
        var size = (double)(1L << zoom);
        var longitude = (x + 0.5) / size * 360 - 180;
        var latitude = Math.Atan(Math.Sinh(Math.PI * (1 - 2 * (y + 0.5) / size))) * 180 / Math.PI;
        return new GeoPoint(latitude, longitude);
    }

    /// <summary>Centre of the cell at which a protected case at the point is placed.</summary>
    public static GeoPoint Generalise(GeoPoint point)
    {
        var (x, y) = CellAt(KeyOf(point), SensitiveZoom);
        return CentreOf(SensitiveZoom, x, y);
    }

    private static (double X, double Y) Normalise(GeoPoint point)
    {
        var latitude = Math.Clamp(point.Latitude, -MaxLatitude, MaxLatitude) * Math.PI / 180;
        var x = (point.Longitude + 180) / 360;
        var y = (1 - Math.Asinh(Math.Tan(latitude)) / Math.PI) / 2;
        return (x, y);
    }

    private static long Interleave(uint value)
    {
        ulong v = value;
        v = (v | (v << 16)) & 0x0000FFFF0000FFFF;
        v = (v | (v << 8)) & 0x00FF00FF00FF00FF;
        v = (v | (v << 4)) & 0x0F0F0F0F0F0F0F0F;
        v = (v | (v << 2)) & 0x3333333333333333;
        v = (v | (v << 1)) & 0x5555555555555555;
        return (long)v;
    }

    private static long Compact(long value)
    {
        var v = (ulong)value & 0x5555555555555555;
        v = (v | (v >> 1)) & 0x3333333333333333;
        v = (v | (v >> 2)) & 0x0F0F0F0F0F0F0F0F;
        v = (v | (v >> 4)) & 0x00FF00FF00FF00FF;
        v = (v | (v >> 8)) & 0x0000FFFF0000FFFF;
        v = (v | (v >> 16)) & 0x00000000FFFFFFFF;
        return (long)v;
    }
}
