namespace CrimeInsight.Data.Maps;

/// <summary>
/// Statements that count cells: those of a tile yield <see cref="MapCellRow"/>, the coarse ones <see cref="CoarseCells.Row"/>. None counts protected cases,
/// whatever their head: they lie in no cell of a map, and the rollup of cells holds none.
/// </summary>
internal static class MapTileSql
{
    private const string WithinPlaces = "\n  AND r.ordinal <@ @ordinals::int4multirange";

    // Each range is looked up by itself: joined plainly, the planner, which takes the row-level rule to be rare, reads the
    // whole period once and compares every row with every range. A cell lies in one range, so nothing is added up outside.
    private const string RollupCells = """
        SELECT c.cell, c.cases
        FROM unnest(@from_keys, @until_keys) AS k (from_key, until_key)
        CROSS JOIN LATERAL (
            SELECT r.cell >> @rollup_shift AS cell,
                   sum(s.cases)::bigint AS cases
            FROM crime.rollup_cell r
            CROSS JOIN LATERAL unnest(r.slots, r.cases) AS s (month, cases)
            WHERE r.zoom = @rollup_zoom
              AND r.head_id = ANY(@counted)
              AND r.cell >= k.from_key >> @key_shift
              AND r.cell < k.until_key >> @key_shift
              AND r.year >= date_trunc('year', @from::timestamp)::date
              AND r.year < @until
              AND date_part('year', r.year)::integer * 12 + s.month >= @from_month
              AND date_part('year', r.year)::integer * 12 + s.month < @until_month
        """;

    private const string IncidentCells = """
        SELECT c.cell, c.cases
        FROM unnest(@from_keys, @until_keys) AS k (from_key, until_key)
        CROSS JOIN LATERAL (
            SELECT r.cell_key >> @grid_shift AS cell,
                   count(*) AS cases
            FROM crime.incident r
            WHERE r.cell_key >= k.from_key
              AND r.cell_key < k.until_key
              AND r.occurred_on >= @from
              AND r.occurred_on < @until
        """;

    private const string OpenCases = "\n  AND NOT r.is_sensitive";
    private const string HeadFilter = "\n  AND r.head_id = ANY(@leaves)";
    private const string StatusFilter = "\n  AND r.status = ANY(@statuses)";
    private const string GenderFilter = "\n  AND r.victim_gender = ANY(@genders)";
    private const string ByCell = "\n    GROUP BY 1) AS c";

    private const string CoarseRollupCells = """
        SELECT r.cell,
               sum(s.cases)::bigint AS cases
        FROM crime.rollup_cell r
        CROSS JOIN LATERAL unnest(r.slots, r.cases) AS s (month, cases)
        WHERE r.zoom = @rollup_zoom
          AND r.head_id = ANY(@counted)
          AND r.year >= date_trunc('year', @from::timestamp)::date
          AND r.year < @until
          AND date_part('year', r.year)::integer * 12 + s.month >= @from_month
          AND date_part('year', r.year)::integer * 12 + s.month < @until_month
        """;

    private const string CoarseIncidentCells = """
        SELECT r.cell_key >> @coarse_shift AS cell,
               count(*) AS cases
        FROM crime.incident r
        WHERE r.cell_key IS NOT NULL
          AND r.occurred_on >= @from
          AND r.occurred_on < @until
        """;

    private const string ByFirst = "\nGROUP BY 1";

    public static string Rollup(bool hasPlaces) => RollupCells + (hasPlaces ? WithinPlaces : "") + ByCell;

    public static string CoarseRollup(bool hasPlaces) => CoarseRollupCells + (hasPlaces ? WithinPlaces : "") + ByFirst;

    public static string CoarseIncidents(bool hasPlaces, bool hasStatuses, bool hasGenders) =>
        CoarseIncidentCells + OpenCases + HeadFilter + Filters(hasPlaces, hasStatuses, hasGenders) + ByFirst;

    public static string Incidents(bool hasPlaces, bool hasStatuses, bool hasGenders) =>
        IncidentCells + OpenCases + HeadFilter + Filters(hasPlaces, hasStatuses, hasGenders) + ByCell;

    private static string Filters(bool hasPlaces, bool hasStatuses, bool hasGenders) =>
        (hasPlaces ? WithinPlaces : "") + (hasStatuses ? StatusFilter : "") + (hasGenders ? GenderFilter : "");
}
