using System.Collections.Immutable;

namespace CrimeInsight.Core.Geography;

/// <summary>Places in WGS 84 degrees; distances run along great circles of the mean Earth sphere, as <see cref="Distance"/> has them.</summary>
public sealed class DegreePoints : PointSet
{
    private const double MostLatitude = 90;
    private const double MostLongitude = 180;
    private const double Diameter = 2 * Distance.EarthRadiusMetres;

    /// <param name="latitudes">−90 … 90; copied.</param>
    /// <param name="longitudes">−180 … 180, as many.</param>
    /// <exception cref="ArgumentException">The lists differ in length or hold a value outside the range; the message names its position.</exception>
    public DegreePoints(ReadOnlySpan<double> latitudes, ReadOnlySpan<double> longitudes)
        : base(latitudes, longitudes, nameof(latitudes), nameof(longitudes), MostLatitude, MostLongitude)
    {
    }

    /// <summary>Degrees north.</summary>
    public ImmutableArray<double> Latitudes => First;

    /// <summary>Degrees east.</summary>
    public ImmutableArray<double> Longitudes => Second;

    /// <inheritdoc/>
    public override int Dimensions => 3;

    /// <inheritdoc/>
    public override double Metres(int from, int until) => Distance.Metres(this[from], this[until]);

    /// <summary>A point by position.</summary>
    public GeoPoint this[int position] => new(Latitudes[position], Longitudes[position]);

    /// <summary>Points in space on the mean Earth sphere: x to 0° E, y to 90° E on the equator, z to the north pole.</summary>
    /// <inheritdoc/>
    public override void Embed(Span<double> coordinates)
    {
        for (var i = 0; i < Count; i++)
        {
            var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(Latitudes[i]));
            var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(Longitudes[i]));
            coordinates[3 * i] = Distance.EarthRadiusMetres * cosLatitude * cosLongitude;
            coordinates[3 * i + 1] = Distance.EarthRadiusMetres * cosLatitude * sinLongitude;
            coordinates[3 * i + 2] = Distance.EarthRadiusMetres * sinLatitude;
        }
    }

    /// <inheritdoc/>
    public override PointSet Unembed(ReadOnlySpan<double> coordinates)
    {
        var (latitudes, longitudes) = (new double[coordinates.Length / 3], new double[coordinates.Length / 3]);
        for (var i = 0; i < latitudes.Length; i++)
        {
            var (x, y, z) = (coordinates[3 * i], coordinates[3 * i + 1], coordinates[3 * i + 2]);
            latitudes[i] = double.RadiansToDegrees(Math.Atan2(z, Math.Sqrt(x * x + y * y)));
            longitudes[i] = double.RadiansToDegrees(Math.Atan2(y, x));
        }

        return new DegreePoints(latitudes, longitudes);
    }

    /// <inheritdoc/>
    public override double ChordOf(double metres) => Diameter * Math.Sin(Math.Min(Math.PI / 2, metres / Diameter));

    /// <inheritdoc/>
    public override double DistanceOf(double chord) => Diameter * Math.Asin(Math.Min(1, chord / Diameter));

    /// <inheritdoc/>
    public override PointSet At(ReadOnlySpan<int> positions) => new DegreePoints(Pick(Latitudes, positions), Pick(Longitudes, positions));
}
