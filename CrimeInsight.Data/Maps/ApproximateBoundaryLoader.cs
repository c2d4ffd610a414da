using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Geography;
using CrimeInsight.Core.Geography.Boundaries;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Maps;

/// <summary>Computes approximate shapes for jurisdictions that have no official one, when the map or the districts changed.</summary>
/// <param name="svgPath">The outline map.</param>
internal sealed class ApproximateBoundaryLoader(string svgPath)
{
    /// <summary>Raise it when the computation changes, to have stored shapes drawn anew.</summary>
    private const int Edition = 1;

    // The first start computes them and so may a demo load at the same time: one waits and finds them done.
    private const string LockSql = "SELECT pg_advisory_xact_lock(4711008)";

    private const string DistrictsSql = """
        SELECT d.code, state.code AS state_code, d.latitude, d.longitude, d.area_km2,
               ARRAY(SELECT c.latitude FROM crime.city c WHERE c.jurisdiction_id = d.id ORDER BY c.name) AS town_latitudes,
               ARRAY(SELECT c.longitude FROM crime.city c WHERE c.jurisdiction_id = d.id ORDER BY c.name) AS town_longitudes
        FROM crime.jurisdiction d
        JOIN crime.jurisdiction state ON state.level = 1 AND d.ordinal >= state.ordinal AND d.ordinal < state.ordinal_until
        WHERE d.level = 4
          AND d.valid_until IS NULL
          AND d.latitude IS NOT NULL
        ORDER BY d.code
        """;

    private const string IsCurrentSql = """
        SELECT EXISTS (SELECT 1 FROM crime.boundary WHERE is_approximate AND source = @source)
            OR NOT EXISTS (
                SELECT 1
                FROM crime.jurisdiction j
                LEFT JOIN crime.boundary b ON b.jurisdiction_id = j.id AND NOT b.is_approximate
                WHERE j.level IN (0, 1, 4) AND b.jurisdiction_id IS NULL)
        """;

    private const string ReplaceSql = """
        DELETE FROM crime.boundary
        WHERE is_approximate;

        INSERT INTO crime.boundary (jurisdiction_id, geometry, is_approximate, source)
        SELECT j.id, shape.geometry::jsonb, true, @source
        FROM unnest(@codes, @geometries) AS shape (code, geometry)
        JOIN crime.jurisdiction j ON j.code = shape.code
        ON CONFLICT (jurisdiction_id) DO NOTHING;

        UPDATE crime.data_state
        SET reference_version = reference_version + 1
        """;

    /// <summary>The outline map that comes with the app.</summary>
    public static string UsualMap => Path.Combine(AppContext.BaseDirectory, "maps", "india.svg");

    /// <returns>Number of shapes computed; 0 when those stored are current.</returns>
    public async Task<int> LoadAsync(string ownerConnectionString, CancellationToken cancellationToken)
    {
        if (!File.Exists(svgPath))
            throw new OperatorException(
                $"The outline map '{svgPath}' is missing, so districts have no shapes. Build the app again: it restores the map with npm.");
        var svg = await File.ReadAllTextAsync(svgPath, cancellationToken);
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(LockSql, transaction: transaction, commandTimeout: 0, cancellationToken: cancellationToken));
        var districts =
            (await connection.QueryAsync<DistrictRow>(new CommandDefinition(DistrictsSql, transaction: transaction, cancellationToken: cancellationToken)))
                .AsList();
        var source = Source(svg, districts);
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(IsCurrentSql, new { source }, transaction, cancellationToken: cancellationToken)))
            return 0;
        var shapes = ApproximateBoundaries.Compute(svg, [.. districts.Select(district => district.ToSite())]);
        await connection.ExecuteAsync(new CommandDefinition(ReplaceSql, new
        {
            source,
            codes = shapes.Select(shape => shape.Code).ToArray(),
            geometries = shapes.Select(shape => Encoding.UTF8.GetString(GeoJson.ToBytes(shape.Shape))).ToArray(),
        }, transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return shapes.Count;
    }

    private static string Source(string svg, List<DistrictRow> districts)
    {
        var inputs = $"{Edition}\n{svg}\n{JsonSerializer.Serialize(districts)}";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(inputs)));
        return $"{SvgStateOutlines.Attribution} {hash[..16]}";
    }

    private sealed record DistrictRow
    {
        public string Code { get; init; } = "";

        public string StateCode { get; init; } = "";

        public double Latitude { get; init; }

        public double Longitude { get; init; }

        public double? AreaKm2 { get; init; }

        public double[] TownLatitudes { get; init; } = [];

        public double[] TownLongitudes { get; init; } = [];

        public DistrictSite ToSite() => new(Code, StateCode, new GeoPoint(Latitude, Longitude), AreaKm2,
            [.. TownLatitudes.Zip(TownLongitudes, (latitude, longitude) => new GeoPoint(latitude, longitude))]);
    }
}
