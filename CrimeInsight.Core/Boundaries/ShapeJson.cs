using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.Converters;

namespace CrimeInsight.Core.Boundaries;

/// <summary>The areas of GeoJSON: a collection, or one feature a line.</summary>
internal static class ShapeJson
{
    private static readonly JsonReaderOptions s_reading = new() { AllowMultipleValues = true, CommentHandling = JsonCommentHandling.Skip };
    private static readonly JsonSerializerOptions s_geometry = new() { Converters = { new GeoJsonConverterFactory(AreaGrid.Plain) } };

    /// <exception cref="JsonException">Not well-formed.</exception>
    public static List<RawShape> Read(byte[] json)
    {
        var text = json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsSpan(3) : json;
        var reader = new Utf8JsonReader(text, s_reading);
        var found = new List<RawShape>();
        var isKnown = false;
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 1 && reader.ValueTextEquals("features"u8))
            {
                isKnown = true;
                reader.Read();
            }
            else if (reader.TokenType == JsonTokenType.PropertyName)
            {
                reader.Skip();
            }
            else if (reader.TokenType == JsonTokenType.StartObject && (reader.CurrentDepth > 0 || IsFeature(reader)))
            {
                isKnown = true;
                Add(found, JsonElement.ParseValue(ref reader));
            }
        }

        return isKnown ? found : throw new ShapeFileException(BoundaryProblem.NotRead);
    }

    // The reader is a copy: where it stands is not changed.
    private static bool IsFeature(Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isType = reader.ValueTextEquals("type"u8);
            reader.Read();
            if (isType)
                return reader.TokenType == JsonTokenType.String && reader.ValueTextEquals("Feature"u8);
            reader.Skip();
        }

        return false;
    }

    private static void Add(List<RawShape> found, JsonElement feature)
    {
        if (!feature.TryGetProperty("geometry"u8, out var geometry) || geometry.ValueKind != JsonValueKind.Object
            || !geometry.TryGetProperty("type"u8, out var type) || !(type.ValueEquals("Polygon"u8) || type.ValueEquals("MultiPolygon"u8)))
            return;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        if (feature.TryGetProperty("id"u8, out var id))
            AreaGrid.Keep(values, "id", Text(id));
        if (feature.TryGetProperty("properties"u8, out var properties) && properties.ValueKind == JsonValueKind.Object)
            foreach (var property in properties.EnumerateObject())
                AreaGrid.Keep(values, property.Name, Text(property.Value));
        found.Add(new RawShape(Areas(geometry), values));
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // A ring of two corners is a slip in one area, no reason to refuse the others.
    private static Geometry? Areas(JsonElement geometry)
    {
        try
        {
            return geometry.Deserialize<Geometry>(s_geometry) is { IsEmpty: false } areas ? areas : null;
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
