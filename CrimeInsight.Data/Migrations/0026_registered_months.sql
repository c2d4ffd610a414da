-- The months of a data set are those of registration: the first month is the first in which a case was registered, not that of an
-- old offence registered since, and cases come late when they were registered in a month that is complete already.

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
            count(*) AS cases, count(cell_key) AS placed, min(occurred_on) AS first_occurred, max(occurred_on) AS last_occurred,
            min(reported_on) AS first_reported, max(reported_on) AS last_reported
        FROM staging.%I
        GROUP BY 1, 2, 3, 4, 5
        $sql$, p_name || '_count', p_name || '_rows');
END
$$;

DROP FUNCTION crime.batch_cases_before(uuid, bigint, date, date, date);
-- Cases of a batch registered before a day: of those that are all on one side nothing need be read.
CREATE FUNCTION crime.batch_cases_before(p_batch uuid, p_cases bigint, p_first date, p_last date, p_day date) RETURNS bigint
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog
AS $$
DECLARE
    v_number bigint := (SELECT b.number FROM crime.batch b WHERE b.id = p_batch);
BEGIN
    IF p_day IS NULL OR p_first >= p_day THEN
        RETURN 0;
    END IF;
    IF p_last < p_day THEN
        RETURN p_cases;
    END IF;
    -- The upper half of an id is the number of its batch.
    RETURN (
        SELECT count(*)
        FROM crime.incident i
        WHERE i.id >= v_number << 32
          AND i.id < (v_number + 1) << 32
          AND i.occurred_on < p_day
          AND i.reported_on < p_day);
END
$$;

-- Counts the batch into crime.data_state and returns the new version. A month is complete when any record is dated
-- after it; the months after the last incident do not count.
CREATE OR REPLACE FUNCTION crime.advance_data_state(p_batch uuid, p_name text) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_new record;
    v_before crime.data_state;
    v_version bigint;
    v_late bigint;
BEGIN
    EXECUTE format($sql$
        SELECT sum(cases) AS cases, max(last_occurred) AS last_occurred, min(first_reported) AS first_reported, max(last_reported) AS last_reported
        FROM staging.%I
        $sql$, p_name || '_count') INTO v_new;
    SELECT * INTO v_before FROM crime.data_state;
    v_late := crime.batch_cases_before(p_batch, v_new.cases::bigint, v_new.first_reported, v_new.last_reported, v_before.as_of);
    UPDATE crime.data_state AS d
    SET data_version = d.data_version + 1,
        incident_count = d.incident_count + v_new.cases,
        is_synthetic = d.is_synthetic OR b.is_synthetic,
        first_month = least(d.first_month, date_trunc('month', v_new.first_reported)::date),
        last_occurred_on = greatest(d.last_occurred_on, v_new.last_occurred),
        last_reported_on = greatest(d.last_reported_on, v_new.last_reported),
        last_imported_at = clock_timestamp(),
        late_cases = d.late_cases + v_late,
        coverage = (b.detail ->> 'coverage')::double precision
    FROM crime.batch b
    WHERE b.id = p_batch
    RETURNING d.data_version INTO v_version;
    UPDATE crime.data_state
    SET as_of = least(
        date_trunc('month', last_occurred_on + interval '1 month'),
        date_trunc('month', greatest(last_occurred_on, last_reported_on) + interval '1 day'))::date;
    UPDATE crime.data_state
    SET months_version = v_version, late_cases = 0
    WHERE as_of IS DISTINCT FROM v_before.as_of
       OR first_month IS DISTINCT FROM v_before.first_month
       OR late_cases * 100 * greatest((as_of - first_month) / 30, 1) > incident_count;
    RETURN v_version;
END
$$;

UPDATE crime.data_state
SET first_month = (SELECT min(r.month) FROM crime.rollup_month_registered r WHERE r.level = 0 AND r.head_id = 0)
WHERE first_month IS NOT NULL;

-- A partition that holds few cases beside those of the batch, as a year of which only late registrations were known: the rows of
-- these are added to the sent ones, where all rows of both were summed before.
DROP FUNCTION crime.add_rollup(text, text, text, bigint, boolean, boolean);
-- p_cases: what the batch adds; p_old_cases: what the partition holds; p_is_summed: each row was sent once.
CREATE FUNCTION crime.add_rollup(
    p_name text, p_suffix text, p_rollup text, p_cases bigint, p_old_cases bigint, p_is_rebuilt boolean, p_is_summed boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET default_statistics_target = 10
AS $$
DECLARE
    v_sent text := format('%s_%s_%s', p_name, p_suffix, p_rollup);
    v_partition text := p_rollup || '_' || p_suffix;
    v_sum text := p_name || '_sum';
    v_same text := (SELECT string_agg(format('k.%1$s = r.%1$s', c), ' AND ') FROM regexp_split_to_table(crime.rollup_key(p_rollup), ', ') AS c);
BEGIN
    PERFORM crime.require_total(p_name, p_suffix, p_rollup, p_cases);
    IF NOT p_is_rebuilt THEN
        EXECUTE format('CREATE TABLE staging.%I AS SELECT * FROM crime.%I LIMIT 0', v_sum, v_partition);
        EXECUTE format('INSERT INTO staging.%I %s', v_sum, crime.summed(p_rollup, format(
            'SELECT * FROM staging.%1$I UNION ALL SELECT r.* FROM crime.%2$I r WHERE EXISTS (SELECT 1 FROM staging.%1$I k WHERE %3$s)',
            v_sent, v_partition, v_same)));
        EXECUTE format('DELETE FROM crime.%I r USING staging.%I k WHERE %s', v_partition, v_sum, v_same);
        EXECUTE format('INSERT INTO crime.%I TABLE staging.%I', v_partition, v_sum);
        EXECUTE format('DROP TABLE staging.%I', v_sum);
        RETURN;
    END IF;
    IF NOT p_is_summed OR p_old_cases * 8 > p_cases THEN
        EXECUTE format('CREATE TABLE staging.%I (LIKE staging.%I INCLUDING CONSTRAINTS)', v_sum, v_sent);
        EXECUTE format('INSERT INTO staging.%I %s', v_sum,
            crime.summed(p_rollup, format('SELECT * FROM staging.%I UNION ALL SELECT * FROM crime.%I', v_sent, v_partition)));
        EXECUTE format('DROP TABLE staging.%I', v_sent);
        EXECUTE format('ALTER TABLE staging.%I RENAME TO %I', v_sum, v_sent);
    ELSIF p_old_cases > 0 THEN
        EXECUTE format('CREATE TABLE staging.%I AS SELECT * FROM crime.%I LIMIT 0', v_sum, v_partition);
        EXECUTE format('INSERT INTO staging.%I %s', v_sum, crime.summed(p_rollup, format(
            'SELECT * FROM crime.%2$I UNION ALL SELECT r.* FROM staging.%1$I r WHERE EXISTS (SELECT 1 FROM crime.%2$I k WHERE %3$s)',
            v_sent, v_partition, v_same)));
        EXECUTE format('DELETE FROM staging.%I r USING staging.%I k WHERE %s', v_sent, v_sum, v_same);
        EXECUTE format('INSERT INTO staging.%I TABLE staging.%I', v_sent, v_sum);
        EXECUTE format('DROP TABLE staging.%I', v_sum);
    END IF;
    EXECUTE format('ALTER TABLE staging.%I ADD PRIMARY KEY (%s)', v_sent, crime.rollup_key(p_rollup));
    EXECUTE format('ANALYZE staging.%I', v_sent);
    PERFORM crime.plan_swap(p_name, p_rollup, p_suffix);
END
$$;

CREATE OR REPLACE FUNCTION crime.add_rollups(p_name text, p_is_summed boolean) RETURNS void
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
                v_year.old_cases, v_year.is_rebuilt, p_is_summed);
        END LOOP;
    END LOOP;
    PERFORM crime.plan_registered_years(p_name);
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I ORDER BY suffix', p_name || '_registered_plan') LOOP
        FOREACH v_table IN ARRAY (crime.yearly_tables())[2:] LOOP
            CONTINUE WHEN NOT crime.is_by_registration(v_table);
            PERFORM crime.add_rollup(
                p_name, v_year.suffix, v_table, v_year.cases::bigint, v_year.old_cases::bigint, v_year.is_rebuilt, p_is_summed);
        END LOOP;
    END LOOP;
END
$$;

REVOKE EXECUTE ON FUNCTION
    crime.batch_cases_before(uuid, bigint, date, date, date), crime.add_rollup(text, text, text, bigint, bigint, boolean, boolean)
    FROM PUBLIC;
