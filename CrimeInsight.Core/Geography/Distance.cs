namespace CrimeInsight.Core.Geography;

/// <summary>Great-circle distances on the mean Earth sphere; within 0.6 % of the ellipsoid everywhere.</summary>
public static class Distance
{
    /// <summary>Mean Earth radius R₁ of the IUGG, metres.</summary>
    public const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>
    /// Metres along the great circle, by the haversine formula: 2R·asin √(sin²(Δφ/2) + cos φ₁ cos φ₂ sin²(Δλ/2)).
    /// Stable for points that nearly coincide. NaN when a coordinate is NaN.
    /// </summary>
    public static double Metres(GeoPoint from, GeoPoint until)
    {
        var sinLatitude = Math.Sin(double.DegreesToRadians(until.Latitude - from.Latitude) / 2);
        var sinLongitude = Math.Sin(double.DegreesToRadians(until.Longitude - from.Longitude) / 2);
        var chord = sinLatitude * sinLatitude
            + Math.Cos(double.DegreesToRadians(from.Latitude)) * Math.Cos(double.DegreesToRadians(until.Latitude)) * sinLongitude * sinLongitude;
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
