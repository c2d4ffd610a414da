-- Changing a batch that is part of the data: undoing it, deciding its conflicts; and taking the place of a station's month.
-- Errors CI010 to CI017 say why not; their message is for the app (crime batches, one a line: number, blank, name of the file).

-- Opens a batch for a change in this transaction, as the current person.
CREATE FUNCTION crime.reopen_batch(p_batch uuid) RETURNS crime.batch
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_batch crime.batch;
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may change a batch.' USING ERRCODE = '42501';
    END IF;
    PERFORM pg_advisory_xact_lock(4711004);
    UPDATE crime.batch
    SET changed_at = clock_timestamp(), changed_by = crime.current_person()
    WHERE id = p_batch AND finished_at IS NOT NULL
    RETURNING * INTO v_batch;
    IF v_batch.id IS NULL THEN
        RAISE EXCEPTION '%', p_batch USING ERRCODE = 'CI010';
    END IF;
    IF v_batch.rolled_back_at IS NOT NULL THEN
        RAISE EXCEPTION '%', v_batch.rolled_back_at USING ERRCODE = 'CI011';
    END IF;
    EXECUTE format('CREATE TABLE staging.%I (suffix text PRIMARY KEY, from_day date, until_day date)', v_name || '_year');
    PERFORM crime.open_change(v_name);
    RETURN v_batch;
END
$$;

-- Makes the staging tables of the years that a change is about, and looks at whether the person may change them.
CREATE FUNCTION crime.open_years(p_batch uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_suffix text;
BEGIN
    FOR v_suffix IN EXECUTE format(
        'SELECT crime.suffix_of(occurred_on) FROM staging.%I UNION SELECT crime.suffix_of(occurred_on) FROM staging.%I',
        v_name || '_removed', v_name || '_merged') LOOP
        PERFORM crime.open_partition(p_batch, v_suffix);
    END LOOP;
    PERFORM crime.judge_places(v_name);
END
$$;

-- Notes what undoing a batch removes and restores.
CREATE FUNCTION crime.prepare_rollback(p_batch uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_batch crime.batch;
    v_first bigint;
    v_next bigint;
    v_later text;
BEGIN
    v_batch := crime.reopen_batch(p_batch);
    IF v_batch.kind = 'demo' THEN
        RAISE EXCEPTION '%', v_batch.file_name USING ERRCODE = 'CI013';
    END IF;
    v_first := v_batch.number::bigint << 32;
    v_next := (v_batch.number + 1)::bigint << 32;
    -- Who changed the same cases later has to be undone first: what was before it is then exactly what is there.
    SELECT string_agg(DISTINCT format('%s %s', b.number, b.file_name), chr(10)) INTO v_later
    FROM crime.incident_history h
    JOIN crime.batch b ON b.id = h.batch_id
    WHERE h.batch_id <> p_batch
      AND ((h.incident_id >= v_first AND h.incident_id < v_next)
        OR EXISTS (SELECT 1 FROM crime.incident_history m WHERE m.batch_id = p_batch AND m.incident_id = h.incident_id AND m.id < h.id));
    IF v_later IS NOT NULL THEN
        RAISE EXCEPTION '%', v_later USING ERRCODE = 'CI012';
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT i.id, i.occurred_on FROM crime.incident i WHERE i.id >= $1 AND i.id < $2
        UNION
        SELECT i.id, i.occurred_on
        FROM crime.incident i
        WHERE i.id IN (SELECT h.incident_id FROM crime.incident_history h WHERE h.batch_id = $3)
        $sql$, v_name || '_removed') USING v_first, v_next, p_batch;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT (jsonb_populate_record(NULL::crime.incident, f.was)).*
        FROM (
            SELECT DISTINCT ON (h.incident_id) h.was
            FROM crime.incident_history h
            WHERE h.batch_id = $1 AND NOT (h.incident_id >= $2 AND h.incident_id < $3)
            ORDER BY h.incident_id, h.id) AS f
        $sql$, v_name || '_merged') USING p_batch, v_first, v_next;
    EXECUTE format($sql$
        SELECT string_agg(DISTINCT format('%%s %%s', b.number, b.file_name), chr(10))
        FROM staging.%I m
        JOIN crime.incident i ON i.key = m.key AND i.id <> m.id
        JOIN crime.batch b ON b.number = i.id >> 32
        WHERE i.id NOT IN (SELECT r.id FROM staging.%I r)
        $sql$, v_name || '_merged', v_name || '_removed') INTO v_later;
    IF v_later IS NOT NULL THEN
        RAISE EXCEPTION '%', v_later USING ERRCODE = 'CI012';
    END IF;
    PERFORM crime.open_years(p_batch);
    PERFORM crime.list_rows(v_name);
END
$$;

-- Rows of later batches that were duplicates of what was removed are not brought back: they are counted (orphaned).
CREATE FUNCTION crime.commit_rollback(p_batch uuid, OUT removed bigint, OUT restored bigint, OUT orphaned bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_number bigint := (SELECT b.number FROM crime.batch b WHERE b.id = p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format('SELECT (SELECT count(*) FROM staging.%I WHERE id >> 32 = $1), (SELECT count(*) FROM staging.%I)',
        v_name || '_removed', v_name || '_merged') INTO removed, restored USING v_number;
    SELECT count(*) INTO orphaned
    FROM crime.batch_duplicate d
    JOIN crime.batch b ON b.id = d.batch_id
    WHERE d.twin_id >= v_number << 32 AND d.twin_id < (v_number + 1) << 32 AND d.batch_id <> p_batch AND b.rolled_back_at IS NULL;
    UPDATE crime.batch SET rolled_back_at = changed_at WHERE id = p_batch;
    DELETE FROM crime.incident_history WHERE batch_id = p_batch;
    PERFORM crime.add_rollups(v_name, false);
    IF removed + restored > 0 THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM pg_notify('crimeinsight_data', crime.recount_data_state(v_name)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
END
$$;

-- Decides a conflict: the case is kept as it is; it takes on what the row says; or the row is a case of its own beside it.
CREATE FUNCTION crime.prepare_decision(p_batch uuid, p_row bigint, p_decision text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_conflict crime.batch_conflict;
    v_new crime.incident;
    v_old crime.incident;
BEGIN
    PERFORM crime.reopen_batch(p_batch);
    UPDATE crime.batch_conflict
    SET decision = p_decision, decided_at = clock_timestamp(), decided_by = crime.current_person()
    WHERE batch_id = p_batch AND row_number = p_row AND decision IS NULL
    RETURNING * INTO v_conflict;
    IF v_conflict.batch_id IS NULL THEN
        RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI014';
    END IF;
    IF NOT v_conflict.ordinal <@ (SELECT crime.current_scope()) THEN
        RAISE EXCEPTION 'The case lies outside the jurisdictions of the person.' USING ERRCODE = '42501';
    END IF;
    v_new := jsonb_populate_record(NULL::crime.incident, v_conflict.incident);
    SELECT * INTO v_old FROM crime.incident i WHERE i.id = v_conflict.twin_id;
    IF p_decision = 'separate' THEN
        v_new.key := crime.widened_key(v_new.key, v_new.content_hash);
        IF EXISTS (SELECT 1 FROM crime.incident i WHERE i.key = v_new.key) THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI015';
        END IF;
    ELSIF p_decision = 'update' THEN
        -- The case is gone, and with it what the row contradicted: it is undone by its own batch.
        IF v_old.id IS NULL THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI016';
        END IF;
        -- What is protected is not laid open by a row that does not know why.
        IF v_old.is_sensitive AND NOT v_new.is_sensitive THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI017';
        END IF;
        v_new := crime.merged(v_old, v_new);
        EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2)', v_name || '_removed') USING v_old.id, v_old.occurred_on;
        EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2, $3)', v_name || '_history')
            USING v_old.id, p_row, crime.scrubbed(to_jsonb(v_old), to_jsonb(v_new));
    END IF;
    IF p_decision <> 'keep' THEN
        EXECUTE format('INSERT INTO staging.%I SELECT ($1).*', v_name || '_merged') USING v_new;
    END IF;
    PERFORM crime.open_years(p_batch);
    PERFORM crime.list_rows(v_name);
END
$$;

CREATE FUNCTION crime.commit_decision(p_batch uuid, p_decision text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    PERFORM crime.keep_history(p_batch, v_name);
    UPDATE crime.batch
    SET conflicts = conflicts - (p_decision <> 'keep')::integer,
        updated = updated + (p_decision = 'update')::integer,
        accepted = accepted + (p_decision = 'separate')::integer
    WHERE id = p_batch;
    PERFORM crime.add_rollups(v_name, false);
    IF p_decision <> 'keep' THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM pg_notify('crimeinsight_data', crime.recount_data_state(v_name)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
END
$$;

-- The cases of a source that were registered in a place in a month leave for those of the batch. Before the batch is judged.
CREATE FUNCTION crime.supersede(p_batch uuid, p_source text, p_place text, p_month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format($sql$
        WITH gone AS (
            SELECT i AS incident
            FROM crime.jurisdiction j
            JOIN crime.incident i ON i.ordinal >= j.ordinal AND i.ordinal < j.ordinal_until
            WHERE j.code = $1
              AND i.source = $2
              AND i.reported_on >= $3
              AND i.reported_on < $3 + interval '1 month'
              AND i.id NOT IN (SELECT r.id FROM staging.%1$I r)),
        removed AS (
            INSERT INTO staging.%1$I SELECT (g.incident).id, (g.incident).occurred_on FROM gone g)
        INSERT INTO staging.%2$I SELECT (g.incident).id, NULL, to_jsonb(g.incident) FROM gone g
        $sql$, v_name || '_removed', v_name || '_history') USING p_place, p_source, p_month;
    PERFORM crime.open_years(p_batch);
END
$$;

-- Forgets the rows that were not stored of batches older than some days, and their files' names of places and values with them; the
-- counts stay, and so does what was decided by the stored.
CREATE FUNCTION crime.purge_batch_rows(p_days integer) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_old uuid[];
    v_rows bigint := 0;
    v_count bigint;
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may purge rows of batches.' USING ERRCODE = '42501';
    END IF;
    v_old := ARRAY(SELECT b.id FROM crime.batch b WHERE b.finished_at < now() - make_interval(days => greatest(p_days, 1)));
    DELETE FROM crime.batch_reject WHERE batch_id = ANY(v_old);
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_rows := v_rows + v_count;
    DELETE FROM crime.batch_duplicate WHERE batch_id = ANY(v_old);
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_rows := v_rows + v_count;
    DELETE FROM crime.batch_conflict WHERE batch_id = ANY(v_old);
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_rows + v_count;
END
$$;

-- Whether the turn to change the data is free, and takes it; otherwise the person who has it.
CREATE FUNCTION crime.take_turn(OUT is_taken boolean, OUT holder text)
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    is_taken := pg_try_advisory_xact_lock(4711004);
    IF is_taken THEN
        -- Seen by whoever waits: the batch itself is not, before its end.
        EXECUTE format('SET LOCAL application_name = %L', 'crimeinsight turn ' || coalesce(crime.current_person()::text, ''));
        RETURN;
    END IF;
    SELECT p.display_name INTO holder
    FROM pg_locks l
    JOIN pg_stat_activity a ON a.pid = l.pid
    LEFT JOIN crime.person p ON 'crimeinsight turn ' || p.id = a.application_name
    WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = 4711004 AND l.granted
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
END
$$;

REVOKE EXECUTE ON FUNCTION
    crime.reopen_batch(uuid), crime.open_years(uuid), crime.prepare_rollback(uuid), crime.commit_rollback(uuid),
    crime.prepare_decision(uuid, bigint, text), crime.commit_decision(uuid, text), crime.supersede(uuid, text, text, date),
    crime.purge_batch_rows(integer), crime.take_turn()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.prepare_rollback(uuid), crime.commit_rollback(uuid), crime.prepare_decision(uuid, bigint, text), crime.commit_decision(uuid, text),
    crime.supersede(uuid, text, text, date), crime.purge_batch_rows(integer), crime.take_turn()
    TO $app_role$;
