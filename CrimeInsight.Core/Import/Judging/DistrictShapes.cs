using System.Text.Json;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Jurisdictions;

namespace CrimeInsight.Core.Import.Judging;

/// <summary>
/// Finds the district whose boundary holds a point. The map is divided into cells of about 9 km: in most of them all points
/// lie in one district, which is found out once; only in the others are boundaries looked at again.
/// </summary>
public sealed class DistrictShapes
{
    private const int CellZoom = 12;
    private const double KmPerDegree = 111.2;

    private readonly Dictionary<int, Area> _areas;
    private readonly Dictionary<(int X, int Y), Cell> _cells = [];

    private DistrictShapes(IEnumerable<Area> areas, bool isApproximate)
    {
        _areas = areas.ToDictionary(area => area.District.Id);
        IsApproximate = isApproximate;
    }

    /// <summary>Some boundary was computed from points instead of taken from an official source.</summary>
    public bool IsApproximate { get; }

    /// <summary>Null when the database holds no boundaries of districts.</summary>
    public static DistrictShapes? Read(BoundaryCollection boundaries, JurisdictionTree tree)
    {
        if (boundaries.Count == 0)
            return null;
        using var json = JsonDocument.Parse(boundaries.Json);
        var areas = new List<Area>();
        foreach (var (id, shape, feature) in GeoJson.ReadFeatures(json))
            if (tree.Find(id) is { } district && shape.Bounds is { } bounds)
                areas.Add(new Area(district, shape, bounds, IsApproximateOf(feature, boundaries.IsApproximate)));

        return areas.Count == 0 ? null : new DistrictShapes(areas, boundaries.IsApproximate);
    }

    /// <summary>The district that holds the point; null when none does.</summary>
    public Jurisdiction? Locate(GeoPoint point)
    {
        var key = MapCell.CellAt(MapCell.KeyOf(point), CellZoom);
        if (!_cells.TryGetValue(key, out var cell))
            _cells[key] = cell = Look(key);
        if (cell.Only is not null)
            return cell.Only;
        foreach (var area in cell.Candidates)
            if (area.Shape.Contains(point))
                return area.District;
        return null;
    }

    /// <summary>The nearest district within a distance; null when none is.</summary>
    /// <param name="named">Only districts in it, or that it lies in; null for all.</param>
    public Jurisdiction? Nearest(GeoPoint point, double mostKm, Jurisdiction? named = null) => _areas.Values
        .Where(area => named is null || named.Contains(area.District) || area.District.Contains(named))
        .Where(area => Widen(area.Bounds, mostKm).Contains(point))
        .Select(area => (area.District, Km: Kilometres(point, area)))
        .Where(found => found.Km <= mostKm)
        .OrderBy(found => found.Km)
        .Select(found => found.District)
        .FirstOrDefault();

    /// <summary>The point lies in the district or at most so far from it. True when the district has no boundary.</summary>
    /// <param name="approximateKm">Where its boundary was computed from points.</param>
    /// <param name="officialKm">Where it was loaded.</param>
    public bool IsNear(GeoPoint point, Jurisdiction district, double approximateKm, double officialKm)
    {
        if (!_areas.TryGetValue(district.Id, out var area))
            return true;
        var mostKm = area.IsApproximate ? approximateKm : officialKm;
        return Widen(area.Bounds, mostKm).Contains(point) && Kilometres(point, area) <= mostKm;
    }

    private Cell Look((int X, int Y) key)
    {
        var northWest = MapCell.CentreOf(CellZoom + 1, key.X * 2, key.Y * 2);
        var southEast = MapCell.CentreOf(CellZoom + 1, key.X * 2 + 1, key.Y * 2 + 1);
        // The centres of its quarters are half a cell apart: widened by that, they bound it with room to spare.
        var (high, wide) = (northWest.Latitude - southEast.Latitude, southEast.Longitude - northWest.Longitude);
        var bounds = new GeoBounds(southEast.Latitude - high, northWest.Longitude - wide, northWest.Latitude + high, southEast.Longitude + wide);
        var candidates = _areas.Values.Where(area => Overlap(area.Bounds, bounds)).ToArray();
        if (candidates.Any(area => Crosses(area.Shape, bounds)))
            return new Cell(null, candidates);
        var only = candidates.FirstOrDefault(area => area.Shape.Contains(bounds.Centre));
        return new Cell(only?.District, []);
    }

    private static bool Crosses(GeoShape shape, GeoBounds bounds)
    {
        foreach (var polygon in shape.Polygons)
        {
            foreach (var ring in polygon.Rings)
            {
                var previous = ring[^1];
                foreach (var current in ring)
                {
                    if (Math.Min(previous.Latitude, current.Latitude) <= bounds.North && Math.Max(previous.Latitude, current.Latitude) >= bounds.South
                        && Math.Min(previous.Longitude, current.Longitude) <= bounds.East && Math.Max(previous.Longitude, current.Longitude) >= bounds.West)
                        return true;
                    previous = current;
                }
            }
        }

        return false;
    }

    /// <summary>Zero inside. On the plane at the point's latitude: within a percent at these distances.</summary>
    private static double Kilometres(GeoPoint point, Area area)
    {
        if (area.Shape.Contains(point))
            return 0;
        var cos = Math.Cos(double.DegreesToRadians(point.Latitude));
        var least = double.PositiveInfinity;
        foreach (var polygon in area.Shape.Polygons)
        {
            var previous = polygon.Shell[^1];
            foreach (var current in polygon.Shell)
            {
                var (x, y) = ((previous.Longitude - point.Longitude) * cos, previous.Latitude - point.Latitude);
                var (dx, dy) = ((current.Longitude - previous.Longitude) * cos, current.Latitude - previous.Latitude);
                var length = dx * dx + dy * dy;
                var along = length == 0 ? 0 : Math.Clamp(-(x * dx + y * dy) / length, 0, 1);
                var (offX, offY) = (x + along * dx, y + along * dy);
                least = Math.Min(least, offX * offX + offY * offY);
                previous = current;
            }
        }

        return Math.Sqrt(least) * KmPerDegree;
    }

    private static GeoBounds Widen(GeoBounds bounds, double km)
    {
        var degrees = km / KmPerDegree;
        // India lies south of 38° north, where a degree of longitude is 0.79 of one of latitude.
        return new GeoBounds(bounds.South - degrees, bounds.West - degrees / 0.78, bounds.North + degrees, bounds.East + degrees / 0.78);
    }

    private static bool Overlap(GeoBounds a, GeoBounds b) => a.South <= b.North && a.North >= b.South && a.West <= b.East && a.East >= b.West;

    private static bool IsApproximateOf(JsonElement feature, bool usual) =>
        feature.TryGetProperty("properties"u8, out var properties) && properties.TryGetProperty("approximate"u8, out var own) ? own.GetBoolean() : usual;

    private sealed record Area(Jurisdiction District, GeoShape Shape, GeoBounds Bounds, bool IsApproximate);

    /// <param name="Only">The district of every point of the cell.</param>
    private sealed record Cell(Jurisdiction? Only, Area[] Candidates);
}
