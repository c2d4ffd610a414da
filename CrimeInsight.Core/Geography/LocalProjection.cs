namespace CrimeInsight.Core.Geography;

/// <summary>
/// Azimuthal equidistant projection of the mean Earth sphere around an origin. Distances and bearings from the origin
/// are exact; between two other points the error grows with the square of their distance r from it: below
/// (r/R)²/6, that is 0.04 % at 300 km and 0.9 % at 1,500 km. North is +Y, east +X. (Snyder 1987, §25, eqs. 25-1…25-4,
/// doi:10.3133/pp1395.)
/// </summary>
public sealed class LocalProjection
{
    private readonly double _sinOrigin;
    private readonly double _cosOrigin;

    /// <exception cref="ArgumentOutOfRangeException">The origin is not a finite place in degrees.</exception>
    public LocalProjection(GeoPoint origin)
    {
        if (!(Math.Abs(origin.Latitude) <= 90) || !(Math.Abs(origin.Longitude) <= 180))
            throw new ArgumentOutOfRangeException(nameof(origin), origin, "The origin must lie within −90…90° latitude and −180…180° longitude.");
        Origin = origin;
        (_sinOrigin, _cosOrigin) = Math.SinCos(double.DegreesToRadians(origin.Latitude));
    }

    /// <summary>The place that maps to (0, 0).</summary>
    public GeoPoint Origin { get; }

    /// <summary>Projection around the middle of the points' bounding box.</summary>
    /// <exception cref="ArgumentException">No points.</exception>
    public static LocalProjection Around(IEnumerable<GeoPoint> points)
    {
        var bounds = GeoBounds.Of(points) ?? throw new ArgumentException("A projection needs at least one point to be centred on.", nameof(points));
        return new LocalProjection(bounds.Centre);
    }

    /// <summary>Degrees to metres. Coordinates that are NaN stay NaN.</summary>
    public PlanePoint ToPlane(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(point.Latitude));
        var (sinDelta, cosDelta) = Math.SinCos(double.DegreesToRadians(point.Longitude - Origin.Longitude));
        var east = cosLatitude * sinDelta;
        var north = _cosOrigin * sinLatitude - _sinOrigin * cosLatitude * cosDelta;
        var sinAngle = Math.Sqrt(east * east + north * north);
        var angle = Math.Atan2(sinAngle, _sinOrigin * sinLatitude + _cosOrigin * cosLatitude * cosDelta);
        var scale = Distance.EarthRadiusMetres * (sinAngle < 1e-300 ? 1 : angle / sinAngle);
        return new PlanePoint(scale * east, scale * north);
    }

    /// <summary>Metres to degrees; the inverse of <see cref="ToPlane"/> within half the Earth's circumference.</summary>
    public GeoPoint ToGeo(PlanePoint point)
    {
        var distance = Math.Sqrt(point.X * point.X + point.Y * point.Y);
        if (distance == 0)
            return Origin;
        var (sinAngle, cosAngle) = Math.SinCos(distance / Distance.EarthRadiusMetres);
        var sinLatitude = cosAngle * _sinOrigin + point.Y * sinAngle * _cosOrigin / distance;
        var east = point.X * sinAngle;
        var north = distance * _cosOrigin * cosAngle - point.Y * _sinOrigin * sinAngle;
        var longitude = Origin.Longitude + double.RadiansToDegrees(Math.Atan2(east, north));
        return new GeoPoint(double.RadiansToDegrees(Math.Asin(Math.Clamp(sinLatitude, -1, 1))), longitude);
    }
}
