using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Support;

/// <summary>Arranges incidents and rollups as the owner, in the plainest way there is.</summary>
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

    public const string BuildRollups = """
        CREATE TEMP TABLE wide AS
        WITH RECURSIVE ancestry AS (
            SELECT id AS leaf, id AS node, parent_id FROM crime.crime_head
            UNION ALL
            SELECT a.leaf, h.id, h.parent_id FROM ancestry a JOIN crime.crime_head h ON h.id = a.parent_id)
        SELECT j.level, a.node AS head_id, j.ordinal, date_trunc('month', i.occurred_on)::date AS month,
               extract(isodow FROM i.occurred_on)::smallint AS weekday, coalesce(i.occurred_hour, -1)::smallint AS hour,
               i.status, i.victim_gender AS gender, i.victim_age_band AS age_band
        FROM crime.incident i
        JOIN crime.jurisdiction j ON i.ordinal >= j.ordinal AND i.ordinal < j.ordinal_until
        JOIN ancestry a ON a.leaf = i.head_id;

        INSERT INTO crime.rollup_month
        SELECT level, head_id, ordinal, month, count(*), count(*) FILTER (WHERE status = 0), count(*) FILTER (WHERE status = 1),
               count(*) FILTER (WHERE status = 2), count(*) FILTER (WHERE status = 3), count(*) FILTER (WHERE status = 4)
        FROM wide
        WHERE level <= 6
        GROUP BY 1, 2, 3, 4;

        INSERT INTO crime.rollup_hour
        SELECT level, head_id, ordinal, month, weekday, hour, count(*)
        FROM wide
        WHERE level <= 1
        GROUP BY 1, 2, 3, 4, 5, 6;

        INSERT INTO crime.rollup_victim
        SELECT level, head_id, ordinal, month, gender, age_band, count(*)
        FROM wide
        WHERE level <= 1
        GROUP BY 1, 2, 3, 4, 5, 6;
        UPDATE crime.data_state SET data_version = data_version + 1;
        """;

    private const string InsertSql = """
        INSERT INTO crime.incident (
            occurred_on, occurred_hour, head_id, status, ordinal, victim_gender, victim_age_band, offender_gender, offender_age_band,
            place_precision, is_sensitive, occurred_from, reported_on, batch_id, source, source_reference, content_hash)
        SELECT occurred_on, nullif(hour, -1), head_id, status, ordinal, gender, age_band, 0, 0,
               5, is_sensitive, occurred_on, occurred_on, gen_random_uuid(), 'test', reference, gen_random_uuid()
        FROM unnest(@references, @ordinals, @heads, @sensitive, @days, @hours, @statuses, @genders, @ageBands)
            AS t (reference, ordinal, head_id, is_sensitive, occurred_on, hour, status, gender, age_band)
        """;

    public static Task InsertAsync(NpgsqlConnection owner, IReadOnlyCollection<TestIncident> incidents) => owner.ExecuteAsync(InsertSql, new
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
