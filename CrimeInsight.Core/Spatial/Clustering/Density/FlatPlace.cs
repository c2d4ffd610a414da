using System.Runtime.CompilerServices;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>A place on a plane, metres.</summary>
internal readonly struct FlatPlace(double x, double y) : IPlace<FlatPlace>
{
    private readonly double _x = x;
    private readonly double _y = y;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNear(in FlatPlace a, in FlatPlace b, in Reach reach)
    {
        var (x, y) = (a._x - b._x, a._y - b._y);
        return x * x + y * y <= reach.SquaredChord;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBeNear(in FlatPlace place, in FlatPlace low, in FlatPlace high, in Reach reach)
    {
        var (x, y) = (Gap.Outside(place._x, low._x, high._x), Gap.Outside(place._y, low._y, high._y));
        return x * x + y * y <= reach.SquaredChord;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsNearAll(in FlatPlace place, in FlatPlace low, in FlatPlace high, in Reach reach)
    {
        var (x, y) = (Gap.Farthest(place._x, low._x, high._x), Gap.Farthest(place._y, low._y, high._y));
        return x * x + y * y <= reach.SquaredChord;
    }

    public static bool MayBeNear(in Box<FlatPlace> a, in Box<FlatPlace> b, in Reach reach)
    {
        var x = Gap.Between(a.Low._x, a.High._x, b.Low._x, b.High._x);
        var y = Gap.Between(a.Low._y, a.High._y, b.Low._y, b.High._y);
        return x * x + y * y <= reach.SquaredChord;
    }

    public static bool IsNearAll(in Box<FlatPlace> a, in Box<FlatPlace> b, in Reach reach)
    {
        var x = Gap.Span(a.Low._x, a.High._x, b.Low._x, b.High._x);
        var y = Gap.Span(a.Low._y, a.High._y, b.Low._y, b.High._y);
        return x * x + y * y <= reach.SquaredChord;
    }

    public static FlatPlace Lower(in FlatPlace a, in FlatPlace b) => new(Gap.Lower(a._x, b._x), Gap.Lower(a._y, b._y));

    public static FlatPlace Higher(in FlatPlace a, in FlatPlace b) => new(Gap.Higher(a._x, b._x), Gap.Higher(a._y, b._y));

    public static (int Axis, double Middle) Longest(in Box<FlatPlace> box, in Reach reach) =>
        box.High._x - box.Low._x >= box.High._y - box.Low._y
            ? (0, Gap.Middle(box.Low._x, box.High._x))
            : (1, Gap.Middle(box.Low._y, box.High._y));

    public static double Along(in FlatPlace place, int axis) => axis == 0 ? place._x : place._y;
}
