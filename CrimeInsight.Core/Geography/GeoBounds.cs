namespace CrimeInsight.Core.Geography;

/// <summary>A box in degrees, edges included. Never crosses the antimeridian.</summary>
public readonly record struct GeoBounds(double South, double West, double North, double East)
{
    /// <summary>Middle of the box.</summary>
    public GeoPoint Centre => new((South + North) / 2, (West + East) / 2);

    /// <summary>The smallest box around the points; null without points.</summary>
    public static GeoBounds? Of(IEnumerable<GeoPoint> points)
    {
        var (south, west, north, east) = (double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);
        foreach (var point in points)
        {
            (south, north) = (Math.Min(south, point.Latitude), Math.Max(north, point.Latitude));
            (west, east) = (Math.Min(west, point.Longitude), Math.Max(east, point.Longitude));
        }

        return double.IsFinite(south) && double.IsFinite(west) ? new GeoBounds(south, west, north, east) : null;
    }

    /// <summary>The point lies within or on the edge.</summary>
    public bool Contains(GeoPoint point) =>
        point.Latitude >= South && point.Latitude <= North && point.Longitude >= West && point.Longitude <= East;
}
