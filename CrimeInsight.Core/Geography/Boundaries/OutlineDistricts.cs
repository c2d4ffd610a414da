using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Simplify;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>One outline and the districts that share it.</summary>
internal sealed class OutlineDistricts
{
    /// <summary>A district this far outside its state's outline is not drawn there at all: the map lacks its land.</summary>
    private const double ExclaveDegrees = 0.06;

    /// <summary>Cell edges run this far beyond the outline, to cut the gaps beside it too.</summary>
    private const double OverrunDegrees = 0.05;

    private readonly string _firstState;
    private readonly List<(DistrictSite District, GeoPoint At)> _sites;
    private readonly int[] _groups;
    private readonly PowerCells? _cells;

    public OutlineDistricts(StateOutline outline, IEnumerable<DistrictSite> districts)
    {
        Area = BoundaryGrid.ToGeometry(outline.Shape);
        Prepared = PreparedGeometryFactory.Prepare(Area);
        _firstState = outline.StateCodes[0];
        var own = districts.Where(district => outline.StateCodes.Contains(district.StateCode)).ToLookup(district =>
            !Area.IsWithinDistance(BoundaryGrid.Factory.CreatePoint(BoundaryGrid.ToCoordinate(district.Point)), ExclaveDegrees));
        Exclaves = [.. own[true]];
        _sites = [.. own[false].SelectMany(district => PlacesOf(district).Select(at => (district, at)))];
        _groups = Groups(_sites);
        if (_sites.Count > 0)
            _cells = Cells([.. own[false]]);
    }

    public Geometry Area { get; }

    public IPreparedGeometry Prepared { get; }

    /// <summary>Districts whose land the outline lacks.</summary>
    public IReadOnlyList<DistrictSite> Exclaves { get; }

    /// <summary>District and state of a place in or near the outline.</summary>
    public (string? District, string State) OwnerOf(Point place) =>
        _cells is null ? (null, _firstState) : Codes(_sites[_cells.OwnerOf(place.X, place.Y)].District);

    /// <summary>The outline and the borders between its districts.</summary>
    public IEnumerable<Geometry> Lines()
    {
        yield return Area.Boundary;
        if (_cells is null)
            yield break;
        var box = Area.EnvelopeInternal.Copy();
        box.ExpandBy(OverrunDegrees);
        var edges = _cells.Edges(box, _groups).Where(edge => edge.Length > 0).ToArray();
        var reach = DouglasPeuckerSimplifier.Simplify(Area, OverrunDegrees / 4).Buffer(OverrunDegrees, 1);
        if (edges.Length > 0)
            yield return OverlayNGRobust.Overlay(
                BoundaryGrid.Factory.CreateMultiLineString(edges), reach, SpatialFunction.Intersection);
    }

    private PowerCells Cells(List<DistrictSite> districts)
    {
        List<GeoPoint> places = [.. _sites.Select(site => site.At)];
        var areas = districts.All(district => district.AreaSquareKilometres > 0)
            ? districts.Select(district => district.AreaSquareKilometres!.Value).ToArray()
            : null;
        return new PowerCells(places, AreaWeights.Fit(Prepared, places, _groups, areas), Area.EnvelopeInternal.Centre.Y);
    }

    private static int[] Groups(List<(DistrictSite District, GeoPoint At)> sites)
    {
        var group = -1;
        DistrictSite? last = null;
        return [.. sites.Select(site =>
        {
            group += ReferenceEquals(site.District, last) ? 0 : 1;
            last = site.District;
            return group;
        })];
    }

    private static IEnumerable<GeoPoint> PlacesOf(DistrictSite district) =>
        district.Towns.Concat(BorderlandPlaces.Of(district.Code)).Prepend(district.Point).Distinct();

    private static (string? District, string State) Codes(DistrictSite district) => (district.Code, district.StateCode);
}
