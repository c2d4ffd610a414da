using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using CrimeInsight.Core.Spatial.Clustering.Places;

namespace CrimeInsight.Core.Spatial.Clustering.Partition;

/// <summary>The two centres nearest to a place, several compared at a time.</summary>
internal sealed class CentreSearch
{
    private readonly int _count;
    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[] _z;

    public CentreSearch(int count)
    {
        _count = count;
        var padded = (count + Vector<double>.Count - 1) / Vector<double>.Count * Vector<double>.Count;
        (_x, _y, _z) = (new double[padded], new double[padded], new double[padded]);
    }

    /// <summary>Takes the centres as they are now.</summary>
    public void Update(ReadOnlySpan<Spot> centres)
    {
        // Those that fill up the last vector are nearest to nothing.
        Array.Fill(_x, double.PositiveInfinity);
        for (var c = 0; c < _count; c++)
            (_x[c], _y[c], _z[c]) = (centres[c].X, centres[c].Y, centres[c].Z);
    }

    /// <returns>The nearest, of equals the first, and the squared distances to it and to the next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int Nearest, double Squared, double NextSquared) Find(in Spot place)
    {
        var (x, y, z) = (new Vector<double>(place.X), new Vector<double>(place.Y), new Vector<double>(place.Z));
        var xs = MemoryMarshal.Cast<double, Vector<double>>(_x.AsSpan());
        var ys = MemoryMarshal.Cast<double, Vector<double>>(_y.AsSpan());
        var zs = MemoryMarshal.Cast<double, Vector<double>>(_z.AsSpan());
        var (best, next, at) = (new Vector<double>(double.PositiveInfinity), new Vector<double>(double.PositiveInfinity), Vector<long>.Zero);
        for (var i = 0; i < xs.Length; i++)
        {
            var (dx, dy, dz) = (xs[i] - x, ys[i] - y, zs[i] - z);
            var squared = dx * dx + dy * dy + dz * dz;
            var isBetter = Vector.LessThan(squared, best);
            next = Vector.ConditionalSelect(isBetter, best, Vector.Min(next, squared));
            best = Vector.ConditionalSelect(isBetter, squared, best);
            at = Vector.ConditionalSelect(isBetter, new Vector<long>(i), at);
        }

        return Reduce(best, next, at);
    }

    private static (int Nearest, double Squared, double NextSquared) Reduce(Vector<double> best, Vector<double> next, Vector<long> at)
    {
        var (nearest, squared, second) = (int.MaxValue, double.PositiveInfinity, double.PositiveInfinity);
        for (var lane = 0; lane < Vector<double>.Count; lane++)
        {
            var centre = (int)at[lane] * Vector<double>.Count + lane;
            if (best[lane] < squared || (best[lane] <= squared && centre < nearest))
                (second, squared, nearest) = (Math.Min(squared, second), best[lane], centre);
            else
                second = Math.Min(second, best[lane]);
            second = Math.Min(second, next[lane]);
        }

        return (nearest, squared, second);
    }
}
