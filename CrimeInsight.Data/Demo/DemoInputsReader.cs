using System.Collections.Immutable;
using System.Text.Json;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Demo;

/// <summary>Reads what the demo generator is calibrated to from the reference tables, in an order that never varies.</summary>
internal static class DemoInputsReader
{
    private const string DistrictsSql = """
        SELECT d.code, s.code AS state_code, d.ordinal, d.names::text AS names, d.latitude, d.longitude,
            d.area_km2, d.population_2011, d.urban_share, b.geometry::text AS geometry
        FROM crime.jurisdiction d
        JOIN crime.jurisdiction s ON s.id = d.parent_id
        LEFT JOIN crime.boundary_current b ON b.jurisdiction_id = d.id
        WHERE d.level = 4
          AND d.valid_until IS NULL
          AND d.latitude IS NOT NULL
          AND d.area_km2 > 0
        ORDER BY d.ordinal
        """;

    // Matched to districts in memory: a join over ranges would compare every station with every district.
    private const string StationsSql = """
        SELECT ordinal, latitude, longitude
        FROM crime.jurisdiction
        WHERE level = 7
          AND valid_until IS NULL
          AND latitude IS NOT NULL
        ORDER BY ordinal
        """;

    private const string TownsSql = """
        SELECT d.code AS district_code, c.latitude, c.longitude, c.population
        FROM crime.city c
        JOIN crime.jurisdiction d ON d.id = c.jurisdiction_id
        ORDER BY d.ordinal, c.population DESC, c.name
        """;

    private const string HeadsSql = """
        SELECT h.id, h.code, h.is_sensitive
        FROM crime.crime_head h
        WHERE NOT EXISTS (SELECT 1 FROM crime.crime_head c WHERE c.parent_id = h.id)
        ORDER BY h.id
        """;

    private const string FiguresSql = """
        SELECT j.code AS area_code, o.year, o.head_id, o.cases
        FROM crime.official_count o
        JOIN crime.jurisdiction j ON j.id = o.jurisdiction_id
        WHERE j.level IN (1, 4)
        ORDER BY j.ordinal, o.year, o.head_id
        """;

    private const string RatesSql = """
        SELECT j.code AS state_code, r.year, r.chargesheet_rate, r.conviction_rate
        FROM crime.state_rate r
        JOIN crime.jurisdiction j ON j.id = r.jurisdiction_id
        WHERE r.chargesheet_rate IS NOT NULL
          AND r.conviction_rate IS NOT NULL
        ORDER BY j.ordinal, r.year
        """;

    private const string FestivalsSql = """
        SELECT day, key, regions
        FROM crime.holiday
        WHERE key = ANY(@keys)
        ORDER BY day, key, regions
        """;

    public static async Task<DemoInputs> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var keys = PlantedEffects.Festivals.Select(effect => effect.FestivalKey).Distinct().ToArray();
        var districts = await ReadDistrictsAsync(connection, cancellationToken);
        var stations = await QueryAsync<StationRow>(connection, StationsSql, null, cancellationToken);
        var heads = await QueryAsync<HeadRow>(connection, HeadsSql, null, cancellationToken);
        var figures = await QueryAsync<FigureRow>(connection, FiguresSql, null, cancellationToken);
        var rates = await QueryAsync<RateRow>(connection, RatesSql, null, cancellationToken);
        var festivals = await QueryAsync<FestivalRow>(connection, FestivalsSql, new { keys }, cancellationToken);
        return new DemoInputs(
            districts,
            await ReadTownsAsync(connection, cancellationToken),
            StationsOf(districts, stations),
            [.. heads.Select(row => new DemoHead(row.Id, row.Code, row.IsSensitive))],
            [.. figures.Select(row => new DemoFigure(row.AreaCode, row.Year, row.HeadId, row.Cases))],
            [.. rates.Select(row => new DemoStateRate(row.StateCode, row.Year, row.ChargesheetRate, row.ConvictionRate))],
            [.. festivals.Select(row => new DemoFestivalDay(row.Day, row.Key, [.. row.Regions]))]);
    }

    public static async Task<ImmutableArray<DemoDistrict>> ReadDistrictsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<DistrictRow>(connection, DistrictsSql, null, cancellationToken);
        return [.. rows.Select(row => new DemoDistrict(
            row.Code, row.StateCode, row.Ordinal, DapperSetup.ReadNames(row.Names), new GeoPoint(row.Latitude, row.Longitude),
            row.AreaKm2, row.Population2011 ?? 0, row.UrbanShare ?? 0, RingsOf(row.Geometry)))];
    }

    public static async Task<ImmutableArray<DemoTown>> ReadTownsAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var rows = await QueryAsync<TownRow>(connection, TownsSql, null, cancellationToken);
        return [.. rows.Select(row => new DemoTown(row.DistrictCode, new GeoPoint(row.Latitude, row.Longitude), row.Population))];
    }

    /// <summary>All rings of a GeoJSON Polygon or MultiPolygon; none for anything else.</summary>
    internal static ImmutableArray<ImmutableArray<GeoPoint>> RingsOf(string? geometry)
    {
        if (geometry is null)
            return [];
        using var document = JsonDocument.Parse(geometry);
        var coordinates = document.RootElement.GetProperty("coordinates");
        return document.RootElement.GetProperty("type").GetString() switch
        {
            "Polygon" => [.. coordinates.EnumerateArray().Select(RingOf)],
            "MultiPolygon" => [.. coordinates.EnumerateArray().SelectMany(polygon => polygon.EnumerateArray().Select(RingOf))],
            _ => [],
        };
    }

    private static ImmutableArray<DemoStation> StationsOf(ImmutableArray<DemoDistrict> districts, IEnumerable<StationRow> rows)
    {
        var stations = ImmutableArray.CreateBuilder<DemoStation>();
        var next = 0;
        foreach (var row in rows)
        {
            while (next < districts.Length && districts[next].Ordinal <= row.Ordinal)
                next++;
            if (next > 0 && row.Ordinal < districts[next - 1].Ordinal + OrdinalPlan.DistrictWidth)
                stations.Add(new DemoStation(districts[next - 1].Code, row.Ordinal, new GeoPoint(row.Latitude, row.Longitude)));
        }

        return stations.ToImmutable();
    }

    private static ImmutableArray<GeoPoint> RingOf(JsonElement ring) =>
        [.. ring.EnumerateArray().Select(position => new GeoPoint(position[1].GetDouble(), position[0].GetDouble()))];

    private static async Task<IEnumerable<T>> QueryAsync<T>(NpgsqlConnection connection, string sql, object? parameters, CancellationToken cancellationToken) =>
        await connection.QueryAsync<T>(new CommandDefinition(sql, parameters, cancellationToken: cancellationToken));

    private sealed record DistrictRow(
        string Code, string StateCode, int Ordinal, string Names, double Latitude, double Longitude,
        double AreaKm2, long? Population2011, double? UrbanShare, string? Geometry);

    private sealed record StationRow(int Ordinal, double Latitude, double Longitude);

    private sealed record TownRow(string DistrictCode, double Latitude, double Longitude, int Population);

    private sealed record HeadRow(short Id, string Code, bool IsSensitive);

    private sealed record FigureRow(string AreaCode, short Year, short HeadId, int Cases);

    private sealed record RateRow(string StateCode, short Year, double ChargesheetRate, double ConvictionRate);

    private sealed record FestivalRow
    {
        public DateOnly Day { get; init; }

        public string Key { get; init; } = "";

        public string[] Regions { get; init; } = [];
    }
}
