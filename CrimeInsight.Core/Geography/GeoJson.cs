using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace CrimeInsight.Core.Geography;

/// <summary>Shapes as GeoJSON (RFC 7946): WGS 84, longitude first, rings closed, shells anticlockwise.</summary>
public static class GeoJson
{
    /// <summary>A MultiPolygon geometry as UTF-8.</summary>
    public static byte[] ToBytes(GeoShape shape, int decimals = 3)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            WriteGeometry(writer, shape, decimals);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The shapes of a FeatureCollection that was written here, by their <c>id</c>.</summary>
    internal static IEnumerable<(string Id, GeoShape Shape, JsonElement Feature)> ReadFeatures(JsonDocument collection) =>
        collection.RootElement.TryGetProperty("features"u8, out var features)
            ? features.EnumerateArray().Select(feature => (feature.GetProperty("id"u8).GetString()!, ReadShape(feature.GetProperty("geometry"u8)), feature))
            : [];

    /// <summary>Writes a MultiPolygon geometry.</summary>
    /// <param name="decimals">Digits after the point; 3 is 111 m.</param>
    public static void WriteGeometry(Utf8JsonWriter writer, GeoShape shape, int decimals = 3)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, "MultiPolygon"u8);
        writer.WriteStartArray("coordinates"u8);
        foreach (var polygon in shape.Polygons)
        {
            writer.WriteStartArray();
            foreach (var ring in polygon.Rings)
                WriteRing(writer, ring, decimals);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static GeoShape ReadShape(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates"u8);
        return geometry.GetProperty("type"u8).GetString() switch
        {
            "MultiPolygon" => new GeoShape([.. coordinates.EnumerateArray().Select(ReadPolygon)]),
            "Polygon" => new GeoShape([ReadPolygon(coordinates)]),
            _ => new GeoShape([]),
        };
    }

    private static GeoPolygon ReadPolygon(JsonElement rings)
    {
        var read = rings.EnumerateArray().Select(ReadRing).ToList();
        return new GeoPolygon(read[0], [.. read.Skip(1)]);
    }

    // GeoJSON repeats the first point at the end; our rings do not.
    private static ImmutableArray<GeoPoint> ReadRing(JsonElement ring) =>
        [.. ring.EnumerateArray().SkipLast(1).Select(position => new GeoPoint(position[1].GetDouble(), position[0].GetDouble()))];

    private static void WriteRing(Utf8JsonWriter writer, ImmutableArray<GeoPoint> ring, int decimals)
    {
        writer.WriteStartArray();
        foreach (var point in ring)
            WritePosition(writer, point, decimals);
        WritePosition(writer, ring[0], decimals);
        writer.WriteEndArray();
    }

    private static void WritePosition(Utf8JsonWriter writer, GeoPoint point, int decimals)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(Math.Round(point.Longitude, decimals));
        writer.WriteNumberValue(Math.Round(point.Latitude, decimals));
        writer.WriteEndArray();
    }
}
