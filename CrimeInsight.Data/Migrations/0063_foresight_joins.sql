-- Nothing is known to the planner of staging tables just made: what a dry run tells is joined by hashing, and stored months are counted in one pass.
ALTER FUNCTION crime.foreseen_rows(uuid, integer) SET enable_nestloop = off;

CREATE OR REPLACE FUNCTION crime.foreseen_months(p_batch uuid, p_source text)
RETURNS TABLE (ordinal integer, month date, entering bigint, stored bigint, known bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
SET enable_nestloop = off
AS $$
BEGIN
    PERFORM crime.require_open(p_batch);
    IF (SELECT d.incident_count = 0 FROM crime.data_state d) THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format($sql$
        WITH sent AS (
            SELECT s.ordinal, date_trunc('month', s.reported_on)::date AS month, count(*) AS cases, count(u.id) AS known
            FROM staging.%1$I s
            LEFT JOIN (SELECT DISTINCT n.id FROM staging.%2$I n) AS u ON u.id = s.id
            WHERE s.source = $1
            GROUP BY 1, 2),
        kept AS (
            SELECT i.ordinal, date_trunc('month', i.reported_on)::date AS month, count(*) AS cases
            FROM crime.incident i
            WHERE i.source = $1
              AND i.reported_on >= (SELECT min(t.month) FROM sent t)
              AND i.reported_on < (SELECT max(t.month) FROM sent t) + interval '1 month'
            GROUP BY 1, 2)
        SELECT e.ordinal, e.month, e.cases, k.cases, e.known
        FROM sent e
        JOIN kept k ON k.ordinal = e.ordinal AND k.month = e.month
        WHERE e.ordinal <@ (SELECT crime.current_scope())
        ORDER BY 1, 2
        $sql$, crime.staging_name(p_batch) || '_rows', crime.staging_name(p_batch) || '_unstored') USING p_source;
END
$$;
