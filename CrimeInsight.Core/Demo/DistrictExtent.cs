using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>
/// The ground a district's incidents may lie on, as a grid of <see cref="Side"/> × <see cref="Side"/> cells over its
/// bounding box: cells whose four corners are inside the boundary, or, when no boundary is known, inside a disc of the
/// district's area and nearer to its point than to any other district's. Listed towns always belong, as small discs.
/// A look-up is one bit.
/// </summary>
internal sealed class DistrictExtent
{
    private const int Side = 64;

    /// <summary>Radius of a listed town's disc that belongs to the district whatever its boundary says.</summary>
    private const double TownDiscMetres = 1_500;

    private readonly bool[] _inside = new bool[Side * Side];
    private readonly int[] _cells;
    private readonly double _south;
    private readonly double _west;
    private readonly double _cellsPerLatitude;
    private readonly double _cellsPerLongitude;

    public DistrictExtent(DemoDistrict district, ReadOnlySpan<DistrictTown> towns, ReadOnlySpan<GeoPoint> otherDistricts)
    {
        Scale = DegreeScale.At(district.Point);
        RadiusMetres = 1000 * Math.Sqrt(district.AreaKm2 / Math.PI);
        var (low, high) = BoundsOf(district, towns);
        (_south, _west) = (low.Latitude, low.Longitude);
        _cellsPerLatitude = Side / (high.Latitude - low.Latitude);
        _cellsPerLongitude = Side / (high.Longitude - low.Longitude);
        var corners = district.Boundary.IsDefaultOrEmpty
            ? CornersOfDisc(district, otherDistricts)
            : CornersOfBoundary(district);
        Fill(corners, towns);
        _cells = [.. Enumerable.Range(0, _inside.Length).Where(cell => _inside[cell])];
    }

    public DegreeScale Scale { get; }

    /// <summary>Radius of a disc of the district's area.</summary>
    public double RadiusMetres { get; }

    public bool Contains(GeoPoint point)
    {
        var row = (int)Math.Floor((point.Latitude - _south) * _cellsPerLatitude);
        var column = (int)Math.Floor((point.Longitude - _west) * _cellsPerLongitude);
        return (uint)row < Side && (uint)column < Side && _inside[row * Side + column];
    }

    /// <summary>A point spread evenly over the extent.</summary>
    public GeoPoint Anywhere(DemoRandom random)
    {
        var cell = _cells[random.NextIndex(_cells.Length)];
        return new GeoPoint(
            _south + (cell / Side + random.NextUnit()) / _cellsPerLatitude,
            _west + (cell % Side + random.NextUnit()) / _cellsPerLongitude);
    }

    private (GeoPoint Low, GeoPoint High) BoundsOf(DemoDistrict district, ReadOnlySpan<DistrictTown> towns)
    {
        var points = new List<GeoPoint>();
        foreach (var town in towns)
            AddSquare(points, town.Point, TownDiscMetres);
        if (district.Boundary.IsDefaultOrEmpty)
            AddSquare(points, district.Point, RadiusMetres);
        else
            points.AddRange(district.Boundary.SelectMany(ring => ring));
        return (
            new GeoPoint(points.Min(point => point.Latitude), points.Min(point => point.Longitude)),
            new GeoPoint(points.Max(point => point.Latitude), points.Max(point => point.Longitude)));
    }

    private void AddSquare(List<GeoPoint> points, GeoPoint centre, double halfMetres)
    {
        points.Add(Scale.Move(centre, -halfMetres, -halfMetres));
        points.Add(Scale.Move(centre, halfMetres, halfMetres));
    }

    private GeoPoint Corner(int row, int column) => new(_south + row / _cellsPerLatitude, _west + column / _cellsPerLongitude);

    private bool[] CornersOfDisc(DemoDistrict district, ReadOnlySpan<GeoPoint> others)
    {
        var corners = new bool[(Side + 1) * (Side + 1)];
        for (var i = 0; i < corners.Length; i++)
        {
            var corner = Corner(i / (Side + 1), i % (Side + 1));
            var distance = Scale.Metres(district.Point, corner);
            corners[i] = distance <= RadiusMetres;
            for (var other = 0; corners[i] && other < others.Length; other++)
                corners[i] = Scale.Metres(others[other], corner) >= distance;
        }

        return corners;
    }

    // Scan line: the crossings of each grid line of latitude with the rings, then parity along the line.
    private bool[] CornersOfBoundary(DemoDistrict district)
    {
        var corners = new bool[(Side + 1) * (Side + 1)];
        var crossings = new List<double>();
        for (var row = 0; row <= Side; row++)
        {
            var latitude = Corner(row, 0).Latitude;
            crossings.Clear();
            foreach (var ring in district.Boundary)
                for (int i = 0, j = ring.Length - 1; i < ring.Length; j = i++)
                    if (ring[i].Latitude > latitude != ring[j].Latitude > latitude)
                        crossings.Add(ring[i].Longitude
                            + (latitude - ring[i].Latitude) / (ring[j].Latitude - ring[i].Latitude) * (ring[j].Longitude - ring[i].Longitude));
            crossings.Sort();
            for (var column = 0; column <= Side; column++)
            {
                var passed = crossings.BinarySearch(Corner(row, column).Longitude);
                corners[row * (Side + 1) + column] = ((passed < 0 ? ~passed : passed) & 1) == 1;
            }
        }

        return corners;
    }

    private void Fill(bool[] corners, ReadOnlySpan<DistrictTown> towns)
    {
        for (var cell = 0; cell < _inside.Length; cell++)
        {
            var (row, column) = (cell / Side, cell % Side);
            var corner = row * (Side + 1) + column;
            _inside[cell] = corners[corner] && corners[corner + 1] && corners[corner + Side + 1] && corners[corner + Side + 2];
            var middle = new GeoPoint(_south + (row + 0.5) / _cellsPerLatitude, _west + (column + 0.5) / _cellsPerLongitude);
            foreach (var town in towns)
                _inside[cell] |= Scale.Metres(town.Point, middle) <= TownDiscMetres;
        }

        // In a wide district a cell is larger than a town: the town's own cell always belongs.
        foreach (var town in towns)
        {
            var row = Math.Clamp((int)((town.Point.Latitude - _south) * _cellsPerLatitude), 0, Side - 1);
            var column = Math.Clamp((int)((town.Point.Longitude - _west) * _cellsPerLongitude), 0, Side - 1);
            _inside[row * Side + column] = true;
        }
    }
}
