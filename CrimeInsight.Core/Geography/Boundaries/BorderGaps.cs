using NetTopologySuite.Densify;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Triangulate;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>
/// The gaps that independently drawn neighbours leave between them: places that a morphological closing of the land
/// fills and that touch at least two outlines, and all holes. Each gap is split along its middle.
/// </summary>
internal sealed class BorderGaps
{
    /// <summary>Half the widest gap that is closed, degrees (3.3 km).</summary>
    private const double ReachDegrees = 0.03;

    private const double TouchDegrees = 2 * BoundaryGrid.CellDegrees;
    private const double SpacingDegrees = 0.02;

    /// <summary>Enclosed faces below this (0.6 km²) come from rounding to the grid and are gaps too.</summary>
    private const double SliverSquareDegrees = 5e-5;

    private readonly STRtree<(Coordinate At, int Outline)> _corners = new();
    private readonly IPreparedGeometry _area;

    /// <param name="outlines">Outlines on the grid.</param>
    public BorderGaps(IReadOnlyList<Geometry> outlines)
    {
        for (var outline = 0; outline < outlines.Count; outline++)
            foreach (var corner in Densifier.Densify(outlines[outline].Boundary, SpacingDegrees).Coordinates)
                _corners.Insert(new Envelope(corner), (corner, outline));
        _corners.Build();
        var land = BoundaryGrid.Union([.. outlines]);
        var solid = WithoutHoles(land);
        var closed = solid.Buffer(ReachDegrees, 2).Buffer(-ReachDegrees, 2);
        var gaps = BoundaryGrid.PolygonsOf(Difference(closed, solid)).Where(IsBetweenOutlines);
        Gaps = [.. BoundaryGrid.PolygonsOf(Difference(solid, land)), .. gaps];
        _area = PreparedGeometryFactory.Prepare(BoundaryGrid.Factory.BuildGeometry(Gaps));
    }

    public IReadOnlyList<Geometry> Gaps { get; }

    /// <summary>Index of the outline nearest to a face between the outlines; −1 for a face that is no gap.</summary>
    public int OwnerOf(Geometry face, Point inside) =>
        face.Area < SliverSquareDegrees || _area.Intersects(inside) ? Nearest(inside.Coordinate) : -1;

    /// <summary>Rims of the gaps, and the lines that split them.</summary>
    public IEnumerable<Geometry> Lines() => Gaps.Select(gap => gap.Boundary).Concat(Gaps.SelectMany(Middle));

    private static Geometry WithoutHoles(Geometry area) => OverlayNGRobust.Union([.. BoundaryGrid.PolygonsOf(area)
        .Select(polygon => (Geometry)polygon.Factory.CreatePolygon(polygon.Shell))]);

    private static Geometry Difference(Geometry from, Geometry without) =>
        OverlayNGRobust.Overlay(from, without, SpatialFunction.Difference);

    private bool IsBetweenOutlines(Geometry gap)
    {
        var box = gap.EnvelopeInternal.Copy();
        box.ExpandBy(TouchDegrees);
        return _corners.Query(box)
            .Where(corner => gap.IsWithinDistance(BoundaryGrid.Factory.CreatePoint(corner.At), TouchDegrees))
            .Select(corner => corner.Outline).Distinct().Skip(1).Any();
    }

    private IEnumerable<Geometry> Middle(Geometry gap)
    {
        var box = gap.EnvelopeInternal.Copy();
        box.ExpandBy(SpacingDegrees);
        var sites = _corners.Query(box).DistinctBy(corner => corner.At).ToList();
        if (sites.Select(site => site.Outline).Distinct().Count() < 2)
            return [];
        var owners = sites.ToDictionary(site => site.At, site => site.Outline);
        var builder = new VoronoiDiagramBuilder { ClipEnvelope = box };
        builder.SetSites([.. owners.Keys.Order()]);
        var cells = builder.GetDiagram(new GeometryFactory());
        var byOwner = Enumerable.Range(0, cells.NumGeometries).Select(cells.GetGeometryN)
            .Where(cell => cell.UserData is Coordinate site && owners.ContainsKey(site) && cell.EnvelopeInternal.Intersects(gap.EnvelopeInternal))
            .GroupBy(cell => owners[(Coordinate)cell.UserData]);
        return byOwner.Select(group => OverlayNGRobust.Overlay(
            gap, OverlayNGRobust.Union([.. group]).Boundary, SpatialFunction.Intersection));
    }

    private int Nearest(Coordinate at)
    {
        for (var reach = SpacingDegrees; ; reach *= 2)
        {
            var box = new Envelope(at);
            box.ExpandBy(reach);
            var near = _corners.Query(box);
            if (near.Count > 0 && near.MinBy(corner => (corner.At.Distance(at), corner.Outline)) is var best && best.At.Distance(at) <= reach)
                return best.Outline;
        }
    }
}
