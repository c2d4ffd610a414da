using NetTopologySuite.Geometries;

namespace CrimeInsight.Core.Geography.Boundaries;

/// <summary>
/// The power diagram of sites: a place belongs to the site with the smallest |p − s|² − w. With equal weights these are
/// Voronoi cells. Distances are taken on a plane scaled by the cosine of one latitude, so edges are straight in degrees too.
/// Ties go to the site listed first. O(n²) for all edges. (Aurenhammer 1987, Power diagrams, doi:10.1137/0216006.)
/// </summary>
internal sealed class PowerCells
{
    private readonly Coordinate[] _sites;
    private readonly double[] _weights;
    private readonly double _cosLatitude;

    /// <param name="sites">Places in degrees.</param>
    /// <param name="weights">One for each site, in square degrees of latitude.</param>
    public PowerCells(IReadOnlyList<GeoPoint> sites, double[] weights, double latitude)
    {
        _cosLatitude = Math.Cos(double.DegreesToRadians(latitude));
        _sites = [.. sites.Select(site => ToPlane(site.Longitude, site.Latitude))];
        _weights = weights;
    }

    /// <summary>Index of the site that owns a place in degrees.</summary>
    public int OwnerOf(double longitude, double latitude)
    {
        var at = ToPlane(longitude, latitude);
        var (owner, least) = (-1, double.PositiveInfinity);
        for (var site = 0; site < _sites.Length; site++)
        {
            var power = SquaredDistance(at, _sites[site]) - _weights[site];
            if (power < least)
                (owner, least) = (site, power);
        }

        return owner;
    }

    /// <summary>Edges between cells of different groups within a box of degrees.</summary>
    public IEnumerable<LineString> Edges(Envelope box, IReadOnlyList<int> groups)
    {
        for (var site = 0; site < _sites.Length; site++)
        {
            var cell = Cell(site, box);
            for (var i = 0; i < cell.Count; i++)
            {
                var (from, until, other) = (cell[i].At, cell[(i + 1) % cell.Count].At, cell[i].Other);
                if (other > site && groups[other] != groups[site])
                    yield return BoundaryGrid.Factory.CreateLineString([ToDegrees(from), ToDegrees(until)]);
            }
        }
    }

    /// <summary>Corners of one cell, each with the neighbour across the edge that starts there (−1: the box).</summary>
    private List<(Coordinate At, int Other)> Cell(int site, Envelope box)
    {
        List<(Coordinate At, int Other)> cell =
        [
            (ToPlane(box.MinX, box.MinY), -1), (ToPlane(box.MaxX, box.MinY), -1),
            (ToPlane(box.MaxX, box.MaxY), -1), (ToPlane(box.MinX, box.MaxY), -1),
        ];
        for (var other = 0; other < _sites.Length && cell.Count > 0; other++)
            if (other != site)
                cell = Clip(cell, site, other);
        return cell;
    }

    private List<(Coordinate At, int Other)> Clip(List<(Coordinate At, int Other)> cell, int site, int other)
    {
        var clipped = new List<(Coordinate At, int Other)>(cell.Count + 1);
        for (var i = 0; i < cell.Count; i++)
        {
            var (from, until) = (cell[i], cell[(i + 1) % cell.Count]);
            var (fromExcess, untilExcess) = (Excess(from.At, site, other), Excess(until.At, site, other));
            if (fromExcess <= 0)
                clipped.Add(from);
            if (fromExcess <= 0 == untilExcess <= 0)
                continue;
            var share = fromExcess / (fromExcess - untilExcess);
            var crossing = new Coordinate(from.At.X + share * (until.At.X - from.At.X), from.At.Y + share * (until.At.Y - from.At.Y));
            // Leaving the half-plane, the next edge runs along the new border; entering it, along the old edge.
            clipped.Add((crossing, fromExcess <= 0 ? other : from.Other));
        }

        return clipped;
    }

    private double Excess(Coordinate at, int site, int other) =>
        SquaredDistance(at, _sites[site]) - _weights[site] - SquaredDistance(at, _sites[other]) + _weights[other];

    private Coordinate ToPlane(double longitude, double latitude) => new(longitude * _cosLatitude, latitude);

    private Coordinate ToDegrees(Coordinate plane) => new(plane.X / _cosLatitude, plane.Y);

    private static double SquaredDistance(Coordinate a, Coordinate b) => (a.X - b.X) * (a.X - b.X) + (a.Y - b.Y) * (a.Y - b.Y);
}
