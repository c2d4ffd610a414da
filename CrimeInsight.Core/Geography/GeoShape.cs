using System.Collections.Immutable;

namespace CrimeInsight.Core.Geography;

/// <summary>An area on the map: any number of polygons in degrees, edges straight in longitude and latitude.</summary>
public sealed class GeoShape
{
    /// <param name="polygons">Polygons that do not overlap.</param>
    public GeoShape(IEnumerable<GeoPolygon> polygons)
    {
        Polygons = [.. polygons];
        Bounds = GeoBounds.Of(Polygons.SelectMany(polygon => polygon.Shell));
    }

    /// <summary>The polygons; empty for no area.</summary>
    public ImmutableArray<GeoPolygon> Polygons { get; }

    /// <summary>Box around the shape; null when it is empty.</summary>
    public GeoBounds? Bounds { get; }

    /// <summary>
    /// Area on the mean Earth sphere, holes taken off: per ring |Σ (λ₂ − λ₁)(sin φ₁ + sin φ₂)|·R²/2, exact on the sphere
    /// for edges straight in longitude and sine of latitude.
    /// </summary>
    public double AreaSquareKilometres =>
        Polygons.Sum(polygon => RingArea(polygon.Shell) - polygon.Holes.Sum(RingArea)) / 1e6;

    /// <summary>The point lies inside by the even-odd rule; a point on an edge may fall to either side.</summary>
    public bool Contains(GeoPoint point)
    {
        if (Bounds is not { } bounds || !bounds.Contains(point))
            return false;
        var inside = false;
        foreach (var polygon in Polygons)
            foreach (var ring in polygon.Rings)
                inside ^= IsInRing(ring, point);
        return inside;
    }

    private static bool IsInRing(ImmutableArray<GeoPoint> ring, GeoPoint point)
    {
        var inside = false;
        var previous = ring[^1];
        foreach (var current in ring)
        {
            if (current.Latitude > point.Latitude != previous.Latitude > point.Latitude)
            {
                var share = (point.Latitude - current.Latitude) / (previous.Latitude - current.Latitude);
                inside ^= point.Longitude < current.Longitude + share * (previous.Longitude - current.Longitude);
            }

            previous = current;
        }

        return inside;
    }

    private static double RingArea(ImmutableArray<GeoPoint> ring)
    {
        var sum = 0.0;
        var previous = ring[^1];
        foreach (var current in ring)
        {
            sum += double.DegreesToRadians(current.Longitude - previous.Longitude)
                * (Math.Sin(double.DegreesToRadians(previous.Latitude)) + Math.Sin(double.DegreesToRadians(current.Latitude)));
            previous = current;
        }

        return Math.Abs(sum) * Distance.EarthRadiusMetres * Distance.EarthRadiusMetres / 2;
    }
}
