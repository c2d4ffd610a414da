-- Loading a batch. The app's role may only fill the batch's staging tables; everything else happens in these functions
-- of the owner, in the transaction that opened the batch, so that it ends with the whole batch or with none of it:
-- open_batch → open_partition for every year met, COPY into its tables → check_batch → index_batch → the rollups of what
-- is left by COPY → commit_batch. A rolled-back or killed transaction takes the staging tables with it: nothing to clean up.
--
-- Duplicates. A row with a source reference is one when its (source, source_reference) is already known, or came earlier
-- in the batch. A row without a reference is one when any known case, or any other row of the batch that has a reference
-- or came earlier, has the same content: the same times, report date, place, jurisdiction, head, people, value and words.
-- The legal status is not content, for it changes as a case proceeds.

-- How far the records reach, from which as_of follows.
ALTER TABLE crime.data_state ADD COLUMN last_occurred_on date, ADD COLUMN last_reported_on date;

CREATE FUNCTION crime.staging_name(p_batch uuid) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT 'b' || replace(p_batch::text, '-', '') $$;

-- The tables that have a partition a year, incidents first; those after it are rollups.
CREATE FUNCTION crime.yearly_tables() RETURNS text[]
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT ARRAY['incident', 'rollup_month', 'rollup_hour', 'rollup_victim', 'rollup_cell'] $$;

CREATE FUNCTION crime.yearly_column(p_table text) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT CASE p_table WHEN 'incident' THEN 'occurred_on' WHEN 'rollup_cell' THEN 'year' ELSE 'month' END $$;

-- Opens a batch of the current person and returns its number.
CREATE FUNCTION crime.open_batch(p_batch uuid, p_kind text, p_file_name text, p_is_synthetic boolean) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_number integer;
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    INSERT INTO crime.batch (id, kind, file_name, person_id, is_synthetic)
    VALUES (p_batch, p_kind, p_file_name, crime.current_person(), p_is_synthetic)
    RETURNING number INTO v_number;
    EXECUTE format('CREATE TABLE staging.%I (suffix text PRIMARY KEY, from_day date, until_day date)', v_name || '_year');
    EXECUTE format($sql$
        CREATE TABLE staging.%I (
            row_number bigint NOT NULL, line_number bigint, column_name text NOT NULL, value text, reason text NOT NULL, suggestion text)
        $sql$, v_name || '_reject');
    EXECUTE format('GRANT INSERT ON staging.%I TO %I', v_name || '_reject', session_user);
    RETURN v_number;
END
$$;

CREATE FUNCTION crime.require_open(p_batch uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    PERFORM 1 FROM crime.batch WHERE id = p_batch AND finished_at IS NULL AND person_id = crime.current_person();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Batch % is not an open batch of the current person.', p_batch USING ERRCODE = '42501';
    END IF;
END
$$;

-- Makes the tables of one partition, which the session's role may fill but not read. p_suffix: a year, or before_2018.
-- They are like the partitions they may become; made in this transaction, so that rows can be frozen as they are copied
-- and a server with wal_level = minimal need not log them.
CREATE FUNCTION crime.open_partition(p_batch uuid, p_suffix text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_is_old boolean := p_suffix = 'before_2018';
    v_from date := CASE WHEN v_is_old THEN NULL ELSE make_date(p_suffix::integer, 1, 1) END;
    v_until date := CASE WHEN v_is_old THEN date '2018-01-01' ELSE make_date(p_suffix::integer + 1, 1, 1) END;
    v_table text;
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2, $3)', v_name || '_year') USING p_suffix, v_from, v_until;
    FOREACH v_table IN ARRAY crime.yearly_tables() LOOP
        EXECUTE format('CREATE TABLE staging.%1$I (LIKE crime.%2$I INCLUDING CONSTRAINTS, CONSTRAINT within_partition CHECK (%3$s < %4$L%5$s))',
            format('%s_%s_%s', v_name, p_suffix, v_table), v_table, crime.yearly_column(v_table), v_until,
            CASE WHEN v_is_old THEN '' ELSE format(' AND %s >= %L', crime.yearly_column(v_table), v_from) END);
        EXECUTE format('GRANT INSERT ON staging.%I TO %I', format('%s_%s_%s', v_name, p_suffix, v_table), session_user);
    END LOOP;
END
$$;

-- Refuses what the app must not load, lists the duplicates in staging.<name>_duplicate, and closes the incident tables:
-- what is judged is what will be committed. p_keys_differ: the app says that no two rows of the batch have one key; it is
-- held to it by the unique index of each year.
CREATE FUNCTION crime.check_batch(p_batch uuid, p_keys_differ boolean, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_unreferenced boolean;
BEGIN
    PERFORM crime.require_open(p_batch);
    -- One batch at a time from here on: its duplicates are those of all batches before it.
    PERFORM pg_advisory_xact_lock(4711004);
    PERFORM crime.list_rows(v_name);
    PERFORM crime.count_rows(v_name);
    PERFORM crime.refuse_rows(v_name);
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint, coalesce(bool_or(NOT has_reference), false) FROM staging.%I', v_name || '_count')
        INTO accepted, v_unreferenced;
    duplicates := crime.list_duplicates(v_name, p_keys_differ, v_unreferenced);
    accepted := accepted - duplicates;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', v_name || '_reject') INTO rejected;
END
$$;

-- Makes one view of all incident tables of a batch, with the suffix of each, and takes the right to fill them.
CREATE FUNCTION crime.list_rows(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_suffix text;
    v_tables text := '';
BEGIN
    FOR v_suffix IN EXECUTE format('SELECT suffix FROM staging.%I ORDER BY suffix', p_name || '_year') LOOP
        EXECUTE format('REVOKE INSERT ON staging.%I FROM %I', format('%s_%s_incident', p_name, v_suffix), session_user);
        v_tables := v_tables || format(' UNION ALL SELECT *, %L FROM staging.%I', v_suffix, format('%s_%s_incident', p_name, v_suffix));
    END LOOP;
    EXECUTE format('CREATE VIEW staging.%I AS SELECT (NULL::crime.incident).*, '''' AS suffix WHERE false%s', p_name || '_rows', v_tables);
END
$$;

-- Counts the rows of each year by head, with what planning needs to know of them. Tables are made from queries here because
-- only then they run in parallel; the planner, who knows nothing of tables just made, expects too many groups for that.
CREATE FUNCTION crime.count_rows(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET parallel_tuple_cost = 0
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I AS
        SELECT suffix, head_id, is_sensitive, key <> content_hash AS has_reference, count(*) AS cases, count(cell_key) AS placed,
            min(occurred_on) AS first_occurred, max(occurred_on) AS last_occurred, max(reported_on) AS last_reported
        FROM staging.%I
        GROUP BY 1, 2, 3, 4
        $sql$, p_name || '_count', p_name || '_rows');
END
$$;

CREATE FUNCTION crime.refuse_rows(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_bad text;
BEGIN
    EXECUTE format('CREATE TABLE staging.%I AS SELECT DISTINCT ordinal FROM staging.%I', p_name || '_place', p_name || '_rows');
    EXECUTE format($sql$
        WITH RECURSIVE head AS (
            SELECT h.id, h.is_sensitive FROM crime.crime_head h WHERE h.parent_id IS NULL
            UNION ALL
            SELECT c.id, c.is_sensitive OR h.is_sensitive FROM head h JOIN crime.crime_head c ON c.parent_id = h.id)
        SELECT min(b.subject)
        FROM (
            SELECT format('jurisdiction %%s', p.ordinal)
            FROM staging.%I p
            LEFT JOIN crime.jurisdiction j ON j.ordinal = p.ordinal
            WHERE j.id IS NULL OR NOT p.ordinal <@ (SELECT crime.current_scope())
            UNION ALL
            SELECT format('head %%s', p.head_id)
            FROM staging.%I p
            LEFT JOIN head h ON h.id = p.head_id
            WHERE h.id IS NULL OR h.is_sensitive <> p.is_sensitive
               OR EXISTS (SELECT 1 FROM crime.crime_head c WHERE c.parent_id = h.id)) AS b (subject)
        $sql$, p_name || '_place', p_name || '_count') INTO v_bad;
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'The batch holds rows that may not be loaded: %.', v_bad
            USING ERRCODE = '42501', HINT = 'Rows must lie in the jurisdictions of the person who loads them and carry a leaf head.';
    END IF;
END
$$;

CREATE FUNCTION crime.list_duplicates(p_name text, p_keys_differ boolean, p_unreferenced boolean) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_table text := p_name || '_duplicate';
    v_is_small boolean;
    v_count bigint;
BEGIN
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL)', v_table);
    IF NOT p_keys_differ THEN
        EXECUTE format($sql$
            INSERT INTO staging.%2$I
            SELECT s.id
            FROM (SELECT key, min(id) AS kept FROM staging.%1$I GROUP BY key HAVING count(*) > 1) k
            JOIN staging.%1$I s ON s.key = k.key AND s.id > k.kept
            $sql$, p_name || '_rows', v_table);
    END IF;
    IF (SELECT incident_count > 0 FROM crime.data_state) THEN
        -- The planner knows nothing of tables just made. Looking up each row costs about twenty times reading it.
        EXECUTE format('SELECT sum(cases) * 20 < (SELECT incident_count FROM crime.data_state) FROM staging.%I', p_name || '_count') INTO v_is_small;
        PERFORM set_config('enable_nestloop', CASE WHEN v_is_small THEN 'on' ELSE 'off' END, true),
            set_config('enable_hashjoin', CASE WHEN v_is_small THEN 'off' ELSE 'on' END, true),
            set_config('enable_mergejoin', 'off', true);
        EXECUTE format('INSERT INTO staging.%2$I SELECT s.id FROM staging.%1$I s JOIN crime.incident i ON i.key = s.key',
            p_name || '_rows', v_table);
        PERFORM set_config('enable_nestloop', 'on', true), set_config('enable_hashjoin', 'on', true), set_config('enable_mergejoin', 'on', true);
    END IF;
    IF p_unreferenced THEN
        EXECUTE format($sql$
            INSERT INTO staging.%2$I
            SELECT s.id
            FROM staging.%1$I s
            WHERE s.source_reference IS NULL
              AND (s.content_hash IN (SELECT i.content_hash FROM crime.incident i)
                OR s.content_hash IN (SELECT r.content_hash FROM staging.%1$I r WHERE r.source_reference IS NOT NULL))
            $sql$, p_name || '_rows', v_table);
    END IF;
    EXECUTE format('SELECT count(DISTINCT id) FROM staging.%I', v_table) INTO v_count;
    RETURN v_count;
END
$$;

-- What the rollups counted of the duplicates of a judged batch and must take back.
CREATE FUNCTION crime.batch_duplicates(p_batch uuid)
RETURNS TABLE (occurred_on date, occurred_hour smallint, head_id smallint, status smallint, ordinal integer,
    victim_gender smallint, victim_age_band smallint, cell_key bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT s.occurred_on, s.occurred_hour, s.head_id, s.status, s.ordinal, s.victim_gender, s.victim_age_band, s.cell_key
        FROM staging.%I s
        WHERE s.id IN (SELECT d.id FROM staging.%I d)
        $sql$, crime.staging_name(p_batch) || '_rows', crime.staging_name(p_batch) || '_duplicate');
END
$$;
