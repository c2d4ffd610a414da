using NetTopologySuite.Algorithm;
using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Coverage;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;

namespace CrimeInsight.Core.Boundaries;

/// <summary>
/// The faces between the outlines of areas laid over each other on the grid, each with one owner: the smallest area that holds it, and of a narrow gap
/// between areas the one that it has the longest border with. So neighbours share their borders corner by corner.
/// </summary>
internal sealed class AreaFaces
{
    private const int Nobody = -1;

    /// <summary>Faces of a few cells come from rounding.</summary>
    private const double SpeckSquareDegrees = 25 * AreaGrid.CellDegrees * AreaGrid.CellDegrees;

    private readonly IReadOnlyList<Geometry> _areas;
    private readonly double _gapDegrees;
    private readonly List<Geometry> _faces;
    private readonly int[] _owners;

    /// <param name="areas">Valid, on the grid.</param>
    /// <param name="gapDegrees">Gaps narrower than this are closed.</param>
    public AreaFaces(IReadOnlyList<Geometry> areas, double gapDegrees)
    {
        (_areas, _gapDegrees) = (areas, gapDegrees);
        var polygonizer = new Polygonizer();
        polygonizer.Add(UnaryUnionNG.Union(AreaGrid.Factory.BuildGeometry([.. areas.Select(area => area.Boundary)]), AreaGrid.Precision));
        _faces = [.. polygonizer.GetPolygons()];
        _owners = Owners();
        CloseGaps();
    }

    /// <summary>Each area as its faces make it; null: it has none.</summary>
    public IReadOnlyList<Geometry?> Join()
    {
        var byOwner = Enumerable.Range(0, _faces.Count).Where(face => _owners[face] != Nobody).ToLookup(face => _owners[face], face => _faces[face]);
        return [.. _areas.Select((_, area) => byOwner[area].ToArray() is { Length: > 0 } own ? NetTopologySuite.Coverage.CoverageUnion.Union(own) : null)];
    }

    private int[] Owners()
    {
        var tree = new STRtree<int>();
        var locators = new IndexedPointInAreaLocator?[_areas.Count];
        for (var area = 0; area < _areas.Count; area++)
            tree.Insert(_areas[area].EnvelopeInternal, area);
        tree.Build();
        var sizes = _areas.Select(area => area.Area).ToArray();
        return [.. _faces.Select(face =>
        {
            var inside = InteriorPointArea.GetInteriorPoint(face);
            var owner = Nobody;
            foreach (var area in tree.Query(new Envelope(inside)))
            {
                if (owner != Nobody && (sizes[area], area).CompareTo((sizes[owner], owner)) >= 0)
                    continue;
                if ((locators[area] ??= new IndexedPointInAreaLocator(_areas[area])).Locate(inside) != Location.Exterior)
                    owner = area;
            }

            return owner;
        })];
    }

    private void CloseGaps()
    {
        int[] gaps = [.. Enumerable.Range(0, _faces.Count).Where(face => _owners[face] == Nobody && IsNarrow(_faces[face]))];
        if (gaps.Length == 0)
            return;
        // Of every edge on a gap, the owner of the face on its other side.
        var owners = new Dictionary<(Coordinate, Coordinate), int>();
        foreach (var gap in gaps)
            foreach (var edge in Edges(_faces[gap]))
                owners[edge] = Nobody;
        for (var face = 0; face < _faces.Count; face++)
            if (_owners[face] != Nobody)
                foreach (var edge in Edges(_faces[face]))
                    if (owners.ContainsKey(edge))
                        owners[edge] = _owners[face];
        foreach (var gap in gaps)
        {
            var shares = Edges(_faces[gap]).Where(edge => owners[edge] != Nobody)
                .GroupBy(edge => owners[edge], edge => edge.From.Distance(edge.Until))
                .Select(share => (Owner: share.Key, Length: share.Sum()))
                .OrderByDescending(share => share.Length).ThenBy(share => share.Owner)
                .ToList();
            // A narrow hole of one area is its own affair.
            if (shares.Count > 1 || (shares.Count == 1 && _faces[gap].Area < SpeckSquareDegrees))
                _owners[gap] = shares[0].Owner;
        }
    }

    // Of a strip, twice its area by its rim is its width.
    private bool IsNarrow(Geometry face) => 2 * face.Area / face.Length < _gapDegrees;

    private static IEnumerable<(Coordinate From, Coordinate Until)> Edges(Geometry face)
    {
        var polygon = (Polygon)face;
        foreach (var ring in polygon.InteriorRings.Prepend(polygon.ExteriorRing))
        {
            var corners = ring.Coordinates;
            for (var i = 1; i < corners.Length; i++)
                yield return corners[i - 1].CompareTo(corners[i]) < 0 ? (corners[i - 1], corners[i]) : (corners[i], corners[i - 1]);
        }
    }
}
