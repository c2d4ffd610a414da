using System.Collections.Immutable;

namespace CrimeInsight.Core.Geography;

/// <summary>A polygon: a shell and its holes. Rings are not closed (the first point is not repeated); shells run anticlockwise, holes clockwise.</summary>
public sealed record GeoPolygon(ImmutableArray<GeoPoint> Shell, ImmutableArray<ImmutableArray<GeoPoint>> Holes)
{
    /// <summary>The shell, then the holes.</summary>
    public IEnumerable<ImmutableArray<GeoPoint>> Rings => Holes.Prepend(Shell);
}
