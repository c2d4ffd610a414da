using System.Collections.Immutable;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>
/// The grid of 0.001° (111 m, far below the source's 1.2 km) on which boundaries are computed, and the way between our
/// shapes and the geometry library's. X is longitude, Y latitude.
/// </summary>
internal static class BoundaryGrid
{
    public const double CellDegrees = 0.001;

    public static PrecisionModel Precision { get; } = new(1 / CellDegrees);

    public static GeometryFactory Factory { get; } = new(Precision, 4326);

    /// <summary>The union of the shape's polygons, valid, on the grid; parts below the grid vanish.</summary>
    public static Geometry ToGeometry(GeoShape shape)
    {
        var polygons = shape.Polygons.Select(polygon => ToPolygon(polygon, Factory));
        // What collapses on the grid leaves lines.
        return Factory.BuildGeometry([.. PolygonsOf(Union([.. polygons.Select(polygon => GeometryFixer.Fix(polygon))]))]);
    }

    public static Geometry Union(IReadOnlyCollection<Geometry> geometries) =>
        UnaryUnionNG.Union(Factory.BuildGeometry([.. geometries]), Precision);

    /// <summary>The polygons of a geometry, oriented as <see cref="GeoPolygon"/> wants, largest first.</summary>
    public static GeoShape ToShape(Geometry geometry) => new(PolygonsOf(geometry)
        .OrderByDescending(polygon => polygon.Area)
        .Select(polygon => new GeoPolygon(
            FromRing(polygon.ExteriorRing, isShell: true),
            [.. polygon.InteriorRings.Select(hole => FromRing(hole, isShell: false))])));

    public static IEnumerable<Polygon> PolygonsOf(Geometry geometry)
    {
        for (var part = 0; part < geometry.NumGeometries; part++)
            if (geometry.GetGeometryN(part) is Polygon { IsEmpty: false } polygon)
                yield return polygon;
    }

    /// <summary>As it is, valid or not.</summary>
    public static Polygon ToPolygon(GeoPolygon polygon, GeometryFactory factory) =>
        factory.CreatePolygon(ToRing(polygon.Shell, factory), [.. polygon.Holes.Select(hole => ToRing(hole, factory))]);

    public static Coordinate ToCoordinate(GeoPoint point) => new(point.Longitude, point.Latitude);

    private static LinearRing ToRing(ImmutableArray<GeoPoint> ring, GeometryFactory factory) =>
        factory.CreateLinearRing([.. ring.Append(ring[0]).Select(ToCoordinate)]);

    private static ImmutableArray<GeoPoint> FromRing(LineString ring, bool isShell)
    {
        var points = ring.Coordinates.Take(ring.NumPoints - 1).Select(at => new GeoPoint(at.Y, at.X));
        return [.. Orientation.IsCCW(ring.CoordinateSequence) == isShell ? points : points.Reverse()];
    }
}
