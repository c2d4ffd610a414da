using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// Rows of JSON objects, one a line or in one array, also of GeoJSON points. What is nested becomes columns of its own, named by their
/// path. Objects are read twice: first for their columns, which any of them may add.
/// </summary>
internal static class JsonRows
{
    private const int MostColumns = 2_000;
    private const string Latitude = "latitude", Longitude = "longitude";

    public static async Task WriteAsync(Stream stream, bool isLines, RowWriter rows, CancellationToken cancellationToken)
    {
        try
        {
            var columns = new Dictionary<string, int>(StringComparer.Ordinal);
            await foreach (var record in RecordsAsync(stream, isLines, cancellationToken).ConfigureAwait(false))
                Flatten(record, (name, _) =>
                {
                    if (columns.TryAdd(name, columns.Count) && columns.Count > MostColumns)
                        throw new ImportRefusedException(FileProblem.TooLarge);
                });
            if (columns.Count == 0)
                throw new ImportRefusedException(FileProblem.JsonNoRecords);
            await rows.WriteAsync([.. columns.Keys], cancellationToken).ConfigureAwait(false);
            stream.Position = 0;
            var cells = new string?[columns.Count];
            await foreach (var record in RecordsAsync(stream, isLines, cancellationToken).ConfigureAwait(false))
            {
                Array.Clear(cells);
                Flatten(record, (name, text) => cells[columns[name]] = text);
                await rows.WriteAsync(cells, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (JsonException fault)
        {
            throw new ImportRefusedException(
                FileProblem.JsonInvalid, ((fault.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture),
                ((fault.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async IAsyncEnumerable<JsonElement> RecordsAsync(
        Stream stream, bool isLines, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var values = new JsonArrayStream(stream, isLines);
        var records = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(values, topLevelValues: isLines, cancellationToken: cancellationToken);
        await foreach (var record in records.ConfigureAwait(false))
        {
            if (record.ValueKind != JsonValueKind.Object)
                throw new ImportRefusedException(FileProblem.JsonNoRecords);
            yield return record;
        }
    }

    private static void Flatten(JsonElement record, Action<string, string?> add)
    {
        if (record.TryGetProperty("type", out var type) && type.ValueEquals("Feature") && record.TryGetProperty("geometry", out var geometry))
        {
            if (record.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
                Add("", properties, add);
            if (record.TryGetProperty("id", out var id))
                Add("id", id, add);
            AddPoint(geometry, add);
            return;
        }

        Add("", record, add);
    }

    private static void AddPoint(JsonElement geometry, Action<string, string?> add)
    {
        if (geometry.ValueKind == JsonValueKind.Null)
            return;
        if (!geometry.TryGetProperty("type", out var type) || !type.ValueEquals("Point")
            || !geometry.TryGetProperty("coordinates", out var position) || position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2)
            throw new ImportRefusedException(FileProblem.GeoJsonNotPoints, type.ValueKind == JsonValueKind.String ? type.GetString()! : "-");
        add(Latitude, TextOf(position[1]));
        add(Longitude, TextOf(position[0]));
    }

    private static void Add(string path, JsonElement value, Action<string, string?> add)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            add(path, TextOf(value));
            return;
        }

        foreach (var member in value.EnumerateObject())
            Add(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, add);
    }

    // Sections of law and the like come as lists: as one cell, as people write them.
    private static string? TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) =>
            string.Join(", ", value.EnumerateArray().Select(TextOf)),
        _ => value.GetRawText(),
    };
}
