using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>
/// Cuts the land into one area a district. All lines (outlines, gap splits, cell edges, discs) are laid over each other on
/// one grid, and every face between them is given an owner: so neighbours share their borders corner by corner.
/// </summary>
internal sealed class DistrictMap
{
    private readonly List<OutlineDistricts> _outlines;
    private readonly BorderGaps _gaps;
    private readonly List<(DistrictSite District, IPreparedGeometry Disc)> _discs;

    /// <param name="districts">In the order that settles ties.</param>
    public DistrictMap(IReadOnlyList<StateOutline> outlines, IReadOnlyList<DistrictSite> districts)
    {
        // Small ones first: where outlines overlap, an enclave keeps its own land.
        _outlines = [.. outlines.Select(outline => new OutlineDistricts(outline, districts)).OrderBy(outline => outline.Area.Area)];
        _gaps = new BorderGaps([.. _outlines.Select(outline => outline.Area)]);
        _discs = [.. _outlines.SelectMany(outline => outline.Exclaves)
            .Select(district => (district, PreparedGeometryFactory.Prepare(Disc(district))))];
    }

    /// <summary>The areas, in order of district, then state; a state without districts has one area without district.</summary>
    public IReadOnlyList<(string? DistrictCode, string StateCode, Geometry Shape)> Faces()
    {
        var lines = _outlines.SelectMany(outline => outline.Lines()).Concat(_gaps.Lines()).Concat(_discs.Select(disc => disc.Disc.Geometry.Boundary));
        var noded = UnaryUnionNG.Union(BoundaryGrid.Factory.BuildGeometry([.. lines]), BoundaryGrid.Precision);
        var polygonizer = new Polygonizer();
        polygonizer.Add(noded);
        return [.. polygonizer.GetPolygons()
            .Select(face => (Owner: OwnerOf(face), Face: face))
            .Where(face => face.Owner is not null)
            .GroupBy(face => face.Owner!.Value, face => face.Face)
            .OrderBy(owner => owner.Key.District, StringComparer.Ordinal).ThenBy(owner => owner.Key.State, StringComparer.Ordinal)
            .Select(owner =>
                (owner.Key.District, owner.Key.State,
                    NetTopologySuite.Operation.OverlayNG.CoverageUnion.Union(BoundaryGrid.Factory.BuildGeometry([.. owner]))))];
    }

    private (string? District, string State)? OwnerOf(Geometry face)
    {
        var place = face.InteriorPoint;
        foreach (var (district, disc) in _discs)
            if (disc.Intersects(place))
                return (district.Code, district.StateCode);
        foreach (var outline in _outlines)
            if (outline.Prepared.Intersects(place))
                return outline.OwnerOf(place);
        return _gaps.OwnerOf(face, place) is >= 0 and var owner ? _outlines[owner].OwnerOf(place) : null;
    }

    /// <summary>A regular polygon of the district's area around its point.</summary>
    private static Polygon Disc(DistrictSite district)
    {
        const int corners = 24;
        const double leastAreaSquareKilometres = 4;
        var area = Math.Max(leastAreaSquareKilometres, district.AreaSquareKilometres ?? 0);
        var radiusDegrees = double.RadiansToDegrees(Math.Sqrt(area / Math.PI) * 1000 / Distance.EarthRadiusMetres);
        var cosLatitude = Math.Cos(double.DegreesToRadians(district.Point.Latitude));
        var ring = Enumerable.Range(0, corners + 1).Select(corner =>
        {
            var (sin, cos) = Math.SinCos(2 * Math.PI * (corner % corners) / corners);
            return new Coordinate(district.Point.Longitude + radiusDegrees * cos / cosLatitude, district.Point.Latitude + radiusDegrees * sin);
        });
        return BoundaryGrid.Factory.CreatePolygon([.. ring]);
    }
}
