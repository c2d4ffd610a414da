namespace CrimeInsight.Tests.Support;

/// <summary>Arranges places.</summary>
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
}
