-- Loading a batch. The app's role may only fill the batch's staging table; everything else happens in these functions
-- of the owner, in the transaction that opened the batch, so that it ends with the whole batch or with none of it:
-- open_batch → COPY into staging.batch_<id> (and staging.batch_<id>_reject) → check_batch or commit_batch.
-- A rolled-back or killed transaction takes the staging tables with it: nothing to abandon, nothing to clean up.
--
-- Duplicates. A row with a source reference is one when its (source, source_reference) is already known, or came earlier
-- in the batch. A row without a reference is one when any known case, or any other row of the batch that has a reference
-- or came earlier, has the same content: the same times, report date, place, jurisdiction, head, people, value and words.
-- The legal status is not content, for it changes as a case proceeds.
--
-- Rollups hold: rollup_month every level above the station and every head with its ancestors; rollup_hour and
-- rollup_victim the levels country and state, every head with its ancestors; rollup_cell at zoom 10 every head with its
-- ancestors, at zoom 13 the root head only (by head, cells that small are no fewer than the incidents themselves).
-- rollup_cell.cell is the incident's cell_key shifted right by two bits a zoom level: 24 at zoom 10, 18 at zoom 13.

-- How far the records reach, from which as_of follows.
ALTER TABLE crime.data_state ADD COLUMN last_occurred_on date, ADD COLUMN last_reported_on date;

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
            row_number bigint NOT NULL, occurred_on date NOT NULL, occurred_hour smallint, head_id smallint NOT NULL,
            status smallint NOT NULL, ordinal integer NOT NULL, victim_gender smallint NOT NULL,
            victim_age_band smallint NOT NULL, offender_gender smallint NOT NULL, offender_age_band smallint NOT NULL,
            place_precision smallint NOT NULL, is_sensitive boolean NOT NULL, cell_key bigint, latitude double precision,
            longitude double precision, occurred_from timestamptz NOT NULL, occurred_until timestamptz,
            reported_on date NOT NULL, property_value bigint, source text NOT NULL, source_reference text NOT NULL,
            content_hash uuid NOT NULL, modus_operandi text) WITH (autovacuum_enabled = false)
        $sql$, v_name);
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%1$I (
            row_number bigint NOT NULL, column_name text NOT NULL, value text, reason text NOT NULL)
        WITH (autovacuum_enabled = false)
        $sql$, v_name || '_reject');
    EXECUTE format('GRANT INSERT ON staging.%I, staging.%I TO %I', v_name, v_name || '_reject', session_user);
END
$$;

CREATE FUNCTION crime.staging_name(p_batch uuid) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT 'batch_' || replace(p_batch::text, '-', '') $$;

-- Refuses what the app must not load, and lists the duplicates in staging.<name>_duplicate. Returns the rows staged.
CREATE FUNCTION crime.judge_batch(p_batch uuid) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_staged bigint;
    v_bad text;
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
    EXECUTE format('ANALYZE staging.%I', v_name);
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT ordinal, head_id, is_sensitive, count(*) AS cases FROM staging.%1$I GROUP BY ordinal, head_id, is_sensitive
        $sql$, v_name, v_name || '_pair');
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint FROM staging.%I', v_name || '_pair') INTO v_staged;
    EXECUTE format($sql$
        WITH RECURSIVE head AS (
            SELECT h.id, h.is_sensitive FROM crime.crime_head h WHERE h.parent_id IS NULL
            UNION ALL
            SELECT c.id, c.is_sensitive OR h.is_sensitive FROM head h JOIN crime.crime_head c ON c.parent_id = h.id)
        SELECT format('jurisdiction %%s, head %%s', p.ordinal, p.head_id)
        FROM staging.%I p
        LEFT JOIN crime.jurisdiction j ON j.ordinal = p.ordinal
        LEFT JOIN head h ON h.id = p.head_id
        WHERE j.id IS NULL OR h.id IS NULL OR h.is_sensitive <> p.is_sensitive
           OR NOT p.ordinal <@ (SELECT crime.current_scope())
           OR EXISTS (SELECT 1 FROM crime.crime_head c WHERE c.parent_id = h.id)
        LIMIT 1
        $sql$, v_name || '_pair') INTO v_bad;
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'The batch holds rows that may not be loaded: %.', v_bad
            USING ERRCODE = '42501', HINT = 'Rows must lie in the jurisdictions of the person who loads them and carry a leaf head.';
    END IF;
    EXECUTE format($sql$
        UPDATE staging.%I SET source_reference = '~' || replace(content_hash::text, '-', '') WHERE source_reference = ''
        $sql$, v_name);
    PERFORM crime.list_duplicates(v_name);
    RETURN v_staged;
END
$$;

CREATE FUNCTION crime.list_duplicates(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT s.row_number
        FROM staging.%1$I s
        JOIN (
            SELECT source, source_reference, min(row_number) AS kept
            FROM staging.%1$I
            GROUP BY source, source_reference
            HAVING count(*) > 1) k USING (source, source_reference)
        WHERE s.row_number > k.kept
        UNION
        SELECT s.row_number
        FROM staging.%1$I s
        JOIN crime.incident_key k USING (source, source_reference)
        UNION
        SELECT s.row_number
        FROM staging.%1$I s
        JOIN crime.incident_key k USING (content_hash)
        WHERE s.source_reference LIKE '~%%'
        UNION
        SELECT s.row_number
        FROM staging.%1$I s
        JOIN staging.%1$I o USING (content_hash)
        WHERE s.source_reference LIKE '~%%'
          AND (o.source_reference NOT LIKE '~%%' OR o.row_number < s.row_number)
        $sql$, p_name, p_name || '_duplicate');
END
$$;

-- What commit_batch would accept; changes nothing but the staging tables.
CREATE FUNCTION crime.check_batch(p_batch uuid, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    accepted := crime.judge_batch(p_batch);
    EXECUTE format('SELECT count(*) FROM staging.%I', crime.staging_name(p_batch) || '_duplicate') INTO duplicates;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', crime.staging_name(p_batch) || '_reject') INTO rejected;
    accepted := accepted - duplicates;
END
$$;

-- Makes the batch part of the data: incidents, keys, rollups, rejects and the data's state, then tells every instance.
CREATE FUNCTION crime.commit_batch(
    p_batch uuid, p_file_sha256 bytea, p_detail jsonb, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_version bigint;
BEGIN
    accepted := crime.judge_batch(p_batch);
    EXECUTE format('SELECT count(*) FROM staging.%I', v_name || '_duplicate') INTO duplicates;
    accepted := accepted - duplicates;
    IF duplicates > 0 THEN
        EXECUTE format('DELETE FROM staging.%I s USING staging.%I d WHERE d.row_number = s.row_number', v_name, v_name || '_duplicate');
    END IF;
    EXECUTE format($sql$
        INSERT INTO crime.batch_reject (batch_id, row_number, column_name, value, reason)
        SELECT DISTINCT ON (row_number, column_name) $1, row_number, column_name, value, reason
        FROM staging.%I
        ORDER BY row_number, column_name
        $sql$, v_name || '_reject') USING p_batch;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', v_name || '_reject') INTO rejected;
    UPDATE crime.batch
    SET finished_at = clock_timestamp(), accepted = commit_batch.accepted, duplicates = commit_batch.duplicates,
        rejected = commit_batch.rejected, file_sha256 = p_file_sha256, detail = p_detail
    WHERE id = p_batch;
    IF accepted > 0 THEN
        PERFORM crime.insert_incidents(p_batch, v_name);
        PERFORM crime.roll_up_months(v_name);
        PERFORM crime.roll_up_hours(v_name);
        PERFORM crime.roll_up_victims(v_name);
        PERFORM crime.roll_up_cells(v_name);
        v_version := crime.advance_data_state(p_batch, v_name);
        PERFORM pg_notify('crimeinsight_data', v_version::text);
    END IF;
    EXECUTE format('DROP TABLE staging.%I, staging.%I, staging.%I, staging.%I',
        v_name, v_name || '_reject', v_name || '_pair', v_name || '_duplicate');
END
$$;

CREATE FUNCTION crime.insert_incidents(p_batch uuid, p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.incident (
            occurred_on, occurred_hour, head_id, status, ordinal, victim_gender, victim_age_band, offender_gender,
            offender_age_band, place_precision, is_sensitive, cell_key, latitude, longitude, occurred_from,
            occurred_until, reported_on, property_value, batch_id, source, source_reference, content_hash, modus_operandi)
        SELECT
            occurred_on, occurred_hour, head_id, status, ordinal, victim_gender, victim_age_band, offender_gender,
            offender_age_band, place_precision, is_sensitive, cell_key, latitude, longitude, occurred_from,
            occurred_until, reported_on, property_value, $1, source, source_reference, content_hash, modus_operandi
        FROM staging.%I AS s
        ORDER BY date_trunc('year', s.occurred_on), s.ordinal, s.occurred_on
        $sql$, p_name) USING p_batch;
    EXECUTE format($sql$
        INSERT INTO crime.incident_key (source, source_reference, content_hash, ordinal, batch_id)
        SELECT source, source_reference, content_hash, ordinal, $1
        FROM staging.%I AS s
        ORDER BY s.source, s.source_reference
        $sql$, p_name) USING p_batch;
END
$$;

-- Adds to a table of sums those of every ancestor of its heads. Incidents carry leaves, so children are complete before
-- their parents are made, and no parent has a row yet.
CREATE FUNCTION crime.add_head_ancestors(p_table text, p_dimensions text, p_measures text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    FOR v_level IN REVERSE 2..0 LOOP
        EXECUTE format($sql$
            INSERT INTO staging.%1$I (head_id, %2$s, %3$s)
            SELECT a.parent, %2$s, %4$s
            FROM staging.%1$I
            JOIN (
                SELECT c.id AS child, p.id AS parent
                FROM crime.crime_head c
                JOIN crime.crime_head p ON p.id = c.parent_id
                WHERE p.level = %5$s) a ON a.child = head_id
            GROUP BY a.parent, %2$s
            $sql$, p_table, p_dimensions, p_measures, crime.sums(p_measures), v_level);
    END LOOP;
END
$$;

-- Adds to a table of sums those of every ancestor of its jurisdictions; levels may be skipped in any branch.
CREATE FUNCTION crime.add_place_ancestors(p_table text, p_dimensions text, p_measures text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_nested boolean;
    v_level smallint;
BEGIN
    EXECUTE format($sql$
        WITH place AS (
            SELECT j.ordinal, j.ordinal_until
            FROM crime.jurisdiction j
            WHERE j.ordinal IN (SELECT t.ordinal FROM staging.%I t))
        SELECT EXISTS (SELECT 1 FROM place a JOIN place b ON b.ordinal > a.ordinal AND b.ordinal < a.ordinal_until)
        $sql$, p_table) INTO v_nested;
    FOR v_level IN SELECT DISTINCT j.level FROM crime.jurisdiction j WHERE j.level < 6 ORDER BY j.level DESC LOOP
        EXECUTE format($sql$
            INSERT INTO staging.%1$I (level, ordinal, %2$s, %3$s)
            SELECT %5$s, a.parent, %2$s, %4$s
            FROM staging.%1$I
            JOIN (
                SELECT c.ordinal AS child, p.ordinal AS parent
                FROM crime.jurisdiction c
                JOIN crime.jurisdiction p ON p.id = c.parent_id
                WHERE p.level = %5$s) a ON a.child = ordinal
            GROUP BY a.parent, %2$s
            $sql$, p_table, p_dimensions, p_measures, crime.sums(p_measures), v_level);
        -- A jurisdiction with rows of its own now has two a key.
        IF v_nested THEN
            EXECUTE format($sql$
                CREATE UNLOGGED TABLE staging.%6$I AS
                SELECT level, ordinal, %2$s, %4$s FROM staging.%1$I WHERE level = %5$s GROUP BY level, ordinal, %2$s
                $sql$, p_table, p_dimensions, p_measures, crime.sums(p_measures), v_level, p_table || '_up');
            EXECUTE format('DELETE FROM staging.%I WHERE level = %s', p_table, v_level);
            EXECUTE format('INSERT INTO staging.%1$I (level, ordinal, %2$s, %3$s) SELECT level, ordinal, %2$s, %3$s FROM staging.%4$I',
                p_table, p_dimensions, p_measures, p_table || '_up');
            EXECUTE format('DROP TABLE staging.%I', p_table || '_up');
        END IF;
    END LOOP;
END
$$;

-- 'cases, closed' → 'sum(cases)::integer AS cases, sum(closed)::integer AS closed'
CREATE FUNCTION crime.sums(p_measures text) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT regexp_replace(p_measures, '(\w+)', 'sum(\1)::integer AS \1', 'g') $$;

-- Adds a table of sums to a rollup and drops it. p_key lists the rollup's primary key.
CREATE FUNCTION crime.merge_rollup(p_rollup text, p_table text, p_key text, p_measures text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.%1$I AS r (%3$s, %4$s)
        SELECT %3$s, %4$s FROM staging.%2$I ORDER BY %3$s
        ON CONFLICT (%3$s) DO UPDATE SET %5$s
        $sql$, p_rollup, p_table, p_key, p_measures,
        regexp_replace(p_measures, '(\w+)', '\1 = r.\1 + excluded.\1', 'g'));
    EXECUTE format('DROP TABLE staging.%I', p_table);
END
$$;

-- The nearest jurisdiction-or-ancestor at or above a level, for every jurisdiction.
CREATE FUNCTION crime.places_at(p_level integer) RETURNS TABLE (ordinal integer, place_level smallint, place integer)
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    WITH RECURSIVE up AS (
        SELECT j.ordinal, j.level, j.ordinal AS place, j.parent_id FROM crime.jurisdiction j
        UNION ALL
        SELECT u.ordinal, p.level, p.ordinal, p.parent_id
        FROM up u
        JOIN crime.jurisdiction p ON p.id = u.parent_id
        WHERE u.level > p_level)
    SELECT up.ordinal, up.level, up.place FROM up WHERE up.level <= p_level
$$;

CREATE FUNCTION crime.roll_up_months(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_table text := p_name || '_month';
    v_measures text := 'cases, under_investigation, chargesheeted, closed, convicted, acquitted';
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT p.place_level AS level, s.head_id, p.place AS ordinal, date_trunc('month', s.occurred_on)::date AS month,
            count(*)::integer AS cases,
            (count(*) FILTER (WHERE s.status = 0))::integer AS under_investigation,
            (count(*) FILTER (WHERE s.status = 1))::integer AS chargesheeted,
            (count(*) FILTER (WHERE s.status = 2))::integer AS closed,
            (count(*) FILTER (WHERE s.status = 3))::integer AS convicted,
            (count(*) FILTER (WHERE s.status = 4))::integer AS acquitted
        FROM staging.%1$I s
        JOIN crime.places_at(6) p ON p.ordinal = s.ordinal
        GROUP BY 1, 2, 3, 4
        $sql$, p_name, v_table);
    PERFORM crime.add_head_ancestors(v_table, 'level, ordinal, month', v_measures);
    PERFORM crime.add_place_ancestors(v_table, 'head_id, month', v_measures);
    PERFORM crime.merge_rollup('rollup_month', v_table, 'level, head_id, ordinal, month', v_measures);
END
$$;

CREATE FUNCTION crime.roll_up_hours(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_table text := p_name || '_hour';
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT p.place_level AS level, s.head_id, p.place AS ordinal, date_trunc('month', s.occurred_on)::date AS month,
            extract(isodow FROM s.occurred_on)::smallint AS weekday, coalesce(s.occurred_hour, -1)::smallint AS hour,
            count(*)::integer AS cases
        FROM staging.%1$I s
        JOIN crime.places_at(1) p ON p.ordinal = s.ordinal
        GROUP BY 1, 2, 3, 4, 5, 6
        $sql$, p_name, v_table);
    PERFORM crime.add_head_ancestors(v_table, 'level, ordinal, month, weekday, hour', 'cases');
    PERFORM crime.add_place_ancestors(v_table, 'head_id, month, weekday, hour', 'cases');
    PERFORM crime.merge_rollup('rollup_hour', v_table, 'level, head_id, ordinal, month, weekday, hour', 'cases');
END
$$;

CREATE FUNCTION crime.roll_up_victims(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_table text := p_name || '_victim';
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT p.place_level AS level, s.head_id, p.place AS ordinal, date_trunc('month', s.occurred_on)::date AS month,
            s.victim_gender AS gender, s.victim_age_band AS age_band, count(*)::integer AS cases
        FROM staging.%1$I s
        JOIN crime.places_at(1) p ON p.ordinal = s.ordinal
        GROUP BY 1, 2, 3, 4, 5, 6
        $sql$, p_name, v_table);
    PERFORM crime.add_head_ancestors(v_table, 'level, ordinal, month, gender, age_band', 'cases');
    PERFORM crime.add_place_ancestors(v_table, 'head_id, month, gender, age_band', 'cases');
    PERFORM crime.merge_rollup('rollup_victim', v_table, 'level, head_id, ordinal, month, gender, age_band', 'cases');
END
$$;

CREATE FUNCTION crime.roll_up_cells(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_table text := p_name || '_cell';
    v_select text := $sql$
        SELECT %s::smallint AS zoom, %s::smallint AS head_id, s.cell_key >> %s AS cell, p.place AS ordinal,
            date_trunc('month', s.occurred_on)::date AS month, count(*)::integer AS cases
        FROM staging.%I s
        JOIN crime.places_at(4) p ON p.ordinal = s.ordinal
        WHERE s.cell_key IS NOT NULL
        GROUP BY 2, 3, 4, 5
        $sql$;
BEGIN
    EXECUTE format('CREATE UNLOGGED TABLE staging.%I AS ', v_table) || format(v_select, 10, 's.head_id', 24, p_name);
    PERFORM crime.add_head_ancestors(v_table, 'zoom, cell, ordinal, month', 'cases');
    EXECUTE format('INSERT INTO staging.%I ', v_table) || format(v_select, 13, 0, 18, p_name);
    PERFORM crime.merge_rollup('rollup_cell', v_table, 'zoom, head_id, cell, ordinal, month', 'cases');
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

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA crime FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.current_person(), crime.current_scope(), crime.current_is_admin(),
    crime.write_audit(text, text, text, jsonb), crime.verify_audit(),
    crime.audit_hash(bytea, bigint, timestamptz, uuid, text, text, text, jsonb),
    crime.open_batch(uuid, text, text, boolean), crime.check_batch(uuid), crime.commit_batch(uuid, bytea, jsonb)
    TO $app_role$;
