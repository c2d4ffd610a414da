using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Statistics;
using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace CrimeInsight.Core.Spatial.Weights;

/// <summary>
/// Weights from areas that touch. Corners closer than a tolerance count as one, and a corner that lies on another area's
/// edge divides that edge, so borders need not have the same corners on both sides. Holes count: an enclave touches its surroundings.
/// </summary>
public static class Contiguity
{
    /// <summary>About 11 m, far below what boundaries of districts and stations are drawn to.</summary>
    public const double DefaultToleranceDegrees = 1e-4;

    /// <summary>Every pair of areas that touch, each with weight 1, both ways. O(n·log n) in the corners.</summary>
    /// <param name="areas">One for each place; an area without polygons is an island.</param>
    /// <param name="toleranceDegrees">Above 0, at most 0.1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is out of range.</exception>
    public static SpatialWeights Of(IReadOnlyList<GeoShape> areas, ContiguityRule rule, double toleranceDegrees = DefaultToleranceDegrees)
    {
        ArgumentNullException.ThrowIfNull(areas);
        Guard.Between(toleranceDegrees, 1e-12, 0.1);
        var corners = new CornerIndex(toleranceDegrees);
        var rings = areas.Select(area => area.Polygons.SelectMany(polygon => polygon.Rings)
            .Select(ring => ring.Select(corners.NumberOf).ToArray()).ToArray()).ToArray();
        var divided = rings.Select(own => own.Select(ring => corners.Divide(ring)).ToArray()).ToArray();
        var owners = rule == ContiguityRule.Queen ? Owners(divided, CornerKeys) : Owners(divided, EdgeKeys);
        return Link(areas.Count, owners, rule);
    }

    private static IEnumerable<long> CornerKeys(int[] ring) => ring.Select(corner => (long)corner);

    private static IEnumerable<long> EdgeKeys(int[] ring)
    {
        for (var i = 0; i < ring.Length; i++)
        {
            var (from, until) = (ring[i], ring[(i + 1) % ring.Length]);
            if (from != until)
                yield return ((long)Math.Min(from, until) << 32) | (uint)Math.Max(from, until);
        }
    }

    /// <summary>The areas that have each corner or edge.</summary>
    private static Dictionary<long, List<int>> Owners(int[][][] rings, Func<int[], IEnumerable<long>> keys)
    {
        var owners = new Dictionary<long, List<int>>();
        for (var area = 0; area < rings.Length; area++)
        {
            foreach (var key in rings[area].SelectMany(keys))
            {
                if (!owners.TryGetValue(key, out var list))
                    owners[key] = list = [];
                if (list.Count == 0 || list[^1] != area)
                    list.Add(area);
            }
        }

        return owners;
    }

    private static SpatialWeights Link(int count, Dictionary<long, List<int>> owners, ContiguityRule rule)
    {
        var rows = Enumerable.Range(0, count).Select(_ => new SortedSet<int>()).ToArray();
        foreach (var together in owners.Values)
            foreach (var area in together)
                foreach (var other in together)
                    if (other != area)
                        rows[area].Add(other);
        var starts = new int[count + 1];
        for (var area = 0; area < count; area++)
            starts[area + 1] = starts[area] + rows[area].Count;
        return SpatialWeights.Binary(rule == ContiguityRule.Queen ? "contiguity:queen" : "contiguity:rook", starts, [.. rows.SelectMany(row => row)]);
    }

    /// <summary>Numbers corners, the same for corners closer than the tolerance, and finds those on an edge.</summary>
    private sealed class CornerIndex(double tolerance)
    {
        private readonly List<Coordinate> _corners = [];
        private readonly Dictionary<(long, long), List<int>> _cells = [];
        private STRtree<int>? _tree;

        public int NumberOf(GeoPoint point)
        {
            var at = new Coordinate(point.Longitude, point.Latitude);
            var (column, row) = ((long)Math.Floor(at.X / tolerance), (long)Math.Floor(at.Y / tolerance));
            for (var y = row - 1; y <= row + 1; y++)
                for (var x = column - 1; x <= column + 1; x++)
                    foreach (var known in _cells.GetValueOrDefault((x, y)) ?? [])
                        if (_corners[known].Distance(at) <= tolerance)
                            return known;
            if (!_cells.TryGetValue((column, row), out var cell))
                _cells[(column, row)] = cell = [];
            cell.Add(_corners.Count);
            _corners.Add(at);
            return _corners.Count - 1;
        }

        /// <summary>The ring with all corners that lie on its edges, in order.</summary>
        public int[] Divide(int[] ring)
        {
            _tree ??= Tree();
            var divided = new List<int>(ring.Length);
            for (var i = 0; i < ring.Length; i++)
            {
                var (from, until) = (ring[i], ring[(i + 1) % ring.Length]);
                divided.Add(from);
                if (from != until)
                    divided.AddRange(On(new LineSegment(_corners[from], _corners[until]), from, until));
            }

            return [.. divided];
        }

        private IEnumerable<int> On(LineSegment edge, int from, int until)
        {
            var box = new Envelope(edge.P0, edge.P1);
            box.ExpandBy(tolerance);
            return _tree!.Query(box)
                .Where(corner => corner != from && corner != until && edge.Distance(_corners[corner]) <= tolerance)
                .OrderBy(corner => edge.ProjectionFactor(_corners[corner]));
        }

        private STRtree<int> Tree()
        {
            var tree = new STRtree<int>();
            for (var corner = 0; corner < _corners.Count; corner++)
                tree.Insert(new Envelope(_corners[corner]), corner);
            return tree;
        }
    }
}
