using CrimeInsight.Core.Geography;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Migrations;

/// <summary>A database of before held hours, places and words of minors: they are gone, and nothing that was withheld has come out.</summary>
public sealed class ProtectedCasesMigrationTests(DatabaseServer server)
{
    private const string PlantSql = """
        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names)
        VALUES (1, NULL, 0, 'IN', 0, 1000, '{"en": "India"}'), (2, 1, 1, 'IN-TN', 100, 200, '{"en": "Tamil Nadu"}'),
               (3, 2, 4, 'IN-TN-568', 110, 120, '{"en": "Chennai"}'), (4, 3, 7, 'IN-TN-568-001', 111, 112, '{"en": "T. Nagar"}');
        INSERT INTO crime.crime_head (id, parent_id, code, level, is_sensitive, ncrb_name, names)
        VALUES (0, NULL, 'all', 0, false, 'All', '{"en": "All"}'), (1, 0, 'theft', 2, false, 'Theft', '{"en": "Theft"}'),
               (2, 0, 'pocso', 2, true, 'POCSO', '{"en": "POCSO"}');
        INSERT INTO crime.incident (id, key, content_hash, occurred_from, occurred_on, ordinal, reported_on, head_id, status, victim_gender, victim_age_band,
            offender_gender, offender_age_band, place_precision, is_sensitive, occurred_hour, cell_key, latitude, longitude, occurred_until, property_value, source,
            modus_operandi)
        SELECT n, gen_random_uuid(), gen_random_uuid(), (date '2023-05-01' + n % 90) + time '21:15' AT TIME ZONE 'Asia/Kolkata', date '2023-05-01' + n % 90,
            CASE n % 4 WHEN 0 THEN 110 ELSE 111 END, date '2023-05-04' + n % 90, CASE n % 5 WHEN 0 THEN 2 ELSE 1 END, n % 5, n % 4, n % 9, n % 3, n * 5 % 9,
            CASE WHEN n % 5 = 0 THEN 2 ELSE 0 END, n % 5 = 0, 21, @cells[n], @latitudes[n], @longitudes[n],
            CASE n % 3 WHEN 0 THEN (date '2023-05-03' + n % 90) + time '04:30' AT TIME ZONE 'Asia/Kolkata' END, CASE WHEN n % 5 > 0 THEN n END, 'before',
            CASE WHEN n % 5 > 0 THEN 'words' END
        FROM generate_series(1, 400) AS n;
        INSERT INTO crime.rollup_hour VALUES (0, 0, 0, '2023-05-01', ARRAY[22], ARRAY[400]);
        INSERT INTO crime.rollup_cell VALUES (13, 0, 1, 110, '2023-01-01', ARRAY[5], ARRAY[400]);
        INSERT INTO crime.rollup_victim VALUES (0, 0, 0, '2023-05-01', ARRAY[22], ARRAY[400]);
        UPDATE crime.data_state SET data_version = 7, months_version = 7, incident_count = 400;
        INSERT INTO crime.batch (id, kind, file_name) VALUES ('00000000-0000-0000-0000-000000000001', 'import', 'before.csv');
        INSERT INTO crime.batch_reject VALUES
            ('00000000-0000-0000-0000-000000000001', 2, 2, 'lat', '13.0827', 'CoordinatesSwapped', '80.2, 13.0'),
            ('00000000-0000-0000-0000-000000000001', 3, 3, 'head', 'burglarry', 'HeadUnknown', 'burglary');
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ProtectedCases_DatabaseOfBefore_AreFlaggedAndCoarse()
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateEmptyAsync());
        await using var connection = await source.OpenConnectionAsync(Token);
        var points = Enumerable.Range(0, 400).Select(n => n % 5 == 4 ? Rounded(MapCell.Generalise(Point(n))) : Point(n)).ToArray();

        await MigrateAsync(connection, points);

        Assert.Equal((0L, 0L), await connection.QuerySingleAsync<(long, long)>("""
            SELECT count(*) FILTER (WHERE is_sensitive <> (n % 5 = 0 OR n % 9 BETWEEN 1 AND 4 OR n * 5 % 9 BETWEEN 1 AND 4)),
                count(*) FILTER (WHERE is_sensitive AND (occurred_hour IS NOT NULL OR modus_operandi IS NOT NULL OR property_value IS NOT NULL
                    OR place_precision < 2 OR occurred_from <> occurred_on::timestamp AT TIME ZONE 'Asia/Kolkata'
                    OR (occurred_until IS NOT NULL) <> (n % 3 = 0)))
            FROM (SELECT *, id AS n FROM crime.incident) AS i
            """));
        // The place is what an import would store today.
        foreach (var (id, isSensitive, cell, latitude, longitude) in await connection.QueryAsync<(long, bool, long, double, double)>(
            "SELECT id, is_sensitive, cell_key, latitude, longitude FROM crime.incident"))
        {
            var expected = isSensitive ? Rounded(MapCell.Generalise(points[id - 1])) : points[id - 1];
            Assert.Equal((expected, MapCell.KeyOf(expected)), (new GeoPoint(latitude, longitude), cell));
        }
        // Others keep all they had.
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM crime.incident WHERE NOT is_sensitive AND (occurred_hour IS DISTINCT FROM 21 OR modus_operandi IS NULL)"));
        foreach (var (table, (rows, differences)) in await RollupRecount.CompareAsync(source))
            Assert.True(table.StartsWith("rollup_month", StringComparison.Ordinal) || (rows > 0 && differences == 0), $"{table} {rows} {differences}");
        Assert.Equal((8L, 8L), await connection.QuerySingleAsync<(long, long)>("SELECT data_version, months_version FROM crime.data_state"));
        Assert.Equal([null, "burglarry"], await connection.QueryAsync<string?>("SELECT value FROM crime.batch_reject ORDER BY row_number"));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT crime.protect_cases()"));
    }

    [Fact]
    public async Task ProtectedCases_HeadBecomesSensitive_TakesItsCasesWithIt()
    {
        await using var source = NpgsqlDataSource.Create(await server.CreateEmptyAsync());
        await using var connection = await source.OpenConnectionAsync(Token);
        await MigrateAsync(connection, [.. Enumerable.Range(0, 400).Select(Point)]);

        await connection.ExecuteAsync("UPDATE crime.crime_head SET is_sensitive = true WHERE code = 'theft'");

        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.incident WHERE NOT is_sensitive OR occurred_hour IS NOT NULL"));
        Assert.All(await RollupRecount.CompareAsync(source), table => Assert.True(table.Key.StartsWith("rollup_month", StringComparison.Ordinal)
            || table.Value.Differences == 0, table.Key));
        Assert.Equal(0, await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM crime.rollup_cell"));
    }

    private static async Task MigrateAsync(NpgsqlConnection connection, GeoPoint[] points)
    {
        foreach (var script in MigrationScripts.Until("0028"))
            await connection.ExecuteAsync(script);
        await connection.ExecuteAsync(PlantSql, new
        {
            cells = points.Select(MapCell.KeyOf).ToArray(), latitudes = points.Select(point => point.Latitude).ToArray(),
            longitudes = points.Select(point => point.Longitude).ToArray(),
        });
        foreach (var script in MigrationScripts.Between("0028", "0030"))
            await connection.ExecuteAsync(script);
    }

    private static GeoPoint Point(int n) => new(8.05 + n * 0.0313, 76.02 + n * 0.0171);

    private static GeoPoint Rounded(GeoPoint point) => new(Math.Round(point.Latitude, 6), Math.Round(point.Longitude, 6));
}
