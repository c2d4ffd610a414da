-- Which rows are one case, and what becomes of a row about a case that is known (docs/adr/0019-identity-updates-and-undoing.md).
--
-- A change of the data is always the same: cases leave their tables (staging.<name>_removed), rows enter them (staged ones and
-- staging.<name>_merged), and the rollups are sent what that makes. An update removes a case and enters its new state under the id it
-- had; so do undoing a batch, deciding a conflict and superseding a month.

ALTER TABLE crime.batch
    -- Rows equal to one before them in a file without references.
    ADD COLUMN equal_rows bigint NOT NULL DEFAULT 0,
    -- Cases that it took the place of, station by month.
    ADD COLUMN superseded bigint NOT NULL DEFAULT 0,
    -- The last that was decided or undone of it, and by whom.
    ADD COLUMN changed_at timestamptz,
    ADD COLUMN changed_by uuid,
    ADD COLUMN rolled_back_at timestamptz;

-- Rows that equal a case: its batch is the upper half of its id, its row the lower. Without a foreign key, which would cost more than the rows.
CREATE TABLE crime.batch_duplicate (
    batch_id            uuid NOT NULL,
    row_number          bigint NOT NULL,
    twin_id             bigint NOT NULL,
    PRIMARY KEY (batch_id, row_number)
);

-- Rows that have the reference of a case and contradict it, or would change it when nobody asked for updates.
CREATE TABLE crime.batch_conflict (
    batch_id            uuid NOT NULL REFERENCES crime.batch (id) ON DELETE CASCADE,
    row_number          bigint NOT NULL,
    twin_id             bigint NOT NULL,
    -- Contradicts nothing: could update the case.
    is_update           boolean NOT NULL,
    -- Names of the columns in which they differ.
    differs             text[] NOT NULL,
    key                 uuid NOT NULL,
    content_hash        uuid NOT NULL,
    status              smallint NOT NULL,
    ordinal             integer NOT NULL,
    -- The row, with the columns of crime.incident.
    incident            jsonb NOT NULL,
    decision            text CHECK (decision IN ('keep', 'update', 'separate')),
    decided_at          timestamptz,
    decided_by          uuid,
    PRIMARY KEY (batch_id, row_number),
    CHECK ((decision IS NULL) = (decided_at IS NULL))
);
CREATE INDEX batch_conflict_key ON crime.batch_conflict (key);

-- What a case was until a batch changed it. Ids ascend with time.
CREATE TABLE crime.incident_history (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    incident_id         bigint NOT NULL,
    until               timestamptz NOT NULL DEFAULT clock_timestamp(),
    batch_id            uuid NOT NULL,
    -- Of the row that changed it; null when the batch took the case's place.
    row_number          bigint,
    -- As it was.
    ordinal             integer NOT NULL,
    -- The row, with the columns of crime.incident; of a case that is protected since, without what may not be stored of it.
    was                 jsonb NOT NULL
);
CREATE INDEX incident_history_incident ON crime.incident_history (incident_id);
CREATE INDEX incident_history_batch ON crime.incident_history (batch_id);

ALTER TABLE crime.batch_duplicate ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.batch_conflict ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.incident_history ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_or_admin ON crime.batch_duplicate FOR SELECT USING (batch_id IN (SELECT b.id FROM crime.batch b));
CREATE POLICY own_or_admin ON crime.batch_conflict FOR SELECT
    USING (batch_id IN (SELECT b.id FROM crime.batch b) AND ordinal <@ (SELECT crime.current_scope()));
CREATE POLICY scope ON crime.incident_history FOR SELECT USING (ordinal <@ (SELECT crime.current_scope()));
GRANT SELECT ON crime.batch_duplicate, crime.batch_conflict, crime.incident_history TO $app_role$;

-- Decisions come after the end of a batch: only its end ends demo accounts.
DROP TRIGGER demo_accounts_end ON crime.batch;
CREATE CONSTRAINT TRIGGER demo_accounts_end AFTER INSERT OR UPDATE OF finished_at ON crime.batch
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT NEW.is_synthetic AND NEW.finished_at IS NOT NULL AND NEW.accepted > 0) EXECUTE FUNCTION crime.end_demo_accounts();

CREATE FUNCTION crime.suffix_of(p_day date) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT CASE WHEN p_day < date '2018-01-01' THEN 'before_2018' ELSE date_part('year', p_day)::integer::text END $$;

-- The key of a case that shares its reference with another, and is none the less one of its own.
CREATE FUNCTION crime.widened_key(p_key uuid, p_content uuid) RETURNS uuid
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT md5(p_key::text || ' ' || p_content)::uuid $$;

-- A case goes from being investigated to its end in police or court; what stands on one step may follow each other.
CREATE FUNCTION crime.status_step(p_status smallint) RETURNS integer
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT CASE WHEN p_status = 0 THEN 0 WHEN p_status <= 2 THEN 1 ELSE 2 END $$;

-- The columns in which a row cannot be a later state of a case, named as in a file.
CREATE FUNCTION crime.contradictions(o crime.incident, n crime.incident) RETURNS text[]
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog
AS $$
BEGIN
    RETURN array_remove(ARRAY[
        CASE WHEN n.occurred_on <> o.occurred_on
            OR (n.occurred_hour IS NOT NULL AND o.occurred_hour IS NOT NULL AND n.occurred_from <> o.occurred_from) THEN 'occurred_from' END,
        CASE WHEN n.ordinal <> o.ordinal AND NOT EXISTS (
            SELECT 1 FROM crime.jurisdiction j WHERE j.ordinal = o.ordinal AND n.ordinal > j.ordinal AND n.ordinal < j.ordinal_until)
            THEN 'jurisdiction_code' END,
        CASE WHEN n.head_id <> o.head_id THEN 'head_code' END,
        CASE WHEN o.is_sensitive AND NOT n.is_sensitive THEN 'is_sensitive' END,
        CASE WHEN n.cell_key >> 18 <> o.cell_key >> 18 OR (NOT n.is_sensitive AND n.cell_key <> o.cell_key) THEN 'latitude' END,
        CASE WHEN crime.status_step(n.status) < crime.status_step(o.status) THEN 'status' END,
        CASE WHEN n.victim_gender <> o.victim_gender AND n.victim_gender > 0 AND o.victim_gender > 0 THEN 'victim_gender' END,
        CASE WHEN n.victim_age_band <> o.victim_age_band AND n.victim_age_band > 0 AND o.victim_age_band > 0 THEN 'victim_age' END,
        CASE WHEN n.offender_gender <> o.offender_gender AND n.offender_gender > 0 AND o.offender_gender > 0 THEN 'offender_gender' END,
        CASE WHEN n.offender_age_band <> o.offender_age_band AND n.offender_age_band > 0 AND o.offender_age_band > 0 THEN 'offender_age' END],
        NULL);
END
$$;

-- A case as a later row has it: what the row does not know stays as it was.
CREATE FUNCTION crime.merged(o crime.incident, n crime.incident) RETURNS crime.incident
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog
AS $$
BEGIN
    n.id := o.id;
    n.key := o.key;
    n.victim_gender := coalesce(nullif(n.victim_gender, 0), o.victim_gender);
    n.victim_age_band := coalesce(nullif(n.victim_age_band, 0), o.victim_age_band);
    n.offender_gender := coalesce(nullif(n.offender_gender, 0), o.offender_gender);
    n.offender_age_band := coalesce(nullif(n.offender_age_band, 0), o.offender_age_band);
    IF n.is_sensitive AND NOT o.is_sensitive THEN
        RETURN n;
    END IF;
    IF n.occurred_hour IS NULL AND n.occurred_on = o.occurred_on THEN
        n.occurred_hour := o.occurred_hour;
        n.occurred_from := o.occurred_from;
    END IF;
    IF n.occurred_on = o.occurred_on THEN
        n.occurred_until := coalesce(n.occurred_until, o.occurred_until);
    END IF;
    IF n.cell_key IS NULL THEN
        n.cell_key := o.cell_key;
        n.latitude := o.latitude;
        n.longitude := o.longitude;
        n.place_precision := o.place_precision;
    END IF;
    n.property_value := coalesce(n.property_value, o.property_value);
    n.modus_operandi := coalesce(n.modus_operandi, o.modus_operandi);
    RETURN n;
END
$$;

-- Names of the columns in which two states of a case differ.
CREATE FUNCTION crime.changes(p_was jsonb, p_is jsonb) RETURNS text[]
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT coalesce(array_agg(c.key ORDER BY c.key), '{}')
    FROM jsonb_each(p_is) AS c
    WHERE c.key NOT IN ('id', 'key', 'content_hash', 'source', 'suffix')
      AND c.value IS DISTINCT FROM p_was -> c.key
$$;

-- A former state of a case that is protected now: what may not be stored of it goes.
CREATE FUNCTION crime.scrubbed(p_was jsonb, p_is jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT CASE WHEN (p_is -> 'is_sensitive')::boolean AND NOT (p_was -> 'is_sensitive')::boolean
        THEN p_was || jsonb_build_object(
            'cell_key', p_is -> 'cell_key', 'latitude', p_is -> 'latitude', 'longitude', p_is -> 'longitude', 'place_precision', p_is -> 'place_precision',
            'occurred_hour', NULL, 'occurred_from', (p_was ->> 'occurred_on')::timestamp AT TIME ZONE 'Asia/Kolkata', 'occurred_until', NULL,
            'property_value', NULL, 'modus_operandi', NULL)
        ELSE p_was END
$$;

-- The tables of a change, beside those of its years.
CREATE FUNCTION crime.open_change(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    -- Rows that are not stored, and the case that each is about.
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, fate text NOT NULL, twin_id bigint NOT NULL, is_update boolean, differs text[])',
        p_name || '_unstored');
    EXECUTE format('CREATE TABLE staging.%I (id bigint PRIMARY KEY, occurred_on date NOT NULL)', p_name || '_removed');
    EXECUTE format('CREATE TABLE staging.%I (LIKE crime.incident)', p_name || '_merged');
    EXECUTE format('CREATE TABLE staging.%I (incident_id bigint, row_number bigint, was jsonb)', p_name || '_history');
END
$$;

-- One change at a time, from its beginning on: whoever waits holds nothing that the one before could wait for.
DO $$
BEGIN
    EXECUTE replace(replace(pg_get_functiondef('crime.open_batch(uuid, text, text, boolean, boolean)'::regprocedure),
        'INSERT INTO crime.batch', 'PERFORM pg_advisory_xact_lock(4711004);' || chr(10) || '    INSERT INTO crime.batch'),
        'PERFORM crime.require_one_kind(p_batch);', 'PERFORM crime.require_one_kind(p_batch);' || chr(10) || '    PERFORM crime.open_change(v_name);');
    EXECUTE replace(pg_get_functiondef('crime.remove_synthetic()'::regprocedure),
        'DELETE FROM crime.batch WHERE is_synthetic;',
        'DELETE FROM crime.incident_history;' || chr(10) || '    DELETE FROM crime.batch_duplicate;' || chr(10)
            || '    DELETE FROM crime.batch WHERE is_synthetic;');
    -- Some years are opened here, others by the app.
    EXECUTE replace(pg_get_functiondef('crime.open_partition(uuid, text)'::regprocedure),
        'EXECUTE format(''INSERT INTO staging.%I VALUES ($1, $2, $3)'', v_name || ''_year'') USING p_suffix, v_from, v_until;',
        'EXECUTE format(''INSERT INTO staging.%I VALUES ($1, $2, $3) ON CONFLICT DO NOTHING'', v_name || ''_year'') USING p_suffix, v_from, v_until;
    IF to_regclass(format(''staging.%I'', format(''%s_%s_incident'', v_name, p_suffix))) IS NOT NULL THEN
        RETURN;
    END IF;');
    -- What sums to nothing goes.
    EXECUTE replace(pg_get_functiondef('crime.add_rollup(text, text, text, bigint, bigint, boolean, boolean)'::regprocedure),
        'EXECUTE format(''DELETE FROM crime.%I r USING staging.%I k WHERE %s'', v_partition, v_sum, v_same);',
        'EXECUTE format(''DELETE FROM crime.%I r USING staging.%I k WHERE %s'', v_partition, v_sent, v_same);');
    EXECUTE replace(pg_get_functiondef('crime.add_incidents(text, text, boolean, bigint)'::regprocedure),
        'EXECUTE format(''INSERT INTO staging.%I SELECT * FROM crime.%I'', v_table, ''incident_'' || p_suffix);',
        'EXECUTE format(''INSERT INTO staging.%I SELECT * FROM crime.%I i WHERE NOT EXISTS (SELECT 1 FROM staging.%I r WHERE r.id = i.id)'',
            v_table, ''incident_'' || p_suffix, p_name || ''_removed'');');
END
$$;

CREATE OR REPLACE FUNCTION crime.require_open(p_batch uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    PERFORM 1
    FROM crime.batch b
    WHERE b.id = p_batch
      AND ((b.finished_at IS NULL AND b.person_id = crime.current_person())
        -- Opened again by this transaction (crime.reopen_batch).
        OR (b.changed_by = crime.current_person() AND b.xmin = pg_current_xact_id()::xid));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Batch % is not an open batch of the current person.', p_batch USING ERRCODE = '42501';
    END IF;
END
$$;

-- Of equal rows without a reference each is a case of its own, told from the others by its number among them, so that the same file
-- adds nothing again; or only the first is kept. Returns how many follow a first one.
CREATE FUNCTION crime.number_equal_rows(p_name text, p_keeps_equal boolean) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_suffix text;
    v_count bigint;
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%2$I AS
        SELECT e.*
        FROM (
            SELECT s.id, s.suffix, row_number() OVER (PARTITION BY s.key ORDER BY s.id) AS occurrence, min(s.id) OVER (PARTITION BY s.key) AS first_id
            FROM staging.%1$I s
            WHERE s.source_reference IS NULL
              AND s.key IN (SELECT r.key FROM staging.%1$I r WHERE r.source_reference IS NULL GROUP BY r.key HAVING count(*) > 1)) AS e
        WHERE e.occurrence > 1
        $sql$, p_name || '_rows', p_name || '_equal');
    GET DIAGNOSTICS v_count = ROW_COUNT;
    IF v_count = 0 THEN
        RETURN 0;
    END IF;
    IF NOT p_keeps_equal THEN
        EXECUTE format('INSERT INTO staging.%I SELECT id, ''duplicate'', first_id FROM staging.%I', p_name || '_unstored', p_name || '_equal');
        RETURN v_count;
    END IF;
    FOR v_suffix IN EXECUTE format('SELECT DISTINCT suffix FROM staging.%I', p_name || '_equal') LOOP
        EXECUTE format('UPDATE staging.%I s SET key = md5(s.key::text || '' '' || e.occurrence)::uuid FROM staging.%I e WHERE e.id = s.id',
            format('%s_%s_incident', p_name, v_suffix), p_name || '_equal');
    END LOOP;
    RETURN v_count;
END
$$;

-- Lists, in staging.<name>_known, the rows whose case is known.
CREATE FUNCTION crime.find_known(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_is_small boolean;
BEGIN
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, twin_id bigint NOT NULL, twin_on date NOT NULL, is_same boolean NOT NULL)',
        p_name || '_known');
    IF (SELECT incident_count = 0 FROM crime.data_state) THEN
        RETURN;
    END IF;
    -- The planner knows nothing of tables just made. Looking up each row costs about twenty times reading it.
    EXECUTE format('SELECT sum(cases) * 20 < (SELECT incident_count FROM crime.data_state) FROM staging.%I', p_name || '_count') INTO v_is_small;
    IF v_is_small THEN
        SET LOCAL enable_hashjoin = off;
    ELSE
        SET LOCAL enable_nestloop = off;
    END IF;
    SET LOCAL enable_mergejoin = off;
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.id, i.id, i.occurred_on, s.source_reference IS NULL OR (i.content_hash = s.content_hash AND i.status = s.status)
        FROM staging.%1$I s
        JOIN crime.incident i ON i.key = s.key
        WHERE i.id NOT IN (SELECT r.id FROM staging.%3$I r)
        $sql$, p_name || '_rows', p_name || '_known', p_name || '_removed');
    -- Cases without a reference were once known by their content.
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.id, i.id, i.occurred_on, true
        FROM staging.%1$I s
        JOIN crime.incident i ON i.key = s.content_hash AND i.content_hash = i.key
        WHERE s.source_reference IS NULL
          AND s.key <> s.content_hash
          AND EXISTS (SELECT 1 FROM staging.%4$I c WHERE NOT c.has_reference)
          AND i.id NOT IN (SELECT r.id FROM staging.%3$I r)
        $sql$, p_name || '_rows', p_name || '_known', p_name || '_removed', p_name || '_count');
    SET LOCAL enable_nestloop = on;
    SET LOCAL enable_hashjoin = on;
    SET LOCAL enable_mergejoin = on;
    EXECUTE format('INSERT INTO staging.%I SELECT id, ''duplicate'', min(twin_id) FROM staging.%I WHERE is_same GROUP BY id',
        p_name || '_unstored', p_name || '_known');
END
$$;

-- Lists, in staging.<name>_other, the rows with the reference of a case, known or earlier in the batch, that do not say the same of it.
CREATE FUNCTION crime.find_others(p_name text, p_keys_differ boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_any boolean;
BEGIN
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, is_known boolean NOT NULL, was jsonb NOT NULL, row jsonb NOT NULL)', p_name || '_other');
    -- Most batches have none: nothing is read for them.
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I WHERE NOT is_same)', p_name || '_known') INTO v_any;
    IF v_any THEN
        EXECUTE format($sql$
            INSERT INTO staging.%3$I
            SELECT k.id, true, to_jsonb(coalesce(w, i)), to_jsonb(s)
            FROM staging.%2$I k
            JOIN staging.%1$I s ON s.id = k.id
            JOIN crime.incident i ON i.id = k.twin_id AND i.occurred_on = k.twin_on
            LEFT JOIN crime.incident w ON w.key = crime.widened_key(s.key, s.content_hash)
                AND w.id NOT IN (SELECT r.id FROM staging.%4$I r)
            WHERE NOT k.is_same
            $sql$, p_name || '_rows', p_name || '_known', p_name || '_other', p_name || '_removed');
    END IF;
    IF p_keys_differ THEN
        RETURN;
    END IF;
    EXECUTE format($sql$
        CREATE TABLE staging.%3$I AS
        SELECT s.id, g.first_id, s.content_hash = f.content_hash AND s.status = f.status AS is_same, to_jsonb(f) AS was, to_jsonb(s) AS row
        FROM (
            SELECT r.key, min(r.id) AS first_id
            FROM staging.%1$I r
            WHERE r.source_reference IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM staging.%2$I k WHERE k.id = r.id)
            GROUP BY r.key
            HAVING count(*) > 1) AS g
        JOIN staging.%1$I s ON s.key = g.key AND s.id > g.first_id
        JOIN staging.%1$I f ON f.id = g.first_id
        $sql$, p_name || '_rows', p_name || '_known', p_name || '_again');
    EXECUTE format('INSERT INTO staging.%I SELECT id, ''duplicate'', first_id FROM staging.%I WHERE is_same', p_name || '_unstored', p_name || '_again');
    EXECUTE format('INSERT INTO staging.%I SELECT id, false, was, row FROM staging.%I WHERE NOT is_same', p_name || '_other', p_name || '_again');
END
$$;

-- Makes each of them a duplicate, an update or a conflict.
CREATE FUNCTION crime.judge_others(p_name text, p_updates boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%2$I AS
        SELECT j.*,
            crime.changes(j.was, j.merged) AS changes,
            row_number() OVER (PARTITION BY j.was ->> 'id' ORDER BY j.differs <> '{}', j.id) AS turn,
            first_value(j.row) OVER (PARTITION BY j.was ->> 'id' ORDER BY j.differs <> '{}', j.id) AS first_row
        FROM (
            SELECT o.id, o.is_known, o.was, o.row, crime.contradictions(p.o, p.n) AS differs, to_jsonb(crime.merged(p.o, p.n)) AS merged
            FROM staging.%1$I o
            CROSS JOIN LATERAL (
                SELECT jsonb_populate_record(NULL::crime.incident, o.was) AS o, jsonb_populate_record(NULL::crime.incident, o.row) AS n) AS p) AS j
        $sql$, p_name || '_other', p_name || '_judged');
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT j.id,
            CASE
                WHEN j.differs = '{}' AND j.changes = '{}' THEN 'duplicate'
                -- What was known of the case before.
                WHEN EXISTS (
                    SELECT 1 FROM crime.incident_history h
                    WHERE h.incident_id = (j.was ->> 'id')::bigint
                      AND h.was -> 'content_hash' = j.row -> 'content_hash' AND h.was -> 'status' = j.row -> 'status') THEN 'duplicate'
                -- Somebody has decided that the case stays as it is.
                WHEN EXISTS (
                    SELECT 1 FROM crime.batch_conflict c
                    WHERE c.key = (j.row ->> 'key')::uuid AND c.decision = 'keep'
                      AND c.content_hash = (j.row ->> 'content_hash')::uuid AND c.status = (j.row ->> 'status')::smallint) THEN 'duplicate'
                WHEN j.turn > 1 AND j.first_row -> 'content_hash' = j.row -> 'content_hash' AND j.first_row -> 'status' = j.row -> 'status'
                    AND $1 AND j.is_known AND j.differs = '{}' THEN 'duplicate'
                WHEN $1 AND j.is_known AND j.differs = '{}' AND j.turn = 1 THEN 'update'
                ELSE 'conflict' END,
            (j.was ->> 'id')::bigint, j.differs = '{}', CASE WHEN j.differs = '{}' THEN j.changes ELSE j.differs END
        FROM staging.%1$I j
        $sql$, p_name || '_judged', p_name || '_unstored') USING p_updates;
    EXECUTE format($sql$
        WITH changed AS (
            SELECT j.was, j.merged, (j.id & 4294967295) AS row_number
            FROM staging.%1$I j
            JOIN staging.%2$I u ON u.id = j.id AND u.fate = 'update'),
        removed AS (
            INSERT INTO staging.%3$I SELECT (c.was ->> 'id')::bigint, (c.was ->> 'occurred_on')::date FROM changed c),
        history AS (
            INSERT INTO staging.%5$I SELECT (c.was ->> 'id')::bigint, c.row_number, crime.scrubbed(c.was, c.merged) FROM changed c)
        INSERT INTO staging.%4$I SELECT (jsonb_populate_record(NULL::crime.incident, c.merged)).* FROM changed c
        $sql$, p_name || '_judged', p_name || '_unstored', p_name || '_removed', p_name || '_merged', p_name || '_history');
END
$$;

-- Takes the rows that are not stored out of the staging tables, puts those of changed cases into them, and counts again.
CREATE FUNCTION crime.settle_rows(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_suffix text;
    v_any boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I) OR EXISTS (SELECT 1 FROM staging.%I)', p_name || '_unstored', p_name || '_merged') INTO v_any;
    IF NOT v_any AND to_regclass(format('staging.%I', p_name || '_count')) IS NOT NULL THEN
        RETURN;
    END IF;
    FOR v_suffix IN EXECUTE format('SELECT suffix FROM staging.%I', p_name || '_year') LOOP
        EXECUTE format('DELETE FROM staging.%I s USING (SELECT DISTINCT id FROM staging.%I) u WHERE u.id = s.id',
            format('%s_%s_incident', p_name, v_suffix), p_name || '_unstored');
        EXECUTE format('INSERT INTO staging.%I SELECT m.* FROM staging.%I m WHERE crime.suffix_of(m.occurred_on) = $1',
            format('%s_%s_incident', p_name, v_suffix), p_name || '_merged') USING v_suffix;
    END LOOP;
    EXECUTE format('DROP TABLE IF EXISTS staging.%I', p_name || '_count');
    PERFORM crime.count_rows(p_name);
END
$$;

-- What leaves, by year of the offence and of registration; late: of complete months, but for what only goes on in police or court.
CREATE FUNCTION crime.count_removed(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I AS
        SELECT crime.suffix_of(i.occurred_on) AS suffix, crime.suffix_of(i.reported_on) AS registered, count(*) AS cases,
            count(i.cell_key) FILTER (WHERE NOT i.is_sensitive) AS placed,
            count(*) FILTER (WHERE i.reported_on < d.as_of AND (m.head_id, m.ordinal, m.occurred_on, m.reported_on, m.cell_key)
                IS DISTINCT FROM (i.head_id, i.ordinal, i.occurred_on, i.reported_on, i.cell_key)) AS late
        FROM staging.%I r
        JOIN crime.incident i ON i.id = r.id AND i.occurred_on = r.occurred_on
        LEFT JOIN staging.%I m ON m.id = r.id
        CROSS JOIN crime.data_state d
        GROUP BY 1, 2
        $sql$, p_name || '_leaving', p_name || '_removed', p_name || '_merged');
END
$$;

-- What each year gets and gives, and whether it is rebuilt: when its old cases are at most twice what changes.
CREATE OR REPLACE FUNCTION crime.plan_years(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.count_removed(p_name);
    EXECUTE format('CREATE TABLE staging.%I (parent text, suffix text, from_day date, until_day date)', p_name || '_swap');
    EXECUTE format($sql$
        CREATE TABLE staging.%1$I AS
        SELECT n.suffix, n.cases, n.placed, n.removed, n.removed_placed, o.cases AS old_cases,
            n.cases + n.removed >= 2000 AND (n.cases + n.removed) * 2 >= o.cases AS is_rebuilt
        FROM (
            SELECT p.suffix, sum(p.cases)::bigint AS cases, sum(p.placed)::bigint AS placed, sum(p.removed)::bigint AS removed,
                sum(p.removed_placed)::bigint AS removed_placed
            FROM (
                SELECT c.suffix, c.cases, c.placed, 0 AS removed, 0 AS removed_placed FROM staging.%2$I c
                UNION ALL
                SELECT l.suffix, 0, 0, l.cases, l.placed FROM staging.%4$I l) AS p
            GROUP BY p.suffix) n
        JOIN staging.%3$I y ON y.suffix = n.suffix
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(r.cases), 0)::bigint AS cases
            FROM crime.rollup_month r
            WHERE r.level = 0 AND r.head_id = 0 AND r.month >= coalesce(y.from_day, '-infinity') AND r.month < y.until_day) o
        $sql$, p_name || '_plan', p_name || '_count', p_name || '_year', p_name || '_leaving');
END
$$;

-- What each year gets and gives of the rollups by registration.
CREATE OR REPLACE FUNCTION crime.plan_registered_years(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%1$I AS
        SELECT n.suffix, n.cases, n.removed, o.cases AS old_cases, n.cases + n.removed >= 2000 AND (n.cases + n.removed) * 2 >= o.cases AS is_rebuilt
        FROM (
            SELECT p.suffix, sum(p.cases)::bigint AS cases, sum(p.removed)::bigint AS removed
            FROM (
                SELECT CASE WHEN c.registered < 2018 THEN 'before_2018' ELSE c.registered::integer::text END AS suffix, c.cases, 0 AS removed
                FROM staging.%2$I c
                UNION ALL
                SELECT l.registered, 0, l.cases FROM staging.%4$I l) AS p
            GROUP BY p.suffix) n
        LEFT JOIN staging.%3$I y ON y.suffix = n.suffix
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(r.cases), 0)::bigint AS cases
            FROM crime.rollup_month_registered r
            WHERE r.level = 0 AND r.head_id = 0 AND r.month >= coalesce(y.from_day, '-infinity') AND r.month < y.until_day) o
        $sql$, p_name || '_registered_plan', p_name || '_count', p_name || '_year', p_name || '_leaving');
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
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases + removed > 0 ORDER BY suffix', p_name || '_plan') LOOP
        FOREACH v_table IN ARRAY (crime.yearly_tables())[2:] LOOP
            CONTINUE WHEN crime.is_by_registration(v_table);
            PERFORM crime.add_rollup(p_name, v_year.suffix, v_table,
                CASE WHEN v_table = 'rollup_cell' THEN v_year.placed - v_year.removed_placed ELSE v_year.cases - v_year.removed END,
                v_year.old_cases, v_year.is_rebuilt, p_is_summed);
        END LOOP;
    END LOOP;
    PERFORM crime.plan_registered_years(p_name);
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases + removed > 0 ORDER BY suffix', p_name || '_registered_plan') LOOP
        FOREACH v_table IN ARRAY (crime.yearly_tables())[2:] LOOP
            CONTINUE WHEN NOT crime.is_by_registration(v_table);
            PERFORM crime.add_rollup(
                p_name, v_year.suffix, v_table, v_year.cases - v_year.removed, v_year.old_cases, v_year.is_rebuilt, p_is_summed);
        END LOOP;
    END LOOP;
END
$$;

-- Takes out what leaves and is not replaced by rebuilding its year.
CREATE FUNCTION crime.remove_cases(p_name text, p_suffix text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format('DELETE FROM crime.%I i USING staging.%I r WHERE r.id = i.id AND r.occurred_on = i.occurred_on',
        'incident_' || p_suffix, p_name || '_removed');
END
$$;

-- Makes what a judged change stores of the incidents; its rollups can be sent after it.
CREATE OR REPLACE FUNCTION crime.index_batch(p_batch uuid) RETURNS void
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
    PERFORM crime.settle_rows(v_name);
    PERFORM crime.plan_years(v_name);
    EXECUTE format('DROP VIEW staging.%I', v_name || '_rows');
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases + removed > 0 ORDER BY suffix', v_name || '_plan') LOOP
        IF v_year.removed > 0 AND NOT v_year.is_rebuilt THEN
            PERFORM crime.remove_cases(v_name, v_year.suffix);
        END IF;
        PERFORM crime.add_incidents(v_name, v_year.suffix, v_year.is_rebuilt, v_year.old_cases);
    END LOOP;
END
$$;

DROP FUNCTION crime.batch_duplicates(uuid);
-- What the rollups were sent of rows that are not stored, and of cases that leave, and must take back (sign −1), and what enters
-- beside the rows sent (sign 1), of one year of the offence.
CREATE FUNCTION crime.batch_changes(p_batch uuid, p_suffix text)
RETURNS TABLE (sign smallint, occurred_on date, reported_on date, occurred_hour smallint, head_id smallint, status smallint, ordinal integer,
    victim_gender smallint, victim_age_band smallint, cell_key bigint, is_sensitive boolean)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_facts constant text := 'i.occurred_on, i.reported_on, i.occurred_hour, i.head_id, i.status, i.ordinal, i.victim_gender, i.victim_age_band, '
        || 'i.cell_key, i.is_sensitive';
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT (-1)::smallint, %1$s FROM staging.%2$I i WHERE i.id IN (SELECT u.id FROM staging.%3$I u)
        UNION ALL
        SELECT (-1)::smallint, %1$s FROM staging.%4$I r JOIN crime.%5$I i ON i.id = r.id AND i.occurred_on = r.occurred_on
        UNION ALL
        SELECT 1::smallint, %1$s FROM staging.%6$I i WHERE crime.suffix_of(i.occurred_on) = $1
        $sql$, v_facts, format('%s_%s_incident', v_name, p_suffix), v_name || '_unstored', v_name || '_removed', 'incident_' || p_suffix,
        v_name || '_merged') USING p_suffix;
END
$$;

-- The years of a change; empty when nothing is to be taken back or entered.
CREATE FUNCTION crime.batch_years(p_batch uuid) RETURNS SETOF text
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT suffix
        FROM staging.%I
        WHERE EXISTS (SELECT 1 FROM staging.%I) OR EXISTS (SELECT 1 FROM staging.%I) OR EXISTS (SELECT 1 FROM staging.%I)
        ORDER BY suffix
        $sql$, v_name || '_year', v_name || '_unstored', v_name || '_removed', v_name || '_merged');
END
$$;

DROP FUNCTION crime.check_batch(uuid, boolean);
-- Refuses what the app must not load, finds what becomes of each row, and closes the incident tables: what is judged is what will be
-- committed. p_keys_differ: the app says that no two rows of the batch have one key; it is held to it by the unique index of each year.
CREATE FUNCTION crime.check_batch(
    p_batch uuid, p_keys_differ boolean, p_keeps_equal boolean, p_updates boolean,
    OUT accepted bigint, OUT updated bigint, OUT duplicates bigint, OUT conflicts bigint, OUT rejected bigint, OUT equal_rows bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    PERFORM crime.require_one_kind(p_batch);
    PERFORM crime.list_rows(v_name);
    PERFORM crime.count_rows(v_name);
    PERFORM crime.refuse_rows(v_name);
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint FROM staging.%I', v_name || '_count') INTO accepted;
    -- A file of which nothing is left ends nothing and takes no place.
    IF accepted = 0 THEN
        EXECUTE format('TRUNCATE staging.%I, staging.%I', v_name || '_removed', v_name || '_history');
    END IF;
    IF accepted > 0 AND (SELECT b.ends_demo AND d.is_synthetic FROM crime.batch b CROSS JOIN crime.data_state d WHERE b.id = p_batch) THEN
        UPDATE crime.batch SET removed = crime.remove_synthetic() WHERE id = p_batch;
    END IF;
    equal_rows := CASE WHEN p_keys_differ THEN 0 ELSE crime.number_equal_rows(v_name, p_keeps_equal) END;
    UPDATE crime.batch b SET equal_rows = check_batch.equal_rows WHERE b.id = p_batch AND check_batch.equal_rows > 0;
    PERFORM crime.find_known(v_name);
    PERFORM crime.find_others(v_name, p_keys_differ);
    PERFORM crime.judge_others(v_name, p_updates);
    PERFORM crime.judge_places(v_name);
    SELECT f.updated, f.duplicates, f.conflicts INTO updated, duplicates, conflicts FROM crime.count_fates(v_name) f;
    accepted := accepted - updated - duplicates - conflicts;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', v_name || '_reject') INTO rejected;
END
$$;

-- A case that changes must lie, before and after, in the jurisdictions of the person who changes it.
CREATE FUNCTION crime.judge_places(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_bad bigint;
BEGIN
    EXECUTE format($sql$
        SELECT count(*)
        FROM (
            SELECT i.ordinal FROM staging.%I r JOIN crime.incident i ON i.id = r.id AND i.occurred_on = r.occurred_on
            UNION
            SELECT m.ordinal FROM staging.%I m) AS p
        WHERE NOT p.ordinal <@ (SELECT crime.current_scope())
        $sql$, p_name || '_removed', p_name || '_merged') INTO v_bad;
    IF v_bad > 0 THEN
        RAISE EXCEPTION 'Cases that would change lie outside the jurisdictions of the person.' USING ERRCODE = '42501';
    END IF;
END
$$;

CREATE FUNCTION crime.count_fates(p_name text, OUT updated bigint, OUT duplicates bigint, OUT conflicts bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format($sql$
        SELECT count(DISTINCT id) FILTER (WHERE fate = 'update'), count(DISTINCT id) FILTER (WHERE fate = 'duplicate'),
            count(DISTINCT id) FILTER (WHERE fate = 'conflict')
        FROM staging.%I
        $sql$, p_name || '_unstored') INTO updated, duplicates, conflicts;
END
$$;

-- Keeps what became of the rows that are not stored, and what cases were.
CREATE FUNCTION crime.keep_fates(p_batch uuid, p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.batch_duplicate (batch_id, row_number, twin_id)
        SELECT $1, u.id & 4294967295, min(u.twin_id)
        FROM staging.%I u
        WHERE u.fate = 'duplicate'
        GROUP BY u.id
        $sql$, p_name || '_unstored') USING p_batch;
    EXECUTE format($sql$
        INSERT INTO crime.batch_conflict (batch_id, row_number, twin_id, is_update, differs, key, content_hash, status, ordinal, incident)
        SELECT $1, u.id & 4294967295, u.twin_id, u.is_update, u.differs, n.key, n.content_hash, n.status, n.ordinal, to_jsonb(n)
        FROM staging.%I u
        JOIN staging.%I j ON j.id = u.id
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, j.row) AS n
        WHERE u.fate = 'conflict'
        $sql$, p_name || '_unstored', p_name || '_judged') USING p_batch;
    PERFORM crime.keep_history(p_batch, p_name);
END
$$;

CREATE FUNCTION crime.keep_history(p_batch uuid, p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    -- Of cases that are protected from now on the older states go the same way.
    EXECUTE format($sql$
        UPDATE crime.incident_history h
        SET was = crime.scrubbed(h.was, to_jsonb(m))
        FROM staging.%I m
        WHERE m.is_sensitive
          AND h.incident_id = m.id
          AND NOT (h.was -> 'is_sensitive')::boolean
        $sql$, p_name || '_merged');
    EXECUTE format($sql$
        INSERT INTO crime.incident_history (incident_id, batch_id, row_number, ordinal, was)
        SELECT h.incident_id, $1, h.row_number, (h.was ->> 'ordinal')::integer, h.was
        FROM staging.%I h
        ORDER BY h.incident_id
        $sql$, p_name || '_history') USING p_batch;
END
$$;

-- Counts the data anew after cases have left: exactly what an empty database would know that had been given what is here.
CREATE FUNCTION crime.recount_data_state(p_name text) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_now record;
    v_before crime.data_state;
    v_late bigint;
    v_version bigint;
BEGIN
    SELECT * INTO v_before FROM crime.data_state;
    SELECT count(*) AS cases, max(i.occurred_on) AS last_occurred, min(i.reported_on) AS first_reported, max(i.reported_on) AS last_reported
    INTO v_now
    FROM crime.incident i;
    EXECUTE format('SELECT coalesce(sum(late), 0)::bigint FROM staging.%I', p_name || '_leaving') INTO v_late;
    UPDATE crime.data_state AS d
    SET data_version = d.data_version + 1,
        incident_count = v_now.cases,
        is_synthetic = EXISTS (SELECT 1 FROM crime.batch b WHERE b.is_synthetic AND b.accepted > 0 AND b.finished_at IS NOT NULL AND b.rolled_back_at IS NULL),
        first_month = date_trunc('month', v_now.first_reported)::date,
        last_occurred_on = v_now.last_occurred,
        last_reported_on = v_now.last_reported,
        last_imported_at = (SELECT max(b.finished_at) FROM crime.batch b WHERE b.rolled_back_at IS NULL),
        late_cases = d.late_cases + v_late,
        coverage = (
            SELECT (b.detail ->> 'coverage')::double precision
            FROM crime.batch b
            WHERE b.finished_at IS NOT NULL AND b.accepted > 0 AND b.rolled_back_at IS NULL
            ORDER BY b.finished_at DESC
            LIMIT 1),
        assumed_registrations = (
            SELECT coalesce(sum(crime.assumed_registrations(b.detail, b.accepted)), 0)
            FROM crime.batch b
            WHERE b.finished_at IS NOT NULL AND b.rolled_back_at IS NULL),
        as_of = least(
            date_trunc('month', v_now.last_occurred + interval '1 month'),
            date_trunc('month', greatest(v_now.last_occurred, v_now.last_reported) + interval '1 day'))::date
    RETURNING d.data_version INTO v_version;
    UPDATE crime.data_state
    SET months_version = v_version, late_cases = 0
    WHERE as_of IS DISTINCT FROM v_before.as_of
       OR first_month IS DISTINCT FROM v_before.first_month
       OR late_cases * 100 * greatest((as_of - first_month) / 30, 1) > incident_count;
    RETURN v_version;
END
$$;

DROP FUNCTION crime.commit_batch(uuid, bytea, jsonb, boolean);
-- p_is_summed: each rollup row was sent once, and nothing was taken back; else rows with one key are added up here.
CREATE FUNCTION crime.commit_batch(
    p_batch uuid, p_file_sha256 bytea, p_detail jsonb, p_is_summed boolean,
    OUT accepted bigint, OUT updated bigint, OUT duplicates bigint, OUT conflicts bigint, OUT rejected bigint, OUT equal_rows bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_removed bigint;
BEGIN
    PERFORM crime.require_open(p_batch);
    INSERT INTO crime.batch_reject (batch_id, row_number, line_number, column_name, value, reason, suggestion)
    SELECT p_batch, r.row_number, r.line_number, r.column_name, r.value, r.reason, r.suggestion FROM crime.staged_rejects(v_name) r;
    rejected := (SELECT count(DISTINCT row_number) FROM crime.batch_reject WHERE batch_id = p_batch);
    SELECT f.updated, f.duplicates, f.conflicts INTO updated, duplicates, conflicts FROM crime.count_fates(v_name) f;
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint - $1, coalesce(sum(removed), 0)::bigint FROM staging.%I', v_name || '_plan')
        INTO accepted, v_removed USING updated;
    PERFORM crime.keep_fates(p_batch, v_name);
    UPDATE crime.batch AS b
    SET finished_at = clock_timestamp(), accepted = commit_batch.accepted, updated = commit_batch.updated, duplicates = commit_batch.duplicates,
        conflicts = commit_batch.conflicts, rejected = commit_batch.rejected, superseded = v_removed - commit_batch.updated,
        file_sha256 = p_file_sha256, detail = p_detail
    WHERE b.id = p_batch
    RETURNING b.equal_rows INTO equal_rows;
    PERFORM crime.add_rollups(v_name, p_is_summed);
    IF accepted + v_removed > 0 THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM pg_notify('crimeinsight_data',
            (CASE WHEN v_removed > 0 THEN crime.recount_data_state(v_name) ELSE crime.advance_data_state(p_batch, v_name) END)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
END
$$;

DROP FUNCTION crime.list_duplicates(text, boolean, boolean), crime.delete_duplicates(text);

REVOKE EXECUTE ON FUNCTION
    crime.suffix_of(date), crime.widened_key(uuid, uuid), crime.status_step(smallint), crime.contradictions(crime.incident, crime.incident),
    crime.merged(crime.incident, crime.incident), crime.changes(jsonb, jsonb), crime.scrubbed(jsonb, jsonb), crime.open_change(text),
    crime.number_equal_rows(text, boolean), crime.find_known(text), crime.find_others(text, boolean), crime.judge_others(text, boolean),
    crime.settle_rows(text), crime.count_removed(text), crime.remove_cases(text, text), crime.batch_changes(uuid, text), crime.batch_years(uuid),
    crime.check_batch(uuid, boolean, boolean, boolean), crime.judge_places(text), crime.count_fates(text), crime.keep_fates(uuid, text),
    crime.keep_history(uuid, text), crime.recount_data_state(text), crime.commit_batch(uuid, bytea, jsonb, boolean)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.batch_changes(uuid, text), crime.batch_years(uuid), crime.check_batch(uuid, boolean, boolean, boolean),
    crime.commit_batch(uuid, bytea, jsonb, boolean)
    TO $app_role$;
