-- Loading a batch. The app's role may only fill the batch's staging tables; everything else happens in these functions
-- of the owner, in the transaction that opened the batch, so that it ends with the whole batch or with none of it:
-- open_batch → COPY into staging.batch_<id> (and staging.batch_<id>_reject) → check_batch or commit_batch.
-- A rolled-back or killed transaction takes the staging tables with it: nothing to abandon, nothing to clean up.
--
-- Duplicates. A row with a source reference is one when its (source, source_reference) is already known, or came earlier
-- in the batch. A row without a reference is one when any known case, or any other row of the batch that has a reference
-- or came earlier, has the same content: the same times, report date, place, jurisdiction, head, people, value and words.
-- The legal status is not content, for it changes as a case proceeds.
--
-- Speed. A batch that is large beside what a year already holds rebuilds that year's partitions and swaps them in at the
-- end: indexes are built by sorting, and nothing but the swap, a moment before the commit, keeps readers waiting.

-- How far the records reach, from which as_of follows.
ALTER TABLE crime.data_state ADD COLUMN last_occurred_on date, ADD COLUMN last_reported_on date;

CREATE FUNCTION crime.staging_name(p_batch uuid) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT 'batch_' || replace(p_batch::text, '-', '') $$;

-- Opens a batch of the current person, and its staging tables, which the session's role may fill but not read.
CREATE FUNCTION crime.open_batch(p_batch uuid, p_kind text, p_file_name text, p_is_synthetic boolean)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    INSERT INTO crime.batch (id, kind, file_name, person_id, is_synthetic)
    VALUES (p_batch, p_kind, p_file_name, crime.current_person(), p_is_synthetic);
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%1$I (
            key uuid NOT NULL, content_hash uuid NOT NULL, row_number bigint NOT NULL, cell_key bigint,
            latitude double precision, longitude double precision, occurred_from timestamptz NOT NULL,
            occurred_until timestamptz, property_value bigint, occurred_on date NOT NULL, reported_on date NOT NULL,
            ordinal integer NOT NULL, occurred_hour smallint, head_id smallint NOT NULL, status smallint NOT NULL,
            victim_gender smallint NOT NULL, victim_age_band smallint NOT NULL, offender_gender smallint NOT NULL,
            offender_age_band smallint NOT NULL, place_precision smallint NOT NULL, is_sensitive boolean NOT NULL,
            has_reference boolean NOT NULL, source text NOT NULL, source_reference text NOT NULL, modus_operandi text)
        WITH (autovacuum_enabled = false)
        $sql$, v_name);
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%1$I (
            row_number bigint NOT NULL, column_name text NOT NULL, value text, reason text NOT NULL)
        WITH (autovacuum_enabled = false)
        $sql$, v_name || '_reject');
    EXECUTE format('GRANT INSERT ON staging.%I, staging.%I TO %I', v_name, v_name || '_reject', session_user);
END
$$;

-- Refuses what the app must not load, and lists the duplicates in staging.<name>_duplicate.
CREATE FUNCTION crime.judge_batch(p_batch uuid, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_bad text;
    v_unreferenced boolean;
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    PERFORM 1 FROM crime.batch WHERE id = p_batch AND finished_at IS NULL AND person_id = crime.current_person();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Batch % is not an open batch of the current person.', p_batch USING ERRCODE = '42501';
    END IF;
    -- One batch at a time from here on: its duplicates are those of all batches before it.
    PERFORM pg_advisory_xact_lock(4711004);
    EXECUTE format('ANALYZE staging.%I (key, content_hash, ordinal, head_id, occurred_on)', v_name);
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT ordinal, head_id, is_sensitive, has_reference, count(*) AS cases
        FROM staging.%1$I
        GROUP BY ordinal, head_id, is_sensitive, has_reference
        $sql$, v_name, v_name || '_pair');
    EXECUTE format($sql$
        WITH RECURSIVE head AS (
            SELECT h.id, h.is_sensitive FROM crime.crime_head h WHERE h.parent_id IS NULL
            UNION ALL
            SELECT c.id, c.is_sensitive OR h.is_sensitive FROM head h JOIN crime.crime_head c ON c.parent_id = h.id)
        SELECT min(format('jurisdiction %%s, head %%s', p.ordinal, p.head_id))
        FROM staging.%I p
        LEFT JOIN crime.jurisdiction j ON j.ordinal = p.ordinal
        LEFT JOIN head h ON h.id = p.head_id
        WHERE j.id IS NULL OR h.id IS NULL OR h.is_sensitive <> p.is_sensitive
           OR NOT p.ordinal <@ (SELECT crime.current_scope())
           OR EXISTS (SELECT 1 FROM crime.crime_head c WHERE c.parent_id = h.id)
        $sql$, v_name || '_pair') INTO v_bad;
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'The batch holds rows that may not be loaded: %.', v_bad
            USING ERRCODE = '42501', HINT = 'Rows must lie in the jurisdictions of the person who loads them and carry a leaf head.';
    END IF;
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint, coalesce(bool_or(NOT has_reference), false) FROM staging.%I', v_name || '_pair')
        INTO accepted, v_unreferenced;
    duplicates := crime.list_duplicates(v_name, v_unreferenced);
    accepted := accepted - duplicates;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', v_name || '_reject') INTO rejected;
END
$$;

CREATE FUNCTION crime.list_duplicates(p_name text, p_unreferenced boolean) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_count bigint;
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT s.row_number
        FROM (SELECT key, min(row_number) AS kept FROM staging.%1$I GROUP BY key HAVING count(*) > 1) k
        JOIN staging.%1$I s ON s.key = k.key AND s.row_number > k.kept
        $sql$, p_name, p_name || '_duplicate');
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.row_number FROM staging.%1$I s JOIN crime.incident_key k ON k.key = s.key
        $sql$, p_name, p_name || '_duplicate');
    IF p_unreferenced THEN
        EXECUTE format($sql$
            INSERT INTO staging.%2$I
            SELECT s.row_number
            FROM staging.%1$I s
            WHERE NOT s.has_reference
              AND (s.content_hash IN (SELECT k.content_hash FROM crime.incident_key k)
                OR s.content_hash IN (SELECT r.content_hash FROM staging.%1$I r WHERE r.has_reference))
            $sql$, p_name, p_name || '_duplicate');
    END IF;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', p_name || '_duplicate') INTO v_count;
    RETURN v_count;
END
$$;

-- What commit_batch would make of the batch; changes nothing but the staging tables.
CREATE FUNCTION crime.check_batch(p_batch uuid, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog
AS $$ SELECT accepted, duplicates, rejected FROM crime.judge_batch(p_batch) $$;

-- Makes the batch part of the data: incidents, keys, rollups, rejects and the data's state, then tells every instance.
CREATE FUNCTION crime.commit_batch(
    p_batch uuid, p_file_sha256 bytea, p_detail jsonb, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_version bigint;
BEGIN
    SELECT j.accepted, j.duplicates, j.rejected INTO accepted, duplicates, rejected FROM crime.judge_batch(p_batch) j;
    EXECUTE format($sql$
        INSERT INTO crime.batch_reject (batch_id, row_number, column_name, value, reason)
        SELECT DISTINCT ON (row_number, column_name) $1, row_number, column_name, value, reason
        FROM staging.%I
        ORDER BY row_number, column_name
        $sql$, v_name || '_reject') USING p_batch;
    UPDATE crime.batch
    SET finished_at = clock_timestamp(), accepted = commit_batch.accepted, duplicates = commit_batch.duplicates,
        rejected = commit_batch.rejected, file_sha256 = p_file_sha256, detail = p_detail
    WHERE id = p_batch;
    IF accepted > 0 THEN
        IF duplicates > 0 THEN
            EXECUTE format('DELETE FROM staging.%I s USING staging.%I d WHERE d.row_number = s.row_number', v_name, v_name || '_duplicate');
        END IF;
        PERFORM crime.plan_years(v_name);
        PERFORM crime.add_incidents(p_batch, v_name);
        PERFORM crime.add_keys(p_batch, v_name);
        PERFORM crime.add_rollups(v_name);
        PERFORM crime.swap_partitions(v_name);
        v_version := crime.advance_data_state(p_batch, v_name);
        PERFORM pg_notify('crimeinsight_data', v_version::text);
        EXECUTE format('DROP TABLE staging.%I, staging.%I', v_name || '_year', v_name || '_swap');
    END IF;
    EXECUTE format('DROP TABLE staging.%I, staging.%I, staging.%I, staging.%I',
        v_name, v_name || '_reject', v_name || '_pair', v_name || '_duplicate');
END
$$;

-- Lists the partitions that the batch touches and decides for each whether it is rebuilt (its old cases are at most twice
-- the new) or added to. Also makes the empty list of tables that swap_partitions will swap in.
CREATE FUNCTION crime.plan_years(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT n.suffix, n.from_day, n.until_day, o.cases AS old_cases,
            n.cases >= 2000 AND n.cases * 2 >= o.cases AS is_rebuilt
        FROM (
            SELECT CASE WHEN y.year < 2018 THEN 'before_2018' ELSE y.year::text END AS suffix,
                CASE WHEN y.year < 2018 THEN '-infinity' ELSE make_date(max(y.year), 1, 1) END AS from_day,
                CASE WHEN y.year < 2018 THEN date '2018-01-01' ELSE make_date(max(y.year) + 1, 1, 1) END AS until_day,
                sum(y.cases) AS cases
            FROM (SELECT extract(year FROM occurred_on)::integer AS year, count(*) AS cases FROM staging.%1$I GROUP BY 1) y
            GROUP BY 1, y.year < 2018, CASE WHEN y.year < 2018 THEN 0 ELSE y.year END) n
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(r.cases), 0) AS cases
            FROM crime.rollup_month r
            WHERE r.level = 0 AND r.head_id = 0 AND r.month >= n.from_day AND r.month < n.until_day) o
        ORDER BY n.from_day
        $sql$, p_name, p_name || '_year');
    EXECUTE format('CREATE UNLOGGED TABLE staging.%I (parent text, partition text, bounds text)', p_name || '_swap');
END
$$;

CREATE FUNCTION crime.add_incidents(p_batch uuid, p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_year record;
    v_columns text := 'occurred_on, occurred_hour, head_id, status, ordinal, victim_gender, victim_age_band, offender_gender, '
        'offender_age_band, place_precision, is_sensitive, cell_key, latitude, longitude, occurred_from, occurred_until, '
        'reported_on, property_value, source, source_reference, content_hash, modus_operandi';
    v_new text;
BEGIN
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I', p_name || '_year') LOOP
        IF NOT v_year.is_rebuilt THEN
            EXECUTE format($sql$
                INSERT INTO crime.incident (batch_id, %2$s)
                SELECT $1, %2$s FROM staging.%1$I s WHERE s.occurred_on >= $2 AND s.occurred_on < $3 ORDER BY s.ordinal, s.occurred_on
                $sql$, p_name, v_columns) USING p_batch, v_year.from_day, v_year.until_day;
            CONTINUE;
        END IF;
        v_new := crime.new_partition(p_name, 'incident', v_year.suffix, v_year.from_day, v_year.until_day);
        IF v_year.old_cases > 0 THEN
            EXECUTE format('INSERT INTO crime.%I (id, batch_id, %2$s) SELECT id, batch_id, %2$s FROM crime.%3$I',
                v_new, v_columns, 'incident_' || v_year.suffix);
        END IF;
        EXECUTE format($sql$
            INSERT INTO crime.%1$I (id, batch_id, %3$s)
            SELECT nextval('crime.incident_id_seq'), $1, %3$s
            FROM (SELECT %3$s FROM staging.%2$I s WHERE s.occurred_on >= $2 AND s.occurred_on < $3 ORDER BY s.ordinal, s.occurred_on) ordered
            $sql$, v_new, p_name, v_columns) USING p_batch, v_year.from_day, v_year.until_day;
        EXECUTE format('ALTER TABLE crime.%I ADD PRIMARY KEY (id, occurred_on)', v_new);
        EXECUTE format('CREATE INDEX ON crime.%I (ordinal, occurred_on)', v_new);
        EXECUTE format('CREATE INDEX ON crime.%I (cell_key) INCLUDE (occurred_on, head_id, ordinal) WHERE cell_key IS NOT NULL', v_new);
        EXECUTE format('CREATE INDEX ON crime.%I (batch_id)', v_new);
        EXECUTE format('ANALYZE crime.%I', v_new);
    END LOOP;
END
$$;

CREATE FUNCTION crime.add_keys(p_batch uuid, p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_target text := 'incident_key';
    v_is_rebuilt boolean;
BEGIN
    EXECUTE format($sql$
        SELECT (SELECT sum(cases) FROM staging.%I) >= greatest(2000, (SELECT incident_count FROM crime.data_state) / 2)
        $sql$, p_name || '_pair') INTO v_is_rebuilt;
    IF v_is_rebuilt THEN
        v_target := crime.new_partition(p_name, 'incident_key', 'all', NULL, NULL);
        EXECUTE format('INSERT INTO crime.%I SELECT * FROM crime.incident_key', v_target);
    END IF;
    EXECUTE format('INSERT INTO crime.%I (key, content_hash, ordinal, batch_id) SELECT key, content_hash, ordinal, $1 FROM staging.%I',
        v_target, p_name) USING p_batch;
    IF v_is_rebuilt THEN
        EXECUTE format('ALTER TABLE crime.%I ADD PRIMARY KEY (key)', v_target);
    END IF;
END
$$;

-- A table like a parent's partitions, outside it until swap_partitions. Made in this transaction, so that a server with
-- wal_level = minimal need not log what goes into it.
CREATE FUNCTION crime.new_partition(p_name text, p_parent text, p_suffix text, p_from date, p_until date) RETURNS text
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_new text := p_parent || '_' || p_suffix || '_new';
    v_bounds text := CASE
        WHEN p_until IS NULL THEN 'FROM (MINVALUE) TO (MAXVALUE)'
        WHEN p_from = '-infinity' THEN format('FROM (MINVALUE) TO (%L)', p_until)
        ELSE format('FROM (%L) TO (%L)', p_from, p_until) END;
BEGIN
    EXECUTE format('CREATE TABLE crime.%I (LIKE crime.%I INCLUDING CONSTRAINTS)', v_new, p_parent);
    EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2, $3)', p_name || '_swap') USING p_parent, p_parent || '_' || p_suffix, v_bounds;
    RETURN v_new;
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
        EXECUTE format('ALTER TABLE crime.%I DETACH PARTITION crime.%I', v_swap.parent, v_swap.partition);
        EXECUTE format('DROP TABLE crime.%I', v_swap.partition);
        EXECUTE format('ALTER TABLE crime.%I RENAME TO %I', v_swap.partition || '_new', v_swap.partition);
        EXECUTE format('ALTER TABLE crime.%I ATTACH PARTITION crime.%I FOR VALUES %s', v_swap.parent, v_swap.partition, v_swap.bounds);
    END LOOP;
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
        SELECT count(*) AS cases, min(occurred_on) AS first_occurred, max(occurred_on) AS last_occurred, max(reported_on) AS last_reported
        FROM staging.%I
        $sql$, p_name) INTO v_new;
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
