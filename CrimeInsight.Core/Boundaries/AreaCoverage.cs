using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Precision;

namespace CrimeInsight.Core.Boundaries;

/// <summary>Makes areas of a file a coverage: valid, on the grid, without gaps or overlaps between neighbours, and with fewer corners.</summary>
internal static class AreaCoverage
{
    // A bend of less than about this goes: a map of the country shows no more of a district, a map of a city more of a station.
    private const double StateDegrees = 0.005, DistrictDegrees = 0.002, StationDegrees = 0.0003;

    // Neighbours that were drawn apart leave strips between them; the smallest enclaves of India are broader.
    private const double GapDegrees = 0.006, StationGapDegrees = 0.001;

    /// <summary>The area on the grid; null when nothing is left of it.</summary>
    public static (Geometry? Area, bool IsRepaired) Repair(Geometry raw)
    {
        var isValid = raw.IsValid;
        var area = GeometryPrecisionReducer.ReducePointwise(isValid ? raw : GeometryFixer.Fix(raw), AreaGrid.Precision);
        area = AreaGrid.Factory.CreateGeometry(area);
        if (!area.IsValid)
            area = GeometryFixer.Fix(area);
        return (area.Area > 0 ? area : null, !isValid);
    }

    /// <summary>The areas with shared borders, in their order; null for one that lies wholly under others.</summary>
    public static IReadOnlyList<Geometry?> Of(IReadOnlyList<Geometry> areas, BoundaryLevel level)
    {
        var (bend, gap) = level switch
        {
            BoundaryLevel.Station => (StationDegrees, StationGapDegrees),
            BoundaryLevel.District => (DistrictDegrees, GapDegrees),
            _ => (StateDegrees, GapDegrees),
        };
        var joined = new AreaFaces(areas, gap).Join();
        var simple = CoverageSimplifier.Simplify([.. joined.OfType<Geometry>()], bend);
        var next = 0;
        return [.. joined.Select(area => area is null ? null : simple[next++])];
    }

    /// <summary>Shapes of one coverage as one.</summary>
    public static GeoShape Unite(IEnumerable<GeoShape> shapes)
    {
        var all = shapes.ToList();
        var polygons = all.SelectMany(shape => shape.Polygons).Select(polygon => BoundaryGrid.ToPolygon(polygon, AreaGrid.Factory));
        return all is [var only]
            ? only
            : BoundaryGrid.ToShape(UnaryUnionNG.Union(AreaGrid.Factory.BuildGeometry([.. polygons]), AreaGrid.Precision));
    }
}
