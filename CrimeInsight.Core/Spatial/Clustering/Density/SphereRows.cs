using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Spatial.Clustering.Density;

/// <summary>
/// Cells on the Earth sphere: rows of equal height in latitude, each cut into columns of longitude whose width on the ground
/// is at most the height. A path that is straight in latitude and longitude is no shorter than the great circle, so points of a
/// cell are neighbours as they are on a plane.
/// </summary>
internal sealed class SphereRows : CellRows
{
    private const double MostLatitude = 85;
    private const double Hair = 1e-6;

    private readonly DegreePoints _points;
    private readonly double _west;
    private readonly double _south;
    private readonly double _sinHalf;

    /// <param name="points">At least one.</param>
    /// <exception cref="ArgumentException">Points lie near a pole or at both sides of the date line.</exception>
    public SphereRows(DegreePoints points, double epsMetres)
        : base(epsMetres)
    {
        _points = points;
        var bounds = GeoBounds.Of(Enumerable.Range(0, points.Count).Select(i => points[i]))!.Value;
        if (Math.Max(Math.Abs(bounds.South), Math.Abs(bounds.North)) > MostLatitude)
            throw new ArgumentOutOfRangeException(
                nameof(points), $"Latitudes beyond {MostLatitude}° cannot be clustered; check whether latitudes and longitudes were exchanged.");
        _west = double.DegreesToRadians(bounds.West);
        _south = double.DegreesToRadians(bounds.South);
        _sinHalf = Math.Sin(Math.Min(Math.PI / 2, epsMetres / 2 / Distance.EarthRadiusMetres));
        CheckExtent(Distance.EarthRadiusMetres * double.DegreesToRadians(Math.Max(bounds.North - bounds.South, bounds.East - bounds.West)), epsMetres);
        var steepest = Math.Cos(double.DegreesToRadians(Math.Max(Math.Abs(bounds.South), Math.Abs(bounds.North))));
        if (double.DegreesToRadians(bounds.East - bounds.West) + 2 * Math.Asin(Math.Min(1, _sinHalf / steepest)) >= 2 * Math.PI)
            throw new ArgumentOutOfRangeException(
                nameof(points), "Points at both sides of the date line cannot be clustered together; leave out places that are not in the country.");
    }

    public override (int Row, int Column) Locate(int point)
    {
        var row = (int)((double.DegreesToRadians(_points.Latitudes[point]) - _south) * Distance.EarthRadiusMetres / Side);
        return (row, (int)((double.DegreesToRadians(_points.Longitudes[point]) - _west) / Width(row)));
    }

    // sin²(Δλ/2) cos φ₁ cos φ₂ ≤ sin²(ε/2R), from the haversine formula.
    public override (double Ratio, double Reach) Towards(int row, int otherRow)
    {
        var (least, otherLeast) = (Cosines(row).Least, Cosines(otherRow).Least);
        var longitude = 2 * Math.Asin(Math.Min(1, _sinHalf / Math.Sqrt(least * otherLeast)));
        return (Width(row) / Width(otherRow), longitude / Width(otherRow) * (1 + Hair) + Hair);
    }

    /// <summary>Of the columns of a row, radians of longitude.</summary>
    private double Width(int row) => Side / Distance.EarthRadiusMetres / Cosines(row).Most;

    /// <summary>Least and most cosine of the latitudes of a row.</summary>
    private (double Least, double Most) Cosines(int row)
    {
        var low = _south + row * Side / Distance.EarthRadiusMetres;
        var high = low + Side / Distance.EarthRadiusMetres;
        var (south, north) = (Math.Cos(low), Math.Cos(Math.Min(Math.PI / 2, high)));
        return (Math.Max(1e-3, Math.Min(south, north)), low <= 0 && high >= 0 ? 1 : Math.Max(south, north));
    }
}
