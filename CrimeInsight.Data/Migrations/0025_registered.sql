-- Cases by the day police registered them, beside those by the day of the offence: the rollups of months and of victims are kept
-- for both, crime.incident answers days by either. Hours and map cells are known of the offence alone.
--
-- A case lies in the partition of the year of its offence; the rollups by registration have the partition of the year of
-- registration, which may hold cases of a batch that has no offence in that year.

ALTER TABLE crime.incident ADD CONSTRAINT registered_after CHECK (reported_on >= occurred_on);

-- With all that queries by registration group or filter by; the day of the offence tells which partitions can hold a case.
CREATE INDEX incident_place_registered ON crime.incident (ordinal, reported_on)
    INCLUDE (occurred_on, head_id, status, victim_gender, victim_age_band);

CREATE TABLE crime.rollup_month_registered (LIKE crime.rollup_month INCLUDING ALL) PARTITION BY RANGE (month);
CREATE TABLE crime.rollup_victim_registered (LIKE crime.rollup_victim INCLUDING ALL) PARTITION BY RANGE (month);
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['rollup_month_registered', 'rollup_victim_registered'] LOOP
        EXECUTE format('CREATE TABLE crime.%I PARTITION OF crime.%I FOR VALUES FROM (MINVALUE) TO (%L)',
            v_table || '_before_2018', v_table, '2018-01-01');
        FOR v_year IN 2018..2035 LOOP
            EXECUTE format('CREATE TABLE crime.%I PARTITION OF crime.%I FOR VALUES FROM (%L) TO (%L)',
                v_table || '_' || v_year, v_table, make_date(v_year, 1, 1), make_date(v_year + 1, 1, 1));
        END LOOP;
        EXECUTE format('ALTER TABLE crime.%I ENABLE ROW LEVEL SECURITY', v_table);
        -- As on the other rollups (migration 0003).
        EXECUTE format($sql$
            CREATE POLICY scope ON crime.%I FOR SELECT USING (
                (ordinal >= (SELECT lower(crime.current_scope()))) IS TRUE
                AND (ordinal < (SELECT upper(crime.current_scope()))) IS TRUE
                AND ((SELECT count(*) = 1 FROM unnest(crime.current_scope())) OR ordinal <@ (SELECT crime.current_scope())))
            $sql$, v_table);
    END LOOP;
END
$$;
GRANT SELECT ON crime.rollup_month_registered, crime.rollup_victim_registered TO $app_role$;

-- What is there already is counted once.
CREATE TEMP TABLE registered ON COMMIT DROP AS
WITH RECURSIVE head AS (
    SELECT h.id AS leaf, h.id AS node, h.parent_id FROM crime.crime_head h
    UNION ALL
    SELECT a.leaf, h.id, h.parent_id FROM head a JOIN crime.crime_head h ON h.id = a.parent_id),
place AS (
    SELECT j.ordinal AS finest, j.ordinal, j.level, j.parent_id FROM crime.jurisdiction j
    UNION ALL
    SELECT p.finest, j.ordinal, j.level, j.parent_id FROM place p JOIN crime.jurisdiction j ON j.id = p.parent_id),
counted AS (
    SELECT i.ordinal, i.head_id, date_trunc('month', i.reported_on)::date AS month, i.status,
        (i.victim_gender * 9 + i.victim_age_band)::smallint AS slot, count(*) AS cases
    FROM crime.incident i
    GROUP BY 1, 2, 3, 4, 5)
SELECT p.level, h.node AS head_id, p.ordinal, c.month, c.status, CASE WHEN p.level <= 1 THEN c.slot END AS slot, sum(c.cases)::integer AS cases
FROM counted c
JOIN head h ON h.leaf = c.head_id
JOIN place p ON p.finest = c.ordinal
WHERE p.level <= 6
GROUP BY 1, 2, 3, 4, 5, 6;

INSERT INTO crime.rollup_month_registered
SELECT level, head_id, ordinal, month, sum(cases)::integer, coalesce(sum(cases) FILTER (WHERE status = 0), 0)::integer,
    coalesce(sum(cases) FILTER (WHERE status = 1), 0)::integer, coalesce(sum(cases) FILTER (WHERE status = 2), 0)::integer,
    coalesce(sum(cases) FILTER (WHERE status = 3), 0)::integer, coalesce(sum(cases) FILTER (WHERE status = 4), 0)::integer
FROM registered
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4;

INSERT INTO crime.rollup_victim_registered
SELECT level, head_id, ordinal, month, array_agg(slot ORDER BY slot), array_agg(cases ORDER BY slot)
FROM (
    SELECT level, head_id, ordinal, month, slot, sum(cases)::integer AS cases
    FROM registered
    WHERE level <= 1
    GROUP BY 1, 2, 3, 4, 5) AS s
GROUP BY 1, 2, 3, 4
ORDER BY 1, 2, 3, 4;

CREATE OR REPLACE FUNCTION crime.yearly_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT ARRAY['incident', 'rollup_month', 'rollup_hour', 'rollup_victim', 'rollup_cell', 'rollup_month_registered', 'rollup_victim_registered'] $$;

-- A rollup counts cases by the day of their registration.
CREATE FUNCTION crime.is_by_registration(p_table text) RETURNS boolean
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT p_table LIKE '%\_registered' $$;

-- Counts the rows of each year by head and year of registration, with what planning needs to know of them. Tables are made from
-- queries here because only then they run in parallel; the planner, who knows nothing of tables just made, expects too many
-- groups for that.
CREATE OR REPLACE FUNCTION crime.count_rows(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET parallel_tuple_cost = 0
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I AS
        SELECT suffix, date_part('year', reported_on) AS registered, head_id, is_sensitive, key <> content_hash AS has_reference,
            count(*) AS cases, count(cell_key) AS placed,
            min(occurred_on) AS first_occurred, max(occurred_on) AS last_occurred, max(reported_on) AS last_reported
        FROM staging.%I
        GROUP BY 1, 2, 3, 4, 5
        $sql$, p_name || '_count', p_name || '_rows');
END
$$;

-- What the rollups counted of the duplicates of a judged batch and must take back.
DROP FUNCTION crime.batch_duplicates(uuid);
CREATE FUNCTION crime.batch_duplicates(p_batch uuid)
RETURNS TABLE (occurred_on date, reported_on date, occurred_hour smallint, head_id smallint, status smallint, ordinal integer,
    victim_gender smallint, victim_age_band smallint, cell_key bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT s.occurred_on, s.reported_on, s.occurred_hour, s.head_id, s.status, s.ordinal, s.victim_gender, s.victim_age_band, s.cell_key
        FROM staging.%I s
        WHERE s.id IN (SELECT d.id FROM staging.%I d)
        $sql$, crime.staging_name(p_batch) || '_rows', crime.staging_name(p_batch) || '_duplicate');
END
$$;
REVOKE EXECUTE ON FUNCTION crime.batch_duplicates(uuid), crime.is_by_registration(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.batch_duplicates(uuid) TO $app_role$;

-- What each year gets of the rollups by registration, and whether they are rebuilt: as crime.plan_years has it of the offences.
CREATE FUNCTION crime.plan_registered_years(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%1$I AS
        SELECT n.suffix, n.cases, o.cases AS old_cases, n.cases >= 2000 AND n.cases * 2 >= o.cases AS is_rebuilt
        FROM (
            SELECT CASE WHEN p.registered < 2018 THEN 'before_2018' ELSE p.registered::integer::text END AS suffix, sum(p.cases) AS cases
            FROM staging.%2$I p
            GROUP BY 1) n
        LEFT JOIN staging.%3$I y ON y.suffix = n.suffix
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(r.cases), 0) AS cases
            FROM crime.rollup_month_registered r
            WHERE r.level = 0 AND r.head_id = 0 AND r.month >= coalesce(y.from_day, '-infinity') AND r.month < y.until_day) o
        $sql$, p_name || '_registered_plan', p_name || '_count', p_name || '_year');
END
$$;
REVOKE EXECUTE ON FUNCTION crime.plan_registered_years(text) FROM PUBLIC;

CREATE FUNCTION crime.add_rollups(p_name text, p_is_summed boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_year record;
    v_table text;
BEGIN
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases > 0 ORDER BY suffix', p_name || '_plan') LOOP
        FOREACH v_table IN ARRAY (crime.yearly_tables())[2:] LOOP
            CONTINUE WHEN crime.is_by_registration(v_table);
            PERFORM crime.add_rollup(p_name, v_year.suffix, v_table, CASE WHEN v_table = 'rollup_cell' THEN v_year.placed ELSE v_year.cases END,
                v_year.is_rebuilt, v_year.old_cases = 0 AND p_is_summed);
        END LOOP;
    END LOOP;
    PERFORM crime.plan_registered_years(p_name);
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I ORDER BY suffix', p_name || '_registered_plan') LOOP
        FOREACH v_table IN ARRAY (crime.yearly_tables())[2:] LOOP
            CONTINUE WHEN NOT crime.is_by_registration(v_table);
            PERFORM crime.add_rollup(p_name, v_year.suffix, v_table, v_year.cases::bigint, v_year.is_rebuilt, v_year.old_cases = 0 AND p_is_summed);
        END LOOP;
    END LOOP;
END
$$;
REVOKE EXECUTE ON FUNCTION crime.add_rollups(text, boolean) FROM PUBLIC;

-- p_is_summed: each rollup row was sent once and counts no duplicate; else rows with one key are added up here.
CREATE OR REPLACE FUNCTION crime.commit_batch(
    p_batch uuid, p_file_sha256 bytea, p_detail jsonb, p_is_summed boolean,
    OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    INSERT INTO crime.batch_reject (batch_id, row_number, line_number, column_name, value, reason, suggestion)
    SELECT p_batch, r.row_number, r.line_number, r.column_name, r.value, r.reason, r.suggestion FROM crime.staged_rejects(v_name) r;
    rejected := (SELECT count(DISTINCT row_number) FROM crime.batch_reject WHERE batch_id = p_batch);
    EXECUTE format('SELECT count(DISTINCT id) FROM staging.%I', v_name || '_duplicate') INTO duplicates;
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint FROM staging.%I', v_name || '_plan') INTO accepted;
    UPDATE crime.batch
    SET finished_at = clock_timestamp(), accepted = commit_batch.accepted, duplicates = commit_batch.duplicates,
        rejected = commit_batch.rejected, file_sha256 = p_file_sha256, detail = p_detail
    WHERE id = p_batch;
    PERFORM crime.add_rollups(v_name, p_is_summed);
    IF accepted > 0 THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM pg_notify('crimeinsight_data', crime.advance_data_state(p_batch, v_name)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
END
$$;

-- The app counts what it sends: a total that is not that of the rows is a mistake or a lie.
CREATE OR REPLACE FUNCTION crime.require_total(p_name text, p_suffix text, p_rollup text, p_cases bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_total bigint;
BEGIN
    EXECUTE format('SELECT coalesce(sum(%s), 0)::bigint FROM staging.%I t WHERE %s AND t.head_id = 0',
        CASE WHEN p_rollup LIKE 'rollup\_month%' THEN 't.cases' ELSE '(SELECT sum(u) FROM unnest(t.cases) AS u)' END,
        format('%s_%s_%s', p_name, p_suffix, p_rollup),
        CASE p_rollup WHEN 'rollup_cell' THEN 't.zoom = 10' ELSE 't.level = 0' END) INTO v_total;
    IF v_total <> p_cases THEN
        RAISE EXCEPTION '% of % counts % cases, the rows are %.', p_rollup, p_suffix, v_total, p_cases USING ERRCODE = '23514';
    END IF;
END
$$;

-- A query that adds up the rows of another with the columns of a rollup.
CREATE OR REPLACE FUNCTION crime.summed(p_rollup text, p_rows text) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT CASE WHEN p_rollup LIKE 'rollup\_month%' THEN format($sql$
            SELECT %1$s, sum(cases)::integer, sum(under_investigation)::integer, sum(chargesheeted)::integer,
                sum(closed)::integer, sum(convicted)::integer, sum(acquitted)::integer
            FROM (%2$s) AS r
            GROUP BY %1$s
            HAVING sum(cases) <> 0
            ORDER BY %1$s
            $sql$, crime.rollup_key(p_rollup), p_rows)
        ELSE format($sql$
            SELECT %1$s, array_agg(slot ORDER BY slot), array_agg(cases ORDER BY slot)
            FROM (
                SELECT %1$s, u.slot, sum(u.cases)::integer AS cases
                FROM (%2$s) AS r
                CROSS JOIN LATERAL unnest(r.slots, r.cases) AS u (slot, cases)
                GROUP BY %1$s, u.slot
                HAVING sum(u.cases) <> 0) AS s
            GROUP BY %1$s
            ORDER BY %1$s
            $sql$, crime.rollup_key(p_rollup), p_rows) END
$$;

CREATE OR REPLACE FUNCTION crime.add_incidents(p_name text, p_suffix text, p_is_rebuilt boolean, p_old_cases bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET default_statistics_target = 30
AS $$
DECLARE
    v_table text := format('%s_%s_incident', p_name, p_suffix);
BEGIN
    IF NOT p_is_rebuilt THEN
        EXECUTE format('INSERT INTO crime.%I SELECT * FROM staging.%I ORDER BY ordinal, occurred_on', 'incident_' || p_suffix, v_table);
        RETURN;
    END IF;
    IF p_old_cases > 0 THEN
        EXECUTE format('INSERT INTO staging.%I SELECT * FROM crime.%I', v_table, 'incident_' || p_suffix);
    END IF;
    EXECUTE format('ALTER TABLE staging.%I ADD PRIMARY KEY (id, occurred_on)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (ordinal, occurred_on) INCLUDE (head_id, occurred_hour, status, victim_gender, victim_age_band)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (ordinal, reported_on) INCLUDE (occurred_on, head_id, status, victim_gender, victim_age_band)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (cell_key) INCLUDE (occurred_on, head_id, ordinal) WHERE cell_key IS NOT NULL', v_table);
    EXECUTE format('CREATE UNIQUE INDEX ON staging.%I (key)', v_table);
    -- What conditions and groups are about; of the rest nothing need be known.
    EXECUTE format('ANALYZE staging.%I (occurred_on, reported_on, ordinal, head_id, status, cell_key, is_sensitive)', v_table);
    PERFORM crime.plan_swap(p_name, 'incident', p_suffix);
END
$$;

-- The end of the demo empties these tables with the others (crime.remove_synthetic names the last of them, rollup_cell, twice).
DO $$
BEGIN
    EXECUTE replace(pg_get_functiondef('crime.remove_synthetic()'::regprocedure),
        'crime.rollup_cell', 'crime.rollup_cell, crime.rollup_month_registered, crime.rollup_victim_registered');
END
$$;
