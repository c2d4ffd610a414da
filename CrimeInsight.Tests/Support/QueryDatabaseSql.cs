using CrimeInsight.Core.People;
using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Support;

/// <summary>Arranges places and incidents.</summary>
internal static class QueryDatabaseSql
{
    /// <summary>Two districts of each state keep two stations each, the first with two beats; Tamil Nadu's first two form a range.</summary>
    public const string AddPlaces = """
        CREATE TEMP TABLE chosen AS
        SELECT d.id, d.code, d.ordinal, d.parent_id, row_number() OVER (PARTITION BY d.parent_id ORDER BY d.ordinal) AS number
        FROM crime.jurisdiction d
        WHERE d.level = 4 AND left(d.code, 6) = ANY(@prefixes);
        DELETE FROM chosen WHERE number > 2;

        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names)
        SELECT 1900000000 + row_number() OVER (ORDER BY c.id, n), c.id, 7, c.code || '-' || n, c.ordinal + 1000 + n * 100, c.ordinal + 1100 + n * 100, '{"en":"Station"}'
        FROM chosen c
        CROSS JOIN generate_series(1, 2) AS n;

        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names)
        SELECT 1950000000 + row_number() OVER (ORDER BY s.id, n), s.id, 8, s.code || '-' || n, s.ordinal + n * 10, s.ordinal + n * 10 + 10, '{"en":"Beat"}'
        FROM crime.jurisdiction s
        CROSS JOIN generate_series(1, 2) AS n
        WHERE s.id > 1900000000 AND s.level = 7 AND s.code LIKE '%-1';

        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names)
        SELECT 1900000000, min(parent_id), 3, 'IN-TN-R1', min(ordinal) - 1, max(ordinal) + 100000, '{"en":"Range"}'
        FROM chosen
        WHERE code LIKE 'IN-TN-%';
        UPDATE crime.jurisdiction
        SET parent_id = 1900000000
        WHERE id IN (SELECT id FROM chosen WHERE code LIKE 'IN-TN-%');
        UPDATE crime.data_state SET reference_version = reference_version + 1;
        """;

    private const string OpenSql = """
        SELECT set_config('crimeinsight.person', @person, true), crime.open_batch(@batch, 'import', 'random.csv', NULL, false)
        """;

    private const string StageSql = """
        INSERT INTO staging.{0} (
            row_number, occurred_on, occurred_hour, head_id, status, ordinal, victim_gender, victim_age_band, offender_gender,
            offender_age_band, place_precision, is_sensitive, occurred_from, reported_on, source, source_reference, content_hash)
        SELECT row_number() OVER (), occurred_on, nullif(hour, -1), head_id, status, ordinal, gender, age_band, 0,
               0, 5, is_sensitive, occurred_on, occurred_on, 'test', reference, gen_random_uuid()
        FROM unnest(@references, @ordinals, @heads, @sensitive, @days, @hours, @statuses, @genders, @ageBands)
            AS t (reference, ordinal, head_id, is_sensitive, occurred_on, hour, status, gender, age_band)
        """;

    private const string CommitSql = """
        SELECT accepted
        FROM crime.commit_batch(@batch, '{}')
        """;

    /// <summary>Loads a batch as an administrator would: through staging and the owner's functions.</summary>
    public static async Task LoadAsync(NpgsqlDataSource app, Viewer admin, IReadOnlyCollection<TestIncident> incidents)
    {
        var batch = Guid.NewGuid();
        await using var connection = await app.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(OpenSql, new { person = admin.PersonId.ToString(), batch });
        await StageAsync(connection, StageSql.Replace("{0}", $"batch_{batch:N}", StringComparison.Ordinal), incidents);
        Assert.Equal(incidents.Count, await connection.ExecuteScalarAsync<long>(CommitSql, new { batch }));
        await transaction.CommitAsync();
    }

    private static Task<int> StageAsync(NpgsqlConnection connection, string sql, IReadOnlyCollection<TestIncident> incidents) => connection.ExecuteAsync(sql, new
    {
        references = incidents.Select(incident => incident.Reference).ToArray(),
        ordinals = incidents.Select(incident => incident.Ordinal).ToArray(),
        heads = incidents.Select(incident => incident.HeadId).ToArray(),
        sensitive = incidents.Select(incident => incident.IsSensitive).ToArray(),
        days = incidents.Select(incident => incident.OccurredOn).ToArray(),
        hours = incidents.Select(incident => (short)incident.Hour).ToArray(),
        statuses = incidents.Select(incident => (short)incident.Status).ToArray(),
        genders = incidents.Select(incident => (short)incident.Gender).ToArray(),
        ageBands = incidents.Select(incident => (short)incident.AgeBand).ToArray(),
    });
}
