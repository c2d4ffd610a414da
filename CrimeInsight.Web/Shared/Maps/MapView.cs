using System.Globalization;

namespace CrimeInsight.Web.Shared.Maps;

/// <summary>What part of the map is seen: its centre and zoom.</summary>
public readonly record struct MapView(double Latitude, double Longitude, double Zoom)
{
    /// <summary>The form in an address: <c>13.0827,80.2707,11</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Latitude:0.####},{Longitude:0.####},{Zoom:0.##}");

    /// <summary>Reads the form of <see cref="ToString"/>; null when it is not one, or not on the map.</summary>
    public static MapView? Parse(string? text)
    {
        var parts = text?.Split(',') ?? [];
        if (parts.Length != 3 || !Read(parts[0], out var latitude) || !Read(parts[1], out var longitude) || !Read(parts[2], out var zoom))
            return null;
        var limits = MapBounds.AroundIndia;
        var isOnMap = latitude >= limits.South && latitude <= limits.North && longitude >= limits.West && longitude <= limits.East && zoom is >= 1 and <= 22;
        return isOnMap ? new MapView(latitude, longitude, zoom) : null;
    }

    private static bool Read(string text, out double value) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);
}
