using System.Collections.Immutable;
using System.Text.Json;
using CrimeInsight.Core;
using CrimeInsight.Core.Demo;
using CrimeInsight.Core.Jurisdictions;
using CrimeInsight.Data.Connections;
using Dapper;
using Npgsql;

namespace CrimeInsight.Data.Demo;

/// <summary>Adds the synthetic police stations to the jurisdiction tree, once. Districts that have stations keep theirs.</summary>
internal static class StationWriter
{
    private const string LockSql = "SELECT pg_advisory_xact_lock(4711006)";

    private const string DemoIsOverSql = "SELECT crime.has_registered_cases()";

    private const string WithStationsSql = """
        SELECT d.code
        FROM crime.jurisdiction d
        WHERE d.level = 4
          AND EXISTS (
              SELECT 1
              FROM crime.jurisdiction s
              WHERE s.ordinal > d.ordinal
                AND s.ordinal < d.ordinal_until
                AND s.level = 7)
        """;

    private const string InsertSql = """
        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names, latitude, longitude, is_synthetic)
        SELECT s.ordinal, d.id, 7, s.code, s.ordinal, s.ordinal + @width, s.names::jsonb, s.latitude, s.longitude, true
        FROM unnest(@ordinals, @districts, @codes, @names, @latitudes, @longitudes)
            AS s (ordinal, district, code, names, latitude, longitude)
        JOIN crime.jurisdiction d ON d.code = s.district
        """;

    private const string FinishSql = """
        UPDATE crime.data_state
        SET reference_version = reference_version + 1
        """;

    /// <returns>Stations added; zero when they were there.</returns>
    public static async Task<int> EnsureAsync(string ownerConnectionString, string seedFolder, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(LockSql, transaction: transaction, cancellationToken: cancellationToken));
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(DemoIsOverSql, transaction: transaction, cancellationToken: cancellationToken)))
            throw new OperatorException("The database holds real cases: no police station is invented for it any more.");
        var districts = await DemoInputsReader.ReadDistrictsAsync(connection, cancellationToken);
        var served = (await connection.QueryAsync<string>(
            new CommandDefinition(WithStationsSql, transaction: transaction, cancellationToken: cancellationToken))).ToHashSet();
        if (districts.All(district => district.Population == 0 || served.Contains(district.Code)))
            return 0;
        var towns = await DemoInputsReader.ReadTownsAsync(connection, cancellationToken);
        var seed = StationSeed.Read(seedFolder);
        var plan = StationPlan.Create(districts, towns, seed.StationsByState, seed.NameParts).RemoveAll(station => served.Contains(station.DistrictCode));
        var ordinals = OrdinalsOf(plan, districts.ToDictionary(district => district.Code, district => district.Ordinal));
        var added = await connection.ExecuteAsync(
            new CommandDefinition(InsertSql, Parameters(plan, ordinals), transaction, commandTimeout: 120, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(FinishSql, transaction: transaction, cancellationToken: cancellationToken));
        await transaction.CommitAsync(cancellationToken);
        return added;
    }

    private static int[] OrdinalsOf(ImmutableArray<PlannedStation> plan, Dictionary<string, int> districtOrdinals)
    {
        var next = new Dictionary<string, int>();
        return [.. plan.Select(station =>
        {
            var index = next.GetValueOrDefault(station.DistrictCode);
            next[station.DistrictCode] = index + 1;
            return OrdinalPlan.Station(districtOrdinals[station.DistrictCode], index);
        })];
    }

    private static object Parameters(ImmutableArray<PlannedStation> plan, int[] ordinals) => new
    {
        width = OrdinalPlan.StationWidth,
        ordinals,
        districts = plan.Select(station => station.DistrictCode).ToArray(),
        codes = plan.Select(station => station.Code).ToArray(),
        names = plan.Select(station => JsonSerializer.Serialize(station.Names)).ToArray(),
        latitudes = plan.Select(station => station.Point.Latitude).ToArray(),
        longitudes = plan.Select(station => station.Point.Longitude).ToArray(),
    };
}
