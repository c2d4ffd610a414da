-- Real cases and synthetic ones never stand in one database. Told to, the first real batch ends the demo: in its own transaction it
-- removes every synthetic case and all that was computed from them, so that killed at any moment it leaves the whole demo or the
-- real batch alone. From then on no synthetic batch is taken any more: crime.has_registered_cases() is the one place that says so.
-- Errors CI001 to CI003 say which rule a batch broke.

ALTER TABLE crime.batch
    -- Asked to end the demo if there is one.
    ADD COLUMN ends_demo boolean NOT NULL DEFAULT false,
    -- Synthetic cases that it removed.
    ADD COLUMN removed bigint NOT NULL DEFAULT 0;

CREATE FUNCTION crime.require_one_kind(p_batch uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_batch record;
    v_holds_synthetic boolean := (SELECT is_synthetic FROM crime.data_state);
    v_holds_registered boolean := crime.has_registered_cases();
BEGIN
    SELECT b.is_synthetic, b.ends_demo INTO v_batch FROM crime.batch b WHERE b.id = p_batch;
    IF v_batch.is_synthetic AND v_holds_registered THEN
        RAISE EXCEPTION 'The database holds registered cases: the demo is over, and synthetic ones are not taken.' USING ERRCODE = 'CI002';
    END IF;
    IF NOT v_batch.is_synthetic AND v_holds_synthetic AND v_holds_registered THEN
        RAISE EXCEPTION 'The database mixes registered and synthetic cases: load the registered ones into an empty one.' USING ERRCODE = 'CI003';
    END IF;
    IF NOT v_batch.is_synthetic AND v_holds_synthetic AND NOT v_batch.ends_demo THEN
        RAISE EXCEPTION 'The database holds synthetic cases, and the batch does not end the demo.' USING ERRCODE = 'CI001';
    END IF;
END
$$;

DROP FUNCTION crime.open_batch(uuid, text, text, boolean);

-- Opens a batch of the current person and returns its number.
CREATE FUNCTION crime.open_batch(p_batch uuid, p_kind text, p_file_name text, p_is_synthetic boolean, p_ends_demo boolean) RETURNS integer
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
    INSERT INTO crime.batch (id, kind, file_name, person_id, is_synthetic, ends_demo)
    VALUES (p_batch, p_kind, p_file_name, crime.current_person(), p_is_synthetic, p_ends_demo AND NOT p_is_synthetic)
    RETURNING number INTO v_number;
    PERFORM crime.require_one_kind(p_batch);
    EXECUTE format('CREATE TABLE staging.%I (suffix text PRIMARY KEY, from_day date, until_day date)', v_name || '_year');
    EXECUTE format($sql$
        CREATE TABLE staging.%I (
            row_number bigint NOT NULL, line_number bigint, column_name text NOT NULL, value text, reason text NOT NULL, suggestion text)
        $sql$, v_name || '_reject');
    EXECUTE format('GRANT INSERT ON staging.%I TO %I', v_name || '_reject', session_user);
    RETURN v_number;
END
$$;

-- Refuses what the app must not load, lists the duplicates in staging.<name>_duplicate, and closes the incident tables:
-- what is judged is what will be committed. p_keys_differ: the app says that no two rows of the batch have one key; it is
-- held to it by the unique index of each year.
CREATE OR REPLACE FUNCTION crime.check_batch(p_batch uuid, p_keys_differ boolean, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_unreferenced boolean;
BEGIN
    PERFORM crime.require_open(p_batch);
    -- One batch at a time from here on: its duplicates are those of all batches before it, and so is what it may mix with.
    PERFORM pg_advisory_xact_lock(4711004);
    PERFORM crime.require_one_kind(p_batch);
    PERFORM crime.list_rows(v_name);
    PERFORM crime.count_rows(v_name);
    PERFORM crime.refuse_rows(v_name);
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint, coalesce(bool_or(NOT has_reference), false) FROM staging.%I', v_name || '_count')
        INTO accepted, v_unreferenced;
    -- A file of which nothing is left ends nothing.
    IF accepted > 0 AND (SELECT b.ends_demo AND d.is_synthetic FROM crime.batch b CROSS JOIN crime.data_state d WHERE b.id = p_batch) THEN
        UPDATE crime.batch SET removed = crime.remove_synthetic() WHERE id = p_batch;
    END IF;
    duplicates := crime.list_duplicates(v_name, p_keys_differ, v_unreferenced);
    accepted := accepted - duplicates;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', v_name || '_reject') INTO rejected;
END
$$;

-- Waits for readers a quarter of a second at a time, letting the others pass in between, so that it can neither block them for
-- long nor meet them in a deadlock.
CREATE FUNCTION crime.take_tables(p_tables text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET lock_timeout = '250ms'
AS $$
DECLARE
    v_attempts integer := 0;
BEGIN
    LOOP
        BEGIN
            EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', p_tables);
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            v_attempts := v_attempts + 1;
            IF v_attempts > 600 THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(0.05);
        END;
    END LOOP;
END
$$;

-- Puts the rebuilt partitions in the place of the old.
CREATE OR REPLACE FUNCTION crime.swap_partitions(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_swap record;
    v_parents text;
BEGIN
    EXECUTE format('SELECT string_agg(DISTINCT format(''crime.%%I'', parent), '', '') FROM staging.%I', p_name || '_swap') INTO v_parents;
    IF v_parents IS NULL THEN
        RETURN;
    END IF;
    PERFORM crime.take_tables(v_parents);
    FOR v_swap IN EXECUTE format('SELECT * FROM staging.%I', p_name || '_swap') LOOP
        PERFORM crime.swap_partition(format('%s_%s_%s', p_name, v_swap.suffix, v_swap.parent), v_swap.parent, v_swap.suffix,
            CASE WHEN v_swap.from_day IS NULL THEN 'MINVALUE' ELSE quote_literal(v_swap.from_day) END, v_swap.until_day);
    END LOOP;
END
$$;

-- Removes every case, all of them synthetic, all that was computed from them, and the invented police stations; returns how many
-- cases there were. What is computed at this moment finds its run gone when it wants to store (crime.require_forecast_run).
CREATE FUNCTION crime.remove_synthetic() RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_cases bigint := (SELECT incident_count FROM crime.data_state);
BEGIN
    DELETE FROM crime.forecast_run;
    DELETE FROM crime.forecast;
    DELETE FROM crime.forecast_calibration;
    DELETE FROM crime.forecast_incoming;
    DELETE FROM crime.hotspot_result;
    DELETE FROM crime.hotspot_incoming;
    -- Orders it with the writer of the stations.
    PERFORM pg_advisory_xact_lock(4711006);
    UPDATE crime.jurisdiction SET valid_until = current_date WHERE is_synthetic AND valid_until IS NULL;
    PERFORM crime.take_tables('crime.incident, crime.rollup_month, crime.rollup_hour, crime.rollup_victim, crime.rollup_cell');
    TRUNCATE crime.incident, crime.rollup_month, crime.rollup_hour, crime.rollup_victim, crime.rollup_cell;
    DELETE FROM crime.batch WHERE is_synthetic;
    UPDATE crime.data_state
    SET reference_version = reference_version + 1, is_synthetic = false, incident_count = 0,
        first_month = NULL, as_of = NULL, last_occurred_on = NULL, last_reported_on = NULL;
    RETURN v_cases;
END
$$;

-- The run works as the current person, who is an active administrator; it stays until the transaction ends.
CREATE OR REPLACE FUNCTION crime.require_forecast_run(p_run uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM 1 FROM crime.forecast_run WHERE id = p_run AND state = 'running' AND person_id = crime.current_person() FOR KEY SHARE;
    IF NOT FOUND OR NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Forecast run % is not the current person''s, or does not run.', p_run USING ERRCODE = '42501';
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION crime.end_demo_accounts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_ended integer;
BEGIN
    PERFORM pg_advisory_xact_lock(4711007);
    UPDATE crime.person_session s
    SET ended_at = clock_timestamp()
    FROM crime.person p
    WHERE p.id = s.person_id AND p.is_demo AND s.ended_at IS NULL;
    UPDATE crime.person SET is_active = false, security_stamp = gen_random_uuid()::text WHERE is_demo AND is_active;
    GET DIAGNOSTICS v_ended = ROW_COUNT;
    IF v_ended > 0 THEN
        PERFORM crime.write_audit('', 'demo-accounts.ended', 'batch:' || NEW.id, jsonb_build_object('accounts', v_ended::text));
    END IF;
    IF NEW.removed > 0 THEN
        PERFORM crime.write_audit('', 'demo-data.ended', 'batch:' || NEW.id, jsonb_build_object('cases', NEW.removed::text));
    END IF;
    RETURN NULL;
END
$$;

REVOKE EXECUTE ON FUNCTION
    crime.require_one_kind(uuid), crime.open_batch(uuid, text, text, boolean, boolean), crime.take_tables(text), crime.remove_synthetic()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.open_batch(uuid, text, text, boolean, boolean), crime.has_registered_cases() TO $app_role$;
