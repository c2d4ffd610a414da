-- What an import would do, told by a dry run after the batch was judged: the same staging tables, judged by the same functions, that a commit
-- would make part of the data. Nothing of it is stored (docs/adr/0028-a-dry-run-tells-what-the-import-does.md).

-- Rows that are known cases: what they say, and the case as it is; of cases beyond the person's places neither. The first of each fate.
CREATE FUNCTION crime.foreseen_rows(p_batch uuid, p_most integer)
RETURNS TABLE (row_number bigint, fate text, twin_id bigint, is_update boolean, differs text[], is_row jsonb, was jsonb)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT f.id & 4294967295, f.fate, f.twin_id, f.is_update, f.differs,
            CASE WHEN s.ordinal <@ (SELECT crime.current_scope()) THEN coalesce(j.row, to_jsonb(s)) END,
            CASE WHEN (j.was ->> 'ordinal')::integer <@ (SELECT crime.current_scope()) THEN j.was END
        FROM (
            SELECT u.id, u.fate, min(u.twin_id) AS twin_id, bool_or(u.is_update) AS is_update, max(u.differs) AS differs,
                row_number() OVER (PARTITION BY u.fate ORDER BY u.id) AS place
            FROM staging.%1$I u
            GROUP BY u.id, u.fate) AS f
        JOIN staging.%2$I s ON s.id = f.id
        LEFT JOIN staging.%3$I j ON j.id = f.id
        WHERE f.place <= $1
        ORDER BY 1
        $sql$, v_name || '_unstored', v_name || '_rows', v_name || '_judged') USING p_most;
END
$$;

-- How many cases more or fewer there would be, by month of registration, place and head.
CREATE FUNCTION crime.foreseen_changes(p_batch uuid) RETURNS TABLE (month date, ordinal integer, head_id smallint, change bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT date_trunc('month', c.reported_on)::date, c.ordinal, c.head_id, sum(c.sign)::bigint
        FROM (
            SELECT 1 AS sign, i.reported_on, i.ordinal, i.head_id FROM staging.%I i
            UNION ALL
            SELECT b.sign, b.reported_on, b.ordinal, b.head_id
            FROM crime.batch_years($1) AS y (suffix)
            CROSS JOIN LATERAL crime.batch_changes($1, y.suffix) AS b) AS c
        GROUP BY 1, 2, 3
        $sql$, crime.staging_name(p_batch) || '_rows') USING p_batch;
END
$$;

-- How often rows have the values in which slips of a whole file show. Of protected cases only gender, age band and day, which they keep.
CREATE FUNCTION crime.foreseen_values(p_batch uuid) RETURNS TABLE (kind text, value text, cases bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        (SELECT 'point', concat(round(i.latitude::numeric, 5), ' ', round(i.longitude::numeric, 5)), count(*)
         FROM staging.%1$I i
         WHERE i.latitude IS NOT NULL AND NOT i.is_sensitive
         GROUP BY i.latitude, i.longitude
         ORDER BY 3 DESC, 2
         LIMIT 1)
        UNION ALL
        SELECT 'points', '', count(*) FROM staging.%1$I i WHERE i.latitude IS NOT NULL AND NOT i.is_sensitive
        UNION ALL
        SELECT 'hour', CASE WHEN t.local = time '00:00' THEN '0' ELSE date_part('hour', t.local)::text || '+' END, count(*)
        FROM staging.%1$I i
        CROSS JOIN LATERAL (SELECT (i.occurred_from AT TIME ZONE 'Asia/Kolkata')::time AS local) AS t
        WHERE i.occurred_hour IS NOT NULL AND NOT i.is_sensitive
        GROUP BY 2
        UNION ALL
        SELECT 'day', date_part('day', i.occurred_on)::text, count(*) FROM staging.%1$I i GROUP BY 2
        UNION ALL
        SELECT 'year', date_part('year', i.occurred_on)::text, count(*) FROM staging.%1$I i GROUP BY 2
        UNION ALL
        SELECT 'gender', i.victim_gender::text, count(*) FROM staging.%1$I i WHERE i.victim_gender > 0 GROUP BY 2
        UNION ALL
        SELECT 'age', i.victim_age_band::text, count(*) FROM staging.%1$I i WHERE i.victim_age_band > 0 GROUP BY 2
        $sql$, crime.staging_name(p_batch) || '_rows');
END
$$;

-- Months of stations, or of what they lie in, of which the batch brings cases of its source while others of it are stored.
CREATE FUNCTION crime.foreseen_months(p_batch uuid, p_source text)
RETURNS TABLE (ordinal integer, month date, entering bigint, stored bigint, known bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        WITH sent AS (
            SELECT s.ordinal, date_trunc('month', s.reported_on)::date AS month, count(*) AS cases,
                count(*) FILTER (WHERE EXISTS (SELECT 1 FROM staging.%2$I u WHERE u.id = s.id)) AS known
            FROM staging.%1$I s
            WHERE s.source = $1
            GROUP BY 1, 2)
        SELECT e.ordinal, e.month, e.cases, k.cases, e.known
        FROM sent e
        CROSS JOIN LATERAL (
            SELECT count(*) AS cases
            FROM crime.incident i
            WHERE i.ordinal = e.ordinal AND i.source = $1 AND i.reported_on >= e.month AND i.reported_on < e.month + interval '1 month') AS k
        WHERE k.cases > 0 AND e.ordinal <@ (SELECT crime.current_scope())
        ORDER BY 1, 2
        $sql$, crime.staging_name(p_batch) || '_rows', crime.staging_name(p_batch) || '_unstored') USING p_source;
END
$$;

REVOKE EXECUTE ON FUNCTION
    crime.foreseen_rows(uuid, integer), crime.foreseen_changes(uuid), crime.foreseen_values(uuid), crime.foreseen_months(uuid, text)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.foreseen_rows(uuid, integer), crime.foreseen_changes(uuid), crime.foreseen_values(uuid), crime.foreseen_months(uuid, text)
    TO $app_role$;
