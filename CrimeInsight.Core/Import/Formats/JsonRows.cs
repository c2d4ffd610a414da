using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace CrimeInsight.Core.Import.Formats;

/// <summary>
/// Rows of JSON objects, one a line or in one array, also of GeoJSON points. What is nested becomes columns of its own, named by their
/// path. Objects are read twice: first for their columns, which any of them may add.
/// </summary>
internal static class JsonRows
{
    private const int MostColumns = 2_000;

    /// <summary>Of which a glance takes the columns and rows.</summary>
    private const long GlanceBytes = 24L << 20;

    private const string Latitude = "latitude", Longitude = "longitude";

    public static async Task WriteAsync(Stream stream, bool isLines, bool isGlance, RowWriter rows, CancellationToken cancellationToken)
    {
        var mostBytes = isGlance ? GlanceBytes : long.MaxValue;
        try
        {
            var columns = Columns(new JsonArrayStream(stream, isLines, mostBytes), isLines, cancellationToken);
            await rows.WriteAsync([.. columns.Keys], cancellationToken).ConfigureAwait(false);
            stream.Position = 0;
            var values = new JsonArrayStream(stream, isLines, mostBytes);
            using var records = new JsonRecords(values, isLines);
            var cells = new JsonElement[columns.Count];
            while (records.Read())
            {
                Array.Clear(cells);
                Flatten(records.Current, (name, value) => cells[columns[name]] = value);
                foreach (var cell in cells)
                    Write(cell, rows);
                await rows.EndRowAsync(cancellationToken).ConfigureAwait(false);
            }

            rows.IsPart = values.WasCut;
        }
        catch (JsonException fault)
        {
            throw new ImportRefusedException(
                FileProblem.JsonInvalid, ((fault.LineNumber ?? 0) + 1).ToString(CultureInfo.InvariantCulture),
                ((fault.BytePositionInLine ?? 0) + 1).ToString(CultureInfo.InvariantCulture));
        }
    }

    private static Dictionary<string, int> Columns(JsonArrayStream values, bool isLines, CancellationToken cancellationToken)
    {
        using var records = new JsonRecords(values, isLines);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        while (records.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            Flatten(records.Current, (name, _) =>
            {
                if (columns.TryAdd(name, columns.Count) && columns.Count > MostColumns)
                    throw new ImportRefusedException(FileProblem.TooLarge);
            });
        }

        return columns.Count > 0 ? columns : throw new ImportRefusedException(FileProblem.JsonNoRecords);
    }

    private static void Flatten(JsonElement record, Action<string, JsonElement> add)
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

    private static void AddPoint(JsonElement geometry, Action<string, JsonElement> add)
    {
        if (geometry.ValueKind == JsonValueKind.Null)
            return;
        if (!geometry.TryGetProperty("type", out var type) || !type.ValueEquals("Point")
            || !geometry.TryGetProperty("coordinates", out var position) || position.ValueKind != JsonValueKind.Array || position.GetArrayLength() < 2)
            throw new ImportRefusedException(FileProblem.GeoJsonNotPoints, type.ValueKind == JsonValueKind.String ? type.GetString()! : "-");
        add(Latitude, position[1]);
        add(Longitude, position[0]);
    }

    private static void Add(string path, JsonElement value, Action<string, JsonElement> add)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            add(path, value);
            return;
        }

        foreach (var member in value.EnumerateObject())
            Add(path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value, add);
    }

    // Plain text needs no string, which would be as long as it.
    private static void Write(JsonElement value, RowWriter rows)
    {
        if (value.ValueKind != JsonValueKind.String || JsonMarshal.GetRawUtf8Value(value) is not [(byte)'"', .. var raw, (byte)'"'] || raw.Contains((byte)'\\'))
        {
            rows.Cell(TextOf(value));
            return;
        }

        var text = ArrayPool<char>.Shared.Rent(raw.Length);
        rows.Cell(text.AsSpan(0, Encoding.UTF8.GetChars(raw, text)));
        ArrayPool<char>.Shared.Return(text);
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
