using CrimeInsight.Core.Geography;

namespace CrimeInsight.Core.Demo;

/// <summary>Metres per degree around a point, on a sphere; good to 1 % over a district.</summary>
internal readonly record struct DegreeScale(double MetresPerLatitude, double MetresPerLongitude)
{
    private const double MetresPerDegree = 111_195;

    public static DegreeScale At(GeoPoint point) =>
        new(MetresPerDegree, MetresPerDegree * PortableMath.Cos(point.Latitude * Math.PI / 180));

    public double Metres(GeoPoint from, GeoPoint to)
    {
        var x = (to.Longitude - from.Longitude) * MetresPerLongitude;
        var y = (to.Latitude - from.Latitude) * MetresPerLatitude;
        return Math.Sqrt(x * x + y * y);
    }

    public GeoPoint Move(GeoPoint from, double eastMetres, double northMetres) =>
        new(from.Latitude + northMetres / MetresPerLatitude, from.Longitude + eastMetres / MetresPerLongitude);
}
