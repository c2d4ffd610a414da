-- Several rows of one file may tell the later states of one case: each is held against the case as the rows before it leave it, in the order of the
-- steps of a case and then of the file. All of them are updates; what is stored is what the last of them makes, with one entry in the history.

-- A row about a case that says what was known of it before, or what somebody has decided to leave.
CREATE FUNCTION crime.is_settled(p_was jsonb, p_row jsonb) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT EXISTS (
            SELECT 1 FROM crime.incident_history h
            WHERE h.incident_id = (p_was ->> 'id')::bigint AND crime.is_same_state(h.was, p_row))
        OR EXISTS (
            SELECT 1 FROM crime.batch_conflict c
            WHERE c.key = (p_row ->> 'key')::uuid AND c.decision = 'keep' AND crime.is_same_state(c.incident, p_row))
$$;

CREATE FUNCTION crime.follow_updates(p_judged text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_row record;
    v_case text := '';
    v_state jsonb;
    v_next jsonb;
    v_differs text[];
    v_changes text[];
    v_last bigint;
BEGIN
    CREATE TEMPORARY TABLE follow (id bigint PRIMARY KEY, differs text[], merged jsonb, changes text[], is_followed boolean NOT NULL) ON COMMIT DROP;
    FOR v_row IN EXECUTE format($sql$
        SELECT j.id, j.was, j.row, j.was ->> 'id' AS case_id
        FROM staging.%1$I j
        WHERE j.is_known
          AND j.differs = '{}'
          AND j.was ->> 'id' IN (SELECT k.was ->> 'id' FROM staging.%1$I k WHERE k.is_known AND k.turn > 1)
          AND NOT crime.is_settled(j.was, j.row)
        ORDER BY case_id, crime.status_step((j.row ->> 'status')::smallint), j.id
        $sql$, p_judged) LOOP
        IF v_row.case_id <> v_case THEN
            v_case := v_row.case_id;
            v_state := v_row.was;
            v_last := NULL;
        END IF;
        v_differs := crime.contradictions(v_state, v_row.row);
        v_next := CASE WHEN v_differs = '{}' THEN crime.next_state(v_state, v_row.row) ELSE v_state END;
        v_changes := crime.changes(v_state, v_next);
        INSERT INTO pg_temp.follow VALUES (v_row.id, v_differs, v_next, v_changes, false);
        IF v_changes <> '{}' THEN
            UPDATE pg_temp.follow f SET is_followed = true WHERE f.id = v_last;
            v_last := v_row.id;
            v_state := v_next;
        END IF;
    END LOOP;
    EXECUTE format($sql$
        UPDATE staging.%I j
        SET differs = f.differs, merged = f.merged, changes = f.changes, turn = 1, is_followed = f.is_followed
        FROM pg_temp.follow f
        WHERE f.id = j.id
        $sql$, p_judged);
    DROP TABLE pg_temp.follow;
END
$$;

-- Makes each of them a duplicate, an update or a conflict.
CREATE OR REPLACE FUNCTION crime.judge_others(p_name text, p_updates boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%2$I AS
        SELECT j.*, false AS is_followed,
            crime.changes(j.was, j.merged) AS changes,
            row_number() OVER (PARTITION BY j.was ->> 'id' ORDER BY j.differs <> '{}', j.id) AS turn,
            first_value(j.row) OVER (PARTITION BY j.was ->> 'id' ORDER BY j.differs <> '{}', j.id) AS first_row
        FROM (
            SELECT o.id, o.is_known, o.was, o.row, crime.contradictions(o.was, o.row) AS differs, crime.next_state(o.was, o.row) AS merged
            FROM staging.%1$I o) AS j
        $sql$, p_name || '_other', p_name || '_judged');
    IF p_updates THEN
        PERFORM crime.follow_updates(p_name || '_judged');
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT j.id,
            CASE
                WHEN j.differs = '{}' AND j.changes = '{}' THEN 'duplicate'
                WHEN crime.is_settled(j.was, j.row) THEN 'duplicate'
                WHEN j.turn > 1 AND crime.is_same_state(j.first_row, j.row) AND $1 AND j.is_known AND j.differs = '{}' THEN 'duplicate'
                WHEN $1 AND j.is_known AND j.differs = '{}' AND j.turn = 1 THEN 'update'
                ELSE 'conflict' END,
            (j.was ->> 'id')::bigint, j.differs = '{}', CASE WHEN j.differs = '{}' THEN j.changes ELSE j.differs END
        FROM staging.%1$I j
        $sql$, p_name || '_judged', p_name || '_unstored') USING p_updates;
    EXECUTE format($sql$
        WITH changed AS (
            SELECT j.was, j.merged, (j.id & 4294967295) AS row_number
            FROM staging.%1$I j
            JOIN staging.%2$I u ON u.id = j.id AND u.fate = 'update'
            WHERE NOT j.is_followed),
        removed AS (
            INSERT INTO staging.%3$I SELECT (c.was ->> 'id')::bigint, (c.was ->> 'occurred_on')::date FROM changed c),
        history AS (
            INSERT INTO staging.%5$I SELECT (c.was ->> 'id')::bigint, c.row_number, crime.scrubbed(c.was, c.merged) FROM changed c)
        INSERT INTO staging.%4$I SELECT c.merged FROM changed c
        $sql$, p_name || '_judged', p_name || '_unstored', p_name || '_removed', p_name || '_state', p_name || '_history');
    PERFORM crime.enter_states(p_name);
END
$$;

-- Cases that change, of which each may have several updates.
CREATE FUNCTION crime.count_changed(p_name text) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_cases bigint;
BEGIN
    EXECUTE format('SELECT count(*) FROM staging.%I', p_name || '_merged') INTO v_cases;
    RETURN v_cases;
END
$$;

-- A case keeps the reference that it was first written with.
DO $$
DECLARE
    v_text text := pg_get_functiondef('crime.merged(crime.incident, crime.incident)'::regprocedure);
BEGIN
    IF position('n.key := o.key;' IN v_text) = 0 THEN
        RAISE EXCEPTION 'merged has changed.';
    END IF;
    EXECUTE replace(v_text, 'n.key := o.key;', 'n.key := o.key;' || chr(10) || '    n.source_reference := o.source_reference;');
END
$$;

-- What is stored is counted by the cases that change, not by the rows that change them.
DO $$
DECLARE
    v_text text := pg_get_functiondef('crime.commit_batch(uuid, bytea, jsonb, boolean)'::regprocedure);
BEGIN
    IF position('v_removed USING updated;' IN v_text) = 0 OR position('v_removed - commit_batch.updated' IN v_text) = 0 THEN
        RAISE EXCEPTION 'commit_batch has changed.';
    END IF;
    v_text := replace(v_text, 'v_removed USING updated;', 'v_removed USING crime.count_changed(v_name);');
    EXECUTE replace(v_text, 'v_removed - commit_batch.updated', 'v_removed - crime.count_changed(v_name)');
END
$$;

REVOKE ALL ON FUNCTION crime.is_settled(jsonb, jsonb), crime.follow_updates(text), crime.count_changed(text) FROM PUBLIC;
