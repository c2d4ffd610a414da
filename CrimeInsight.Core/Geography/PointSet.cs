using System.Collections.Immutable;
using System.Globalization;

namespace CrimeInsight.Core.Geography;

/// <summary>
/// Places that are all metres on a plane (<see cref="MetrePoints"/>) or all degrees on the Earth
/// (<see cref="DegreePoints"/>), never both. Distances are metres in either case: along the plane, or along the great circle.
/// </summary>
/// <remarks>
/// Algorithms that search neighbours work on <see cref="Embed"/>: metres as they are, degrees as points in space on the mean
/// Earth sphere. Straight distances there rank pairs exactly as great-circle distances do, so no projection and no error of a
/// projection is involved, at any size of area; <see cref="ChordOf"/> and <see cref="DistanceOf"/> translate between the two.
/// </remarks>
public abstract class PointSet
{
    private readonly ImmutableArray<double> _first;
    private readonly ImmutableArray<double> _second;

    private protected PointSet(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, string firstName, string secondName, double mostFirst, double mostSecond)
    {
        if (first.Length != second.Length)
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture,
                    $"{firstName} has {first.Length} values and {secondName} {second.Length}; give one of each for every point."), secondName);
        Check(first, firstName, mostFirst);
        Check(second, secondName, mostSecond);
        (_first, _second) = (ImmutableArray.Create(first), ImmutableArray.Create(second));
    }

    /// <summary>Number of points, 0 or more.</summary>
    public int Count => _first.Length;

    /// <summary>Coordinates a point has in <see cref="Embed"/>: 2 or 3.</summary>
    public abstract int Dimensions { get; }

    private protected ImmutableArray<double> First => _first;

    private protected ImmutableArray<double> Second => _second;

    /// <summary>Metres between two points, by position.</summary>
    public abstract double Metres(int from, int until);

    /// <summary>Writes all points to the list, <see cref="Dimensions"/> metres each, point after point.</summary>
    /// <param name="coordinates">Exactly <see cref="Count"/> × <see cref="Dimensions"/> long.</param>
    public abstract void Embed(Span<double> coordinates);

    /// <summary>The inverse of <see cref="Embed"/>; points off the Earth's surface are moved onto it, straight up or down.</summary>
    /// <param name="coordinates">As many for each point as <see cref="Dimensions"/>.</param>
    public abstract PointSet Unembed(ReadOnlySpan<double> coordinates);

    /// <summary>Straight distance in <see cref="Embed"/> of two points this many metres apart; grows with it.</summary>
    public abstract double ChordOf(double metres);

    /// <summary>The inverse of <see cref="ChordOf"/>.</summary>
    public abstract double DistanceOf(double chord);

    /// <summary>The points at some positions, in their order.</summary>
    public abstract PointSet At(ReadOnlySpan<int> positions);

    private protected static double[] Pick(ImmutableArray<double> values, ReadOnlySpan<int> positions)
    {
        var picked = new double[positions.Length];
        for (var i = 0; i < picked.Length; i++)
            picked[i] = values[positions[i]];
        return picked;
    }

    private static void Check(ReadOnlySpan<double> values, string name, double most)
    {
        for (var i = 0; i < values.Length; i++)
        {
            // False for NaN, too.
            if (!(Math.Abs(values[i]) <= most))
                throw new ArgumentOutOfRangeException(name, values[i],
                    string.Create(CultureInfo.InvariantCulture, $"{name}[{i}] must lie in [{-most}, {most}]; got {values[i]}. Remove or correct the point."));
        }
    }
}
