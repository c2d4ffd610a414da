using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;
using NetTopologySuite.Algorithm.Hull;
using NetTopologySuite.Geometries;

namespace CrimeInsight.Core.Spatial.Clustering.Hulls;

/// <summary>
/// Outlines of clusters: the convex hull, or a concave one that follows the shape (the χ-shape of Duckham, Kulik, Worboys,
/// Galton 2008, doi:10.1016/j.patcog.2008.03.023: border triangles of the Delaunay triangulation are cut while their outer edge
/// is too long).
/// </summary>
/// <remarks>Degrees are laid on a plane around the middle of the cluster, which changes lengths by 0.04 % at 300 km.</remarks>
public static class ClusterHulls
{
    /// <summary>Shows bays and corridors, and keeps clusters in one piece.</summary>
    public const double UsualLengthRatio = 0.3;

    // Above this the outline is drawn from the points of the convex hull and the middle of each cell of a raster.
    private const int MostPlaces = 4000;
    private const int RasterSide = 64;

    /// <param name="points">The members, at least one.</param>
    /// <param name="marginMetres">Added all around, 0 or more.</param>
    /// <exception cref="ArgumentException">No points, or a margin that is negative or not finite.</exception>
    public static ClusterHull Convex(PointSet points, double marginMetres = 0) => Around(points, marginMetres, places => places.ConvexHull());

    /// <param name="points">The members, at least one.</param>
    /// <param name="lengthRatio">0 … 1: longest edge kept, between the shortest (0) and the longest (1, the convex hull) of the triangulation.</param>
    /// <param name="marginMetres">Added all around, 0 or more.</param>
    /// <exception cref="ArgumentException">No points, or a value outside its range.</exception>
    public static ClusterHull Concave(PointSet points, double lengthRatio = UsualLengthRatio, double marginMetres = 0)
    {
        Guard.Between(lengthRatio, 0, 1);
        return Around(points, marginMetres, places =>
        {
            var hull = places.ConvexHull();
            return hull is Polygon ? ConcaveHull.ConcaveHullByLengthRatio(Thinned(places, hull), lengthRatio) : hull;
        });
    }

    private static ClusterHull Around(PointSet points, double marginMetres, Func<MultiPoint, Geometry> outlined)
    {
        Guard.Between(marginMetres, 0, 1e6);
        if (points.Count == 0)
            throw new ArgumentException("A hull needs at least one point.", nameof(points));
        var projection = points is DegreePoints degrees ? LocalProjection.Around(Enumerable.Range(0, points.Count).Select(i => degrees[i])) : null;
        var places = new HashSet<Coordinate>();
        for (var i = 0; i < points.Count; i++)
            places.Add(PlaceOf(points, i, projection));
        var hull = outlined(GeometryFactory.Default.CreateMultiPointFromCoords([.. places.OrderBy(place => place.X).ThenBy(place => place.Y)]));
        if (marginMetres > 0)
            hull = hull.Buffer(marginMetres);
        // Bays that a margin closes are not shown as holes.
        var corners = hull is Polygon polygon ? polygon.ExteriorRing.Coordinates[..^1] : hull.Coordinates;
        return new ClusterHull(Outline(corners, projection), hull is Polygon filled
            ? GeometryFactory.Default.CreatePolygon((LinearRing)filled.ExteriorRing).Area : 0);
    }

    private static Coordinate PlaceOf(PointSet points, int position, LocalProjection? projection)
    {
        if (points is MetrePoints plane)
            return new Coordinate(plane.X[position], plane.Y[position]);
        var place = projection!.ToPlane(((DegreePoints)points)[position]);
        return new Coordinate(place.X, place.Y);
    }

    private static PointSet Outline(Coordinate[] corners, LocalProjection? projection)
    {
        if (projection is null)
            return new MetrePoints(Array.ConvertAll(corners, corner => corner.X), Array.ConvertAll(corners, corner => corner.Y));
        var places = Array.ConvertAll(corners, corner => projection.ToGeo(new PlanePoint(corner.X, corner.Y)));
        return new DegreePoints(Array.ConvertAll(places, place => place.Latitude), Array.ConvertAll(places, place => place.Longitude));
    }

    /// <summary>Triangulating crowds takes long and shows nothing more: keeps the convex hull and one point of each raster cell.</summary>
    private static MultiPoint Thinned(MultiPoint places, Geometry hull)
    {
        if (places.NumPoints <= MostPlaces)
            return places;
        var extent = places.EnvelopeInternal;
        var kept = places.Coordinates
            .GroupBy(place => ((int)((place.X - extent.MinX) / extent.Width * RasterSide), (int)((place.Y - extent.MinY) / extent.Height * RasterSide)))
            .Select(cell => cell.First())
            .Concat(hull.Coordinates)
            .Distinct();
        return GeometryFactory.Default.CreateMultiPointFromCoords([.. kept]);
    }
}
