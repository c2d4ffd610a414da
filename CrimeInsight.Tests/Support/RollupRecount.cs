using Dapper;
using Npgsql;

namespace CrimeInsight.Tests.Support;

/// <summary>
/// Counts every rollup anew from the raw rows, in the plainest way there is, and finds the rows that differ. Protected cases are of no
/// hour, of no map cell, and apart from other victims. Sections are held to their cases in the same way.
/// </summary>
internal static class RollupRecount
{
    private const string AncestorsSql = """
        CREATE TEMP TABLE wide AS
        WITH RECURSIVE head AS (
            SELECT id AS leaf, id AS node, parent_id FROM crime.crime_head
            UNION ALL
            SELECT a.leaf, h.id, h.parent_id FROM head a JOIN crime.crime_head h ON h.id = a.parent_id)
        SELECT j.level, a.node AS head_id, j.ordinal, date_trunc('month', i.occurred_on)::date AS month,
               date_trunc('month', i.reported_on)::date AS registered,
               extract(isodow FROM i.occurred_on)::smallint AS weekday, coalesce(i.occurred_hour, -1)::smallint AS hour,
               i.status, i.victim_gender AS gender, i.victim_age_band AS age_band, i.cell_key, i.ordinal AS place, i.is_sensitive
        FROM crime.incident i
        JOIN crime.jurisdiction j ON i.ordinal >= j.ordinal AND i.ordinal < j.ordinal_until
        JOIN head a ON a.leaf = i.head_id
        """;

    private const string MonthSql = """
        SELECT level, head_id, ordinal, month, count(*)::integer, (count(*) FILTER (WHERE status = 0))::integer,
               (count(*) FILTER (WHERE status = 1))::integer, (count(*) FILTER (WHERE status = 2))::integer,
               (count(*) FILTER (WHERE status = 3))::integer, (count(*) FILTER (WHERE status = 4))::integer
        FROM wide WHERE level <= 6 GROUP BY 1, 2, 3, 4
        """;

    private const string HourSql = """
        SELECT level, head_id, ordinal, month, CASE WHEN is_sensitive THEN 175 ELSE (weekday - 1) * 25 + hour + 1 END AS slot, count(*)::integer
        FROM wide WHERE level <= 1 GROUP BY 1, 2, 3, 4, 5
        """;

    private const string VictimSql = """
        SELECT level, head_id, ordinal, month, gender * 9 + age_band + CASE WHEN is_sensitive THEN 36 ELSE 0 END AS slot, count(*)::integer
        FROM wide WHERE level <= 1 GROUP BY 1, 2, 3, 4, 5
        """;

    // A case known only to a range or a state counts there: the nearest jurisdiction at or above the district.
    private const string CellSql = """
        SELECT z.zoom, w.head_id, w.cell_key >> z.shift AS cell, w.ordinal, date_trunc('year', w.month)::date, extract(month FROM w.month)::integer, count(*)::integer
        FROM wide w
        JOIN (VALUES (10::smallint, 24), (13::smallint, 18)) AS z (zoom, shift) ON z.zoom = 10 OR w.head_id = 0
        WHERE w.cell_key IS NOT NULL AND NOT w.is_sensitive AND w.level <= 4
          AND NOT EXISTS (
              SELECT 1 FROM crime.jurisdiction j
              WHERE j.level <= 4 AND j.level > w.level AND w.place >= j.ordinal AND w.place < j.ordinal_until)
        GROUP BY 1, 2, 3, 4, 5, 6
        """;

    // What sections know of their cases.
    private const string SectionSql = """
        SELECT s.incident_id, s.place, i.occurred_on, i.ordinal, i.is_sensitive
        FROM crime.incident_section s
        LEFT JOIN crime.incident i ON i.id = s.incident_id
        """;

    private const string SectionRows = "SELECT incident_id, place, occurred_on, ordinal, is_sensitive FROM crime.incident_section";
    private const string MonthRows = "TABLE crime.rollup_month";
    private const string PlaceSlots =
        "SELECT r.level, r.head_id, r.ordinal, r.month, s.slot::integer, s.cases FROM crime.{0} r CROSS JOIN unnest(r.slots, r.cases) AS s (slot, cases)";
    private const string CellSlots =
        "SELECT r.zoom, r.head_id, r.cell, r.ordinal, r.year, s.slot::integer, s.cases FROM crime.rollup_cell r CROSS JOIN unnest(r.slots, r.cases) AS s "
            + "(slot, cases)";

    /// <summary>For each rollup, how many rows were compared and how many differ.</summary>
    public static async Task<IReadOnlyDictionary<string, (long Rows, long Differences)>> CompareAsync(NpgsqlDataSource owner)
    {
        await using var connection = await owner.OpenConnectionAsync();
        await connection.ExecuteAsync("DROP TABLE IF EXISTS wide");
        await connection.ExecuteAsync(AncestorsSql);
        var result = new Dictionary<string, (long, long)>();
        var hasSections = await connection.ExecuteScalarAsync<bool>("SELECT to_regclass('crime.incident_section') IS NOT NULL");
        foreach (var (table, sql, rows) in hasSections ? Comparisons().Append(("incident_section", SectionSql, SectionRows)) : Comparisons())
            result[table] = await connection.QuerySingleAsync<(long, long)>($"""
                WITH expected AS ({sql}), counted AS ({rows})
                SELECT (SELECT count(*) FROM expected),
                       (SELECT count(*) FROM ((TABLE expected EXCEPT TABLE counted) UNION ALL (TABLE counted EXCEPT TABLE expected)) d)
                """);
        return result;
    }

    private static string ByRegistration(string sql) => sql.Replace(" month,", " registered,", StringComparison.Ordinal);

    private static IEnumerable<(string Table, string Expected, string Counted)> Comparisons()
    {
        yield return ("rollup_month", MonthSql, MonthRows);
        yield return ("rollup_hour", HourSql, PlaceSlots.Replace("{0}", "rollup_hour", StringComparison.Ordinal));
        yield return ("rollup_victim", VictimSql, PlaceSlots.Replace("{0}", "rollup_victim", StringComparison.Ordinal));
        yield return ("rollup_cell", CellSql, CellSlots);
        yield return ("rollup_month_registered", ByRegistration(MonthSql), "TABLE crime.rollup_month_registered");
        yield return ("rollup_victim_registered", ByRegistration(VictimSql), PlaceSlots.Replace("{0}", "rollup_victim_registered", StringComparison.Ordinal));
    }
}
