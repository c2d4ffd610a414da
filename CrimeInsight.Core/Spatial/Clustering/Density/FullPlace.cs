using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>A place in space, metres, and a moment, days. On a plane z is 0; without time, the moment is 0.</summary>
internal readonly struct FullPlace(double x, double y, double z, double days) : IPlace<FullPlace>
{
    private readonly double _x = x;
    private readonly double _y = y;
    private readonly double _z = z;
    private readonly double _days = days;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear(in FullPlace a, in FullPlace b, in Reach reach)
    {
        var (x, y, z) = (a._x - b._x, a._y - b._y, a._z - b._z);
        return x * x + y * y + z * z <= reach.SquaredChord && Math.Abs(a._days - b._days) <= reach.Days;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBeNear(in FullPlace place, in FullPlace low, in FullPlace high, in Reach reach)
    {
        var (x, y, z) = (Gap.Outside(place._x, low._x, high._x), Gap.Outside(place._y, low._y, high._y), Gap.Outside(place._z, low._z, high._z));
        return x * x + y * y + z * z <= reach.SquaredChord && Gap.Outside(place._days, low._days, high._days) <= reach.Days;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNearAll(in FullPlace place, in FullPlace low, in FullPlace high, in Reach reach)
    {
        var (x, y, z) = (Gap.Farthest(place._x, low._x, high._x), Gap.Farthest(place._y, low._y, high._y), Gap.Farthest(place._z, low._z, high._z));
        return x * x + y * y + z * z <= reach.SquaredChord && Gap.Farthest(place._days, low._days, high._days) <= reach.Days;
    }

    public static bool MayBeNear(in Box<FullPlace> a, in Box<FullPlace> b, in Reach reach)
    {
        var x = Gap.Between(a.Low._x, a.High._x, b.Low._x, b.High._x);
        var y = Gap.Between(a.Low._y, a.High._y, b.Low._y, b.High._y);
        var z = Gap.Between(a.Low._z, a.High._z, b.Low._z, b.High._z);
        return x * x + y * y + z * z <= reach.SquaredChord && Gap.Between(a.Low._days, a.High._days, b.Low._days, b.High._days) <= reach.Days;
    }

    public static bool IsNearAll(in Box<FullPlace> a, in Box<FullPlace> b, in Reach reach)
    {
        var x = Gap.Span(a.Low._x, a.High._x, b.Low._x, b.High._x);
        var y = Gap.Span(a.Low._y, a.High._y, b.Low._y, b.High._y);
        var z = Gap.Span(a.Low._z, a.High._z, b.Low._z, b.High._z);
        return x * x + y * y + z * z <= reach.SquaredChord && Gap.Span(a.Low._days, a.High._days, b.Low._days, b.High._days) <= reach.Days;
    }

    public static FullPlace Lower(in FullPlace a, in FullPlace b) =>
        new(Gap.Lower(a._x, b._x), Gap.Lower(a._y, b._y), Gap.Lower(a._z, b._z), Gap.Lower(a._days, b._days));

    public static FullPlace Higher(in FullPlace a, in FullPlace b) =>
        new(Gap.Higher(a._x, b._x), Gap.Higher(a._y, b._y), Gap.Higher(a._z, b._z), Gap.Higher(a._days, b._days));

    // Time is measured in parts of its reach, as the places are.
    public static (int Axis, double Middle) Longest(in Box<FullPlace> box, in Reach reach)
    {
        var (longest, axis) = ((box.High._days - box.Low._days) / reach.Days * Math.Sqrt(reach.SquaredChord), 3);
        for (var i = 0; i < 3; i++)
        {
            var length = Along(box.High, i) - Along(box.Low, i);
            if (length > longest)
                (longest, axis) = (length, i);
        }

        return (axis, Gap.Middle(Along(box.Low, axis), Along(box.High, axis)));
    }

    public static double Along(in FullPlace place, int axis) => axis switch
    {
        0 => place._x,
        1 => place._y,
        2 => place._z,
        _ => place._days,
    };
}
