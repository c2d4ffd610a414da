using System.Buffers;
using System.Collections.Concurrent;
using System.Text.Json;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using CrimeInsight.Core.Reference;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Maps;

/// <summary>Shapes as GeoJSON, put together once for a version of the reference data.</summary>
internal sealed class BoundaryReader(NpgsqlDataSource dataSource, IReferenceDataReader references) : IBoundaryReader
{
    // Numbers and one word: no blank in it means anything.
    private const string ShapesSql = """
        SELECT j.code,
               replace(b.geometry::text, ' ', '') AS geometry,
               b.is_approximate,
               b.source
        FROM crime.boundary_current b
        JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
        WHERE j.level = @level
          AND j.valid_until IS NULL
          AND j.ordinal >= @ordinal
          AND j.ordinal < @ordinal_until
        ORDER BY j.ordinal
        """;

    private readonly ConcurrentDictionary<(BoundaryLevel Level, int Ordinal), BoundaryCollection> _known = new();

    public async ValueTask<BoundaryCollection> ReadAsync(BoundaryLevel level, string? within, CancellationToken cancellationToken)
    {
        var reference = await references.GetAsync(cancellationToken);
        var root = within is null ? reference.Jurisdictions.Root : reference.Jurisdictions.Find(within);
        if (root is null)
            return Write([], reference.Version);
        if (_known.TryGetValue((level, root.Ordinal), out var known) && known.Version == reference.Version)
            return known;
        var rows = await dataSource.ReadAsync(
            connection => connection.QueryAsync<ShapeRow>(new CommandDefinition(
                ShapesSql, new { level = BoundaryLevels.ToPlaces(level), ordinal = root.Ordinal, ordinal_until = root.OrdinalUntil },
                cancellationToken: cancellationToken)), cancellationToken);
        var collection = Write(rows.AsList(), reference.Version);
        return _known[(level, root.Ordinal)] = collection;
    }

    private static BoundaryCollection Write(IReadOnlyCollection<ShapeRow> rows, long version)
    {
        var isApproximate = rows.Any(row => row.IsApproximate);
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "FeatureCollection"u8);
            json.WriteBoolean("approximate"u8, isApproximate);
            json.WriteStartArray("features"u8);
            foreach (var row in rows)
                WriteFeature(json, row);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        var sources = rows.ToLookup(row => row.Source.StartsWith(SvgStateOutlines.Attribution, StringComparison.Ordinal), row => row.Source);
        return new BoundaryCollection(buffer.WrittenMemory, rows.Count, isApproximate, version)
        {
            HasOutlines = sources[true].Any(),
            Sources = [.. sources[false].Distinct()],
        };
    }

    private static void WriteFeature(Utf8JsonWriter json, ShapeRow row)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Feature"u8);
        json.WriteString("id"u8, row.Code);
        json.WriteStartObject("properties"u8);
        json.WriteString("code"u8, row.Code);
        json.WriteBoolean("approximate"u8, row.IsApproximate);
        json.WriteEndObject();
        json.WritePropertyName("geometry"u8);
        json.WriteRawValue(row.Geometry, skipInputValidation: true);
        json.WriteEndObject();
    }

    private sealed record ShapeRow(string Code, string Geometry, bool IsApproximate, string Source);
}
