-- Making a judged batch part of the data.
--
-- A batch that is large beside what a year already holds rebuilds that year: its staging tables take in the old rows,
-- get their indexes by sorting, and are swapped in for the partitions at the end, so that nothing but the swap, a moment
-- before the commit, keeps readers waiting. A small one is added to the partitions.

-- Deletes the duplicates of a judged batch and indexes the rest.
CREATE FUNCTION crime.index_batch(p_batch uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_year record;
BEGIN
    PERFORM crime.require_open(p_batch);
    PERFORM crime.delete_duplicates(v_name);
    PERFORM crime.plan_years(v_name);
    EXECUTE format('DROP VIEW staging.%I', v_name || '_rows');
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases > 0 ORDER BY suffix', v_name || '_plan') LOOP
        PERFORM crime.add_incidents(v_name, v_year.suffix, v_year.is_rebuilt, v_year.old_cases);
    END LOOP;
END
$$;

-- p_is_summed: each rollup row was sent once and counts no duplicate; else rows with one key are added up here.
CREATE FUNCTION crime.commit_batch(
    p_batch uuid, p_file_sha256 bytea, p_detail jsonb, p_is_summed boolean,
    OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_year record;
    v_table text;
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
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases > 0 ORDER BY suffix', v_name || '_plan') LOOP
        FOREACH v_table IN ARRAY (crime.yearly_tables())[2:] LOOP
            PERFORM crime.add_rollup(v_name, v_year.suffix, v_table, CASE WHEN v_table = 'rollup_cell' THEN v_year.placed ELSE v_year.cases END,
                v_year.is_rebuilt, v_year.old_cases = 0 AND p_is_summed);
        END LOOP;
    END LOOP;
    IF accepted > 0 THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM pg_notify('crimeinsight_data', crime.advance_data_state(p_batch, v_name)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
END
$$;

CREATE FUNCTION crime.staged_rejects(p_name text) 
RETURNS TABLE (row_number bigint, line_number bigint, column_name text, value text, reason text, suggestion text)
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    RETURN QUERY EXECUTE format($sql$
        SELECT DISTINCT ON (r.row_number, r.column_name) r.row_number, r.line_number, r.column_name, r.value, r.reason, r.suggestion
        FROM staging.%I r
        ORDER BY r.row_number, r.column_name
        $sql$, p_name || '_reject');
END
$$;

-- The others are counted again.
CREATE FUNCTION crime.delete_duplicates(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_suffix text;
    v_any boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I)', p_name || '_duplicate') INTO v_any;
    IF v_any THEN
        FOR v_suffix IN EXECUTE format('SELECT suffix FROM staging.%I', p_name || '_year') LOOP
            EXECUTE format('DELETE FROM staging.%I s USING (SELECT DISTINCT id FROM staging.%I) d WHERE d.id = s.id',
                format('%s_%s_incident', p_name, v_suffix), p_name || '_duplicate');
        END LOOP;
        EXECUTE format('DROP TABLE staging.%I', p_name || '_count');
        PERFORM crime.count_rows(p_name);
    END IF;
END
$$;

-- What each year gets, and whether it is rebuilt: when its old cases are at most twice the new.
CREATE FUNCTION crime.plan_years(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I (suffix text, cases bigint, placed bigint, old_cases bigint, is_rebuilt boolean,
            first_occurred date, last_occurred date, last_reported date)
        $sql$, p_name || '_plan');
    EXECUTE format('CREATE TABLE staging.%I (parent text, suffix text, from_day date, until_day date)', p_name || '_swap');
    EXECUTE format($sql$
        INSERT INTO staging.%1$I
        SELECT n.suffix, n.cases, n.placed, o.cases, n.cases >= 2000 AND n.cases * 2 >= o.cases, n.first, n.last, n.reported
        FROM (
            SELECT p.suffix, sum(p.cases) AS cases, sum(p.placed) AS placed, min(p.first_occurred) AS first,
                max(p.last_occurred) AS last, max(p.last_reported) AS reported
            FROM staging.%2$I p
            GROUP BY p.suffix) n
        JOIN staging.%3$I y ON y.suffix = n.suffix
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(r.cases), 0) AS cases
            FROM crime.rollup_month r
            WHERE r.level = 0 AND r.head_id = 0 AND r.month >= coalesce(y.from_day, '-infinity') AND r.month < y.until_day) o
        $sql$, p_name || '_plan', p_name || '_count', p_name || '_year');
END
$$;

-- Notes that a staging table will take the place of a partition.
CREATE FUNCTION crime.plan_swap(p_name text, p_parent text, p_suffix text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format('INSERT INTO staging.%I SELECT $1, y.suffix, y.from_day, y.until_day FROM staging.%I y WHERE y.suffix = $2',
        p_name || '_swap', p_name || '_year') USING p_parent, p_suffix;
END
$$;

CREATE FUNCTION crime.add_incidents(p_name text, p_suffix text, p_is_rebuilt boolean, p_old_cases bigint) RETURNS void
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
    EXECUTE format('CREATE INDEX ON staging.%I (cell_key) INCLUDE (occurred_on, head_id, ordinal) WHERE cell_key IS NOT NULL', v_table);
    EXECUTE format('CREATE UNIQUE INDEX ON staging.%I (key)', v_table);
    -- What conditions and groups are about; of the rest nothing need be known.
    EXECUTE format('ANALYZE staging.%I (occurred_on, ordinal, head_id, status, cell_key, is_sensitive)', v_table);
    PERFORM crime.plan_swap(p_name, 'incident', p_suffix);
END
$$;

-- Puts the rebuilt partitions in the place of the old. Waits for readers a quarter of a second at a time, letting the
-- others pass in between, so that it can neither block them for long nor meet them in a deadlock.
CREATE FUNCTION crime.swap_partitions(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET lock_timeout = '250ms'
AS $$
DECLARE
    v_swap record;
    v_parents text;
    v_attempts integer := 0;
BEGIN
    EXECUTE format('SELECT string_agg(DISTINCT format(''crime.%%I'', parent), '', '') FROM staging.%I', p_name || '_swap') INTO v_parents;
    IF v_parents IS NULL THEN
        RETURN;
    END IF;
    LOOP
        BEGIN
            EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', v_parents);
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            v_attempts := v_attempts + 1;
            IF v_attempts > 600 THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(0.05);
        END;
    END LOOP;
    FOR v_swap IN EXECUTE format('SELECT * FROM staging.%I', p_name || '_swap') LOOP
        PERFORM crime.swap_partition(format('%s_%s_%s', p_name, v_swap.suffix, v_swap.parent), v_swap.parent, v_swap.suffix,
            CASE WHEN v_swap.from_day IS NULL THEN 'MINVALUE' ELSE quote_literal(v_swap.from_day) END, v_swap.until_day);
    END LOOP;
END
$$;

CREATE FUNCTION crime.swap_partition(p_table text, p_parent text, p_suffix text, p_from text, p_until date) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_partition text := p_parent || '_' || p_suffix;
BEGIN
    EXECUTE format('ALTER TABLE crime.%I DETACH PARTITION crime.%I', p_parent, v_partition);
    EXECUTE format('DROP TABLE crime.%I', v_partition);
    EXECUTE format('REVOKE ALL ON staging.%I FROM %I', p_table, session_user);
    EXECUTE format('ALTER TABLE staging.%I RENAME TO %I', p_table, v_partition);
    EXECUTE format('ALTER TABLE staging.%I SET SCHEMA crime', v_partition);
    EXECUTE format('ALTER TABLE crime.%I ATTACH PARTITION crime.%I FOR VALUES FROM (%s) TO (%L)', p_parent, v_partition, p_from, p_until);
    EXECUTE format('ALTER TABLE crime.%I DROP CONSTRAINT within_partition', v_partition);
END
$$;

-- Counts the batch into crime.data_state and returns the new version. A month is complete when any record is dated
-- after it; the months after the last incident do not count.
CREATE FUNCTION crime.advance_data_state(p_batch uuid, p_name text) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_new record;
    v_version bigint;
BEGIN
    EXECUTE format($sql$
        SELECT sum(cases) AS cases, min(first_occurred) AS first_occurred, max(last_occurred) AS last_occurred, max(last_reported) AS last_reported
        FROM staging.%I
        $sql$, p_name || '_plan') INTO v_new;
    UPDATE crime.data_state AS d
    SET data_version = d.data_version + 1,
        incident_count = d.incident_count + v_new.cases,
        is_synthetic = d.is_synthetic OR b.is_synthetic,
        first_month = least(d.first_month, date_trunc('month', v_new.first_occurred)::date),
        last_occurred_on = greatest(d.last_occurred_on, v_new.last_occurred),
        last_reported_on = greatest(d.last_reported_on, v_new.last_reported),
        last_imported_at = clock_timestamp()
    FROM crime.batch b
    WHERE b.id = p_batch
    RETURNING d.data_version INTO v_version;
    UPDATE crime.data_state
    SET as_of = least(
        date_trunc('month', last_occurred_on + interval '1 month'),
        date_trunc('month', greatest(last_occurred_on, last_reported_on) + interval '1 day'))::date;
    RETURN v_version;
END
$$;

CREATE FUNCTION crime.drop_staging(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_table text;
BEGIN
    FOR v_table IN SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'staging' AND starts_with(t.tablename::text, p_name || '_') LOOP
        EXECUTE format('DROP TABLE staging.%I', v_table);
    END LOOP;
END
$$;
