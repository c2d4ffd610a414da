using CrimeInsight.Core.Geography;
using CrimeInsight.Tests.Support;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Data.Migrations;

/// <summary>Conflicts of before held hour, place and words of rows about protected cases: they are gone, those of others are not.</summary>
public sealed class ProtectedConflictsMigrationTests(DatabaseServer server)
{
    private const string PlantSql = """
        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names) VALUES (1, NULL, 0, 'IN', 0, 1000, '{"en": "India"}');
        INSERT INTO crime.crime_head (id, parent_id, code, level, is_sensitive, ncrb_name, names)
        VALUES (0, NULL, 'all', 0, false, 'All', '{"en": "All"}'), (1, 0, 'theft', 2, false, 'Theft', '{"en": "Theft"}');
        INSERT INTO crime.incident (id, key, content_hash, occurred_from, occurred_on, ordinal, reported_on, head_id, status, victim_gender, victim_age_band,
            offender_gender, offender_age_band, place_precision, is_sensitive, source)
        SELECT n, gen_random_uuid(), gen_random_uuid(), date '2023-05-01'::timestamp AT TIME ZONE 'Asia/Kolkata', date '2023-05-01', 0, date '2023-05-04', 1, 0,
            0, 0, 0, 0, 5, n = 1, 'before'
        FROM generate_series(1, 2) AS n;
        INSERT INTO crime.batch (id, kind, file_name) VALUES ('00000000-0000-0000-0000-000000000001', 'import', 'before.csv');
        INSERT INTO crime.batch_conflict (batch_id, row_number, twin_id, is_update, differs, key, content_hash, status, ordinal, incident)
        SELECT '00000000-0000-0000-0000-000000000001', i.id + 1, i.id, false, '{is_sensitive}', i.key, i.content_hash, 0, 0, to_jsonb(i) || jsonb_build_object(
            'is_sensitive', false, 'occurred_hour', 21, 'occurred_from', timestamp '2023-05-01 21:15' AT TIME ZONE 'Asia/Kolkata', 'occurred_until',
            timestamp '2023-05-03 04:30' AT TIME ZONE 'Asia/Kolkata', 'latitude', @latitude, 'longitude', @longitude, 'cell_key', @cell,
            'place_precision', 0, 'property_value', 5000, 'modus_operandi', 'by the well')
        FROM crime.incident i
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(13.08271, 80.27071)]
    [InlineData(28.61393, 77.20902)]
    [InlineData(8.07911, 77.55013)]
    public async Task ProtectedConflicts_DatabaseOfBefore_HoldsWhatProtectionPermits(double latitude, double longitude)
    {
        var point = new GeoPoint(latitude, longitude);
        await using var source = NpgsqlDataSource.Create(await server.CreateEmptyAsync());
        await using var connection = await source.OpenConnectionAsync(Token);
        foreach (var script in MigrationScripts.Until("0050"))
            await connection.ExecuteAsync(script);
        await connection.ExecuteAsync(PlantSql, new { latitude, longitude, cell = MapCell.KeyOf(point) });
        foreach (var script in MigrationScripts.Between("0050", "0051"))
            await connection.ExecuteAsync(script);

        var coarse = MapCell.Generalise(point);
        coarse = new GeoPoint(Math.Round(coarse.Latitude, 6), Math.Round(coarse.Longitude, 6));
        Assert.Equal(
            [(null, "2023-05-01 00:00", "2023-05-03 00:00", coarse.Latitude, coarse.Longitude, MapCell.KeyOf(coarse), 2, null, null),
             (21, "2023-05-01 21:15", "2023-05-03 04:30", latitude, longitude, MapCell.KeyOf(point), 0, 5000L, "by the well")],
            await connection.QueryAsync<(int?, string, string, double, double, long, int, long?, string?)>("""
                SELECT (c.incident ->> 'occurred_hour')::integer, to_char((c.incident ->> 'occurred_from')::timestamptz AT TIME ZONE 'Asia/Kolkata',
                        'YYYY-MM-DD HH24:MI'), to_char((c.incident ->> 'occurred_until')::timestamptz AT TIME ZONE 'Asia/Kolkata', 'YYYY-MM-DD HH24:MI'),
                    (c.incident ->> 'latitude')::double precision, (c.incident ->> 'longitude')::double precision, (c.incident ->> 'cell_key')::bigint,
                    (c.incident ->> 'place_precision')::integer, (c.incident ->> 'property_value')::bigint, c.incident ->> 'modus_operandi'
                FROM crime.batch_conflict c
                ORDER BY c.row_number
                """));
    }
}
