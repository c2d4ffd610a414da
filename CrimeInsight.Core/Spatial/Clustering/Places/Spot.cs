using System.Runtime.CompilerServices;
using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Clustering.Places;

/// <summary>A place in space, metres; on a plane z is 0.</summary>
internal readonly struct Spot(double x, double y, double z)
{
    public readonly double X = x;
    public readonly double Y = y;
    public readonly double Z = z;

    /// <summary>All points, as <see cref="PointSet.Embed"/> has them.</summary>
    public static Spot[] Of(PointSet points)
    {
        var coordinates = new double[points.Count * points.Dimensions];
        points.Embed(coordinates);
        var spots = new Spot[points.Count];
        for (var i = 0; i < spots.Length; i++)
        {
            var at = coordinates.AsSpan(i * points.Dimensions, points.Dimensions);
            spots[i] = new Spot(at[0], at[1], at.Length > 2 ? at[2] : 0);
        }

        return spots;
    }

    public double this[int axis] => axis == 0 ? X : axis == 1 ? Y : Z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Squared(in Spot a, in Spot b)
    {
        var (x, y, z) = (a.X - b.X, a.Y - b.Y, a.Z - b.Z);
        return x * x + y * y + z * z;
    }

    /// <summary>Square of the distance to the nearest point of a box; 0 within it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double SquaredToBox(in Spot place, in Spot low, in Spot high)
    {
        var (x, y, z) = (Outside(place.X, low.X, high.X), Outside(place.Y, low.Y, high.Y), Outside(place.Z, low.Z, high.Z));
        return x * x + y * y + z * z;
    }

    public static Spot Lower(in Spot a, in Spot b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Min(a.Z, b.Z));

    public static Spot Higher(in Spot a, in Spot b) => new(Math.Max(a.X, b.X), Math.Max(a.Y, b.Y), Math.Max(a.Z, b.Z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Outside(double value, double low, double high) => value < low ? low - value : value > high ? value - high : 0;
}
