-- The sections of a case are part of what a row says of it: they leave with the case that changes, enter with its new state, and are kept
-- with what it was (member "sections" of a state, beside the columns of crime.incident).
--
-- The sections of an open batch are copied to staging.<name>_section by the id that the row's case would have; those of changed cases join them.

CREATE FUNCTION crime.patch(p_function regprocedure, p_old text, p_new text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_text text := pg_get_functiondef(p_function);
BEGIN
    IF position(p_old IN v_text) = 0 THEN
        RAISE EXCEPTION '% has changed.', p_function;
    END IF;
    EXECUTE replace(v_text, p_old, p_new);
END
$$;

CREATE FUNCTION crime.sections_of(p_case bigint) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'act', s.act, 'section', s.section, 'subsection', s.subsection, 'is_principal', s.is_principal) ORDER BY s.place), '[]')
    FROM crime.incident_section s
    WHERE s.incident_id = p_case
$$;

-- What is known of a case.
CREATE FUNCTION crime.state_of(i crime.incident) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$ SELECT to_jsonb(i) || jsonb_build_object('sections', crime.sections_of(i.id)) $$;

-- The sections that a state names, in whatever order it does.
CREATE FUNCTION crime.section_names(p_state jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT coalesce(jsonb_agg(e.item - 'is_principal' ORDER BY e.item - 'is_principal'), '[]')
    FROM jsonb_array_elements(p_state -> 'sections') AS e (item)
$$;

-- A row without sections does not know them; of what was kept before sections were, nothing is known.
CREATE FUNCTION crime.names_other_sections(p_was jsonb, p_row jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT p_was ? 'sections'
        AND coalesce(jsonb_array_length(p_row -> 'sections'), 0) > 0
        AND crime.section_names(p_row) <> crime.section_names(p_was)
$$;

CREATE FUNCTION crime.is_same_state(p_was jsonb, p_row jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT p_was -> 'content_hash' = p_row -> 'content_hash'
        AND crime.is_same_stage(p_was, p_row)
        AND NOT crime.names_other_sections(p_was, p_row)
$$;

-- What may be stored of a row when it is about a protected case: as crime.protect_cases() leaves them.
CREATE FUNCTION crime.protected(i crime.incident) RETURNS crime.incident
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog
AS $$
DECLARE
    v_x double precision := floor((i.longitude + 180) / 360 * 8192) + 0.5;
    v_y double precision := floor((1 - asinh(tan(radians(i.latitude))) / pi()) / 2 * 8192) + 0.5;
BEGIN
    i.occurred_hour := NULL;
    i.occurred_from := i.occurred_on::timestamp AT TIME ZONE 'Asia/Kolkata';
    i.occurred_until := CASE WHEN (i.occurred_until AT TIME ZONE 'Asia/Kolkata')::date > i.occurred_on
        THEN date_trunc('day', i.occurred_until AT TIME ZONE 'Asia/Kolkata') AT TIME ZONE 'Asia/Kolkata' END;
    i.property_value := NULL;
    i.modus_operandi := NULL;
    i.place_precision := greatest(i.place_precision, 2);
    i.longitude := round((v_x / 8192 * 360 - 180)::numeric, 6);
    i.latitude := round(degrees(atan(sinh(pi() * (1 - 2 * v_y / 8192))))::numeric, 6);
    -- As rounding leaves it: on one side of the middle of 2^9 cells of zoom 22, or on the other.
    i.cell_key := ((i.cell_key >> 18) << 18)
        | CASE floor((i.longitude + 180) / 360 * 4194304)::bigint & 511 WHEN 255 THEN 21845 ELSE 65536 END
        | CASE floor((1 - asinh(tan(radians(i.latitude))) / pi()) / 2 * 4194304)::bigint & 511 WHEN 255 THEN 43690 ELSE 131072 END;
    RETURN i;
END
$$;

-- A case as a later row has it: what the row does not know stays as it was. What it protects loses what may not be stored of it.
CREATE OR REPLACE FUNCTION crime.merged(o crime.incident, n crime.incident) RETURNS crime.incident
LANGUAGE plpgsql IMMUTABLE
SET search_path = pg_catalog
AS $$
BEGIN
    IF n.is_sensitive AND NOT o.is_sensitive THEN
        o := crime.protected(o);
    END IF;
    n.id := o.id;
    n.key := o.key;
    n.victim_gender := coalesce(nullif(n.victim_gender, 0), o.victim_gender);
    n.victim_age_band := coalesce(nullif(n.victim_age_band, 0), o.victim_age_band);
    n.offender_gender := coalesce(nullif(n.offender_gender, 0), o.offender_gender);
    n.offender_age_band := coalesce(nullif(n.offender_age_band, 0), o.offender_age_band);
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

CREATE FUNCTION crime.next_state(p_was jsonb, p_row jsonb) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT crime.with_stages(p_was, to_jsonb(crime.merged(
            jsonb_populate_record(NULL::crime.incident, p_was), jsonb_populate_record(NULL::crime.incident, p_row))))
        || jsonb_build_object('sections', CASE WHEN crime.names_other_sections(p_was, p_row) OR NOT p_was ? 'sections'
            THEN coalesce(p_row -> 'sections', '[]') ELSE p_was -> 'sections' END)
$$;

-- Another head contradicts a case, unless it follows from other sections than those known.
CREATE FUNCTION crime.contradictions(p_was jsonb, p_row jsonb) RETURNS text[]
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT CASE
        WHEN crime.section_names(p_was) <> '[]' AND crime.names_other_sections(p_was, p_row) THEN array_remove(c.columns, 'head_code')
        ELSE c.columns END
    FROM (
        SELECT crime.contradictions(
            jsonb_populate_record(NULL::crime.incident, p_was), jsonb_populate_record(NULL::crime.incident, p_row)) AS columns) AS c
$$;

CREATE OR REPLACE FUNCTION crime.open_change(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    -- Rows that are not stored, and the case that each is about.
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, fate text NOT NULL, twin_id bigint NOT NULL, is_update boolean, differs text[])',
        p_name || '_unstored');
    EXECUTE format('CREATE TABLE staging.%I (id bigint PRIMARY KEY, occurred_on date NOT NULL)', p_name || '_removed');
    -- What cases are from now on, and its parts.
    EXECUTE format('CREATE TABLE staging.%I (state jsonb NOT NULL)', p_name || '_state');
    EXECUTE format('CREATE TABLE staging.%I (LIKE crime.incident)', p_name || '_merged');
    EXECUTE format($sql$
        CREATE TABLE staging.%I (
            incident_id bigint NOT NULL, place smallint NOT NULL, is_principal boolean NOT NULL, act text NOT NULL, section text NOT NULL,
            subsection text NOT NULL)
        $sql$, p_name || '_section');
    EXECUTE format('GRANT INSERT ON staging.%I TO %I', p_name || '_section', session_user);
    EXECUTE format('CREATE TABLE staging.%I (incident_id bigint, row_number bigint, was jsonb)', p_name || '_history');
END
$$;

-- Takes the right to send sections, which must be those of the batch's own rows.
CREATE FUNCTION crime.close_sections(p_batch uuid, p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_is_foreign boolean;
BEGIN
    EXECUTE format('REVOKE INSERT ON staging.%I FROM %I', p_name || '_section', session_user);
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I s WHERE s.incident_id >> 32 <> $1)', p_name || '_section')
        INTO v_is_foreign USING (SELECT b.number::bigint FROM crime.batch b WHERE b.id = p_batch);
    IF v_is_foreign THEN
        RAISE EXCEPTION 'Sections of cases of other batches.' USING ERRCODE = '42501';
    END IF;
END
$$;

-- Divides the new states of changed cases into rows and sections.
CREATE FUNCTION crime.enter_states(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT i.*
        FROM staging.%I s
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, s.state) AS i
        $sql$, p_name || '_merged', p_name || '_state');
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT (s.state ->> 'id')::bigint, e.place, (e.item -> 'is_principal')::boolean, e.item ->> 'act', e.item ->> 'section', e.item ->> 'subsection'
        FROM staging.%I s
        CROSS JOIN LATERAL jsonb_array_elements(s.state -> 'sections') WITH ORDINALITY AS e (item, place)
        $sql$, p_name || '_section', p_name || '_state');
END
$$;

-- Lists, in staging.<name>_known, the rows whose case is known.
CREATE OR REPLACE FUNCTION crime.find_known(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_is_small boolean;
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I (
            id bigint NOT NULL, twin_id bigint NOT NULL, twin_on date NOT NULL, has_reference boolean NOT NULL, is_same boolean NOT NULL)
        $sql$, p_name || '_known');
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
        SELECT s.id, i.id, i.occurred_on, s.source_reference IS NOT NULL, s.source_reference IS NULL OR (i.content_hash = s.content_hash AND %4$s)
        FROM staging.%1$I s
        JOIN crime.incident i ON i.key = s.key
        WHERE i.id NOT IN (SELECT r.id FROM staging.%3$I r)
        $sql$, p_name || '_rows', p_name || '_known', p_name || '_removed', crime.same_stage('i', 's'));
    -- Cases without a reference were once known by their content.
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.id, i.id, i.occurred_on, false, true
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
    PERFORM crime.compare_sections(p_name);
    EXECUTE format('INSERT INTO staging.%I SELECT id, ''duplicate'', min(twin_id) FROM staging.%I WHERE is_same GROUP BY id',
        p_name || '_unstored', p_name || '_known');
END
$$;

-- A row that names other sections than its case does not say the same. Sums of hashes tell lists apart whatever their order; a row
-- without sections has none.
CREATE FUNCTION crime.compare_sections(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_any boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I k WHERE k.has_reference AND k.is_same) AND EXISTS (SELECT 1 FROM staging.%I)',
        p_name || '_known', p_name || '_section') INTO v_any;
    IF NOT v_any THEN
        RETURN;
    END IF;
    EXECUTE format('ANALYZE staging.%I (id, twin_id), staging.%I (incident_id)', p_name || '_known', p_name || '_section');
    EXECUTE format($sql$
        UPDATE staging.%1$I k
        SET is_same = false
        FROM (
            SELECT p.id
            FROM staging.%1$I p
            JOIN (
                SELECT s.incident_id, sum(hashtextextended(concat_ws(' ', s.act, s.section, s.subsection), 0)) AS names
                FROM staging.%2$I s
                GROUP BY s.incident_id) AS n ON n.incident_id = p.id
            LEFT JOIN (
                SELECT s.incident_id, sum(hashtextextended(concat_ws(' ', s.act, s.section, s.subsection), 0)) AS names
                FROM crime.incident_section s
                WHERE s.incident_id IN (SELECT t.twin_id FROM staging.%1$I t)
                GROUP BY s.incident_id) AS o ON o.incident_id = p.twin_id
            WHERE p.has_reference
              AND p.is_same
              AND o.names IS DISTINCT FROM n.names) AS d
        WHERE k.id = d.id
        $sql$, p_name || '_known', p_name || '_section');
END
$$;

-- Lists, in staging.<name>_named, the sections that the batch names of some rows.
CREATE FUNCTION crime.list_sections(p_name text, p_ids text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT s.incident_id, jsonb_agg(jsonb_build_object(
            'act', s.act, 'section', s.section, 'subsection', s.subsection, 'is_principal', s.is_principal) ORDER BY s.place)
        FROM staging.%I s
        WHERE s.incident_id IN (%s)
        GROUP BY s.incident_id
        $sql$, p_name || '_named', p_name || '_section', p_ids);
END
$$;

CREATE FUNCTION crime.with_sections(p_row jsonb, p_sections jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT p_row || jsonb_build_object('sections', coalesce(p_sections, '[]')) $$;

-- Lists, in staging.<name>_other, the rows with the reference of a case, known or earlier in the batch, that do not say the same of it.
CREATE OR REPLACE FUNCTION crime.find_others(p_name text, p_keys_differ boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_any boolean;
BEGIN
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, is_known boolean NOT NULL, was jsonb NOT NULL, row jsonb NOT NULL)', p_name || '_other');
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, sections jsonb NOT NULL)', p_name || '_named');
    -- Most batches have none: nothing is read for them.
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I WHERE NOT is_same)', p_name || '_known') INTO v_any;
    IF v_any THEN
        PERFORM crime.list_sections(p_name, format('SELECT k.id FROM staging.%I k WHERE NOT k.is_same', p_name || '_known'));
        EXECUTE format($sql$
            INSERT INTO staging.%3$I
            SELECT k.id, true, crime.state_of(coalesce(w, i)), crime.with_sections(to_jsonb(s), n.sections)
            FROM staging.%2$I k
            JOIN staging.%1$I s ON s.id = k.id
            JOIN crime.incident i ON i.id = k.twin_id AND i.occurred_on = k.twin_on
            LEFT JOIN crime.incident w ON w.key = crime.widened_key(s.key, s.content_hash)
                AND w.id NOT IN (SELECT r.id FROM staging.%4$I r)
            LEFT JOIN staging.%5$I n ON n.id = k.id
            WHERE NOT k.is_same
            $sql$, p_name || '_rows', p_name || '_known', p_name || '_other', p_name || '_removed', p_name || '_named');
    END IF;
    IF p_keys_differ THEN
        RETURN;
    END IF;
    EXECUTE format($sql$
        CREATE TABLE staging.%3$I AS
        SELECT s.id, g.first_id, to_jsonb(f) AS was, to_jsonb(s) AS row
        FROM (
            SELECT r.key, min(r.id) AS first_id
            FROM staging.%1$I r
            WHERE r.source_reference IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM staging.%2$I k WHERE k.id = r.id)
            GROUP BY r.key
            HAVING count(*) > 1) AS g
        JOIN staging.%1$I s ON s.key = g.key AND s.id > g.first_id
        JOIN staging.%1$I f ON f.id = g.first_id
        $sql$, p_name || '_rows', p_name || '_known', p_name || '_pair');
    PERFORM crime.list_sections(p_name, format('SELECT p.id FROM staging.%1$I p UNION SELECT p.first_id FROM staging.%1$I p', p_name || '_pair'));
    EXECUTE format($sql$
        CREATE TABLE staging.%3$I AS
        SELECT p.id, p.first_id, crime.with_sections(p.was, f.sections) AS was, crime.with_sections(p.row, n.sections) AS row
        FROM staging.%1$I p
        LEFT JOIN staging.%2$I f ON f.id = p.first_id
        LEFT JOIN staging.%2$I n ON n.id = p.id
        $sql$, p_name || '_pair', p_name || '_named', p_name || '_again');
    EXECUTE format('INSERT INTO staging.%I SELECT id, ''duplicate'', first_id FROM staging.%I WHERE crime.is_same_state(was, row)',
        p_name || '_unstored', p_name || '_again');
    EXECUTE format('INSERT INTO staging.%I SELECT id, false, was, row FROM staging.%I WHERE NOT crime.is_same_state(was, row)',
        p_name || '_other', p_name || '_again');
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
        SELECT j.*,
            crime.changes(j.was, j.merged) AS changes,
            row_number() OVER (PARTITION BY j.was ->> 'id' ORDER BY j.differs <> '{}', j.id) AS turn,
            first_value(j.row) OVER (PARTITION BY j.was ->> 'id' ORDER BY j.differs <> '{}', j.id) AS first_row
        FROM (
            SELECT o.id, o.is_known, o.was, o.row, crime.contradictions(o.was, o.row) AS differs, crime.next_state(o.was, o.row) AS merged
            FROM staging.%1$I o) AS j
        $sql$, p_name || '_other', p_name || '_judged');
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT j.id,
            CASE
                WHEN j.differs = '{}' AND j.changes = '{}' THEN 'duplicate'
                -- What was known of the case before.
                WHEN EXISTS (
                    SELECT 1 FROM crime.incident_history h
                    WHERE h.incident_id = (j.was ->> 'id')::bigint AND crime.is_same_state(h.was, j.row)) THEN 'duplicate'
                -- Somebody has decided that the case stays as it is.
                WHEN EXISTS (
                    SELECT 1 FROM crime.batch_conflict c
                    WHERE c.key = (j.row ->> 'key')::uuid AND c.decision = 'keep' AND crime.is_same_state(c.incident, j.row)) THEN 'duplicate'
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
            JOIN staging.%2$I u ON u.id = j.id AND u.fate = 'update'),
        removed AS (
            INSERT INTO staging.%3$I SELECT (c.was ->> 'id')::bigint, (c.was ->> 'occurred_on')::date FROM changed c),
        history AS (
            INSERT INTO staging.%5$I SELECT (c.was ->> 'id')::bigint, c.row_number, crime.scrubbed(c.was, c.merged) FROM changed c)
        INSERT INTO staging.%4$I SELECT c.merged FROM changed c
        $sql$, p_name || '_judged', p_name || '_unstored', p_name || '_removed', p_name || '_state', p_name || '_history');
    PERFORM crime.enter_states(p_name);
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
    -- Sections go first: a case that is not protected enters only when none that protects is left of what it was.
    EXECUTE format('DELETE FROM crime.incident_section s USING staging.%I r WHERE s.incident_id = r.id', v_name || '_removed');
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases + removed > 0 ORDER BY suffix', v_name || '_plan') LOOP
        IF v_year.removed > 0 AND NOT v_year.is_rebuilt THEN
            PERFORM crime.remove_cases(v_name, v_year.suffix);
        END IF;
        PERFORM crime.add_incidents(v_name, v_year.suffix, v_year.is_rebuilt, v_year.old_cases);
    END LOOP;
END
$$;

-- The sections of what has entered, once the cases are there: of changed ones, and of the batch's own.
CREATE FUNCTION crime.enter_sections(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.incident_section (incident_id, place, occurred_on, ordinal, is_sensitive, is_principal, act, section, subsection)
        SELECT s.incident_id, s.place, m.occurred_on, m.ordinal, m.is_sensitive, s.is_principal, s.act, s.section, s.subsection
        FROM staging.%I m
        JOIN staging.%I s ON s.incident_id = m.id
        $sql$, p_name || '_merged', p_name || '_section');
END
$$;

DROP FUNCTION crime.open_sections(uuid), crime.add_sections(uuid);
CREATE FUNCTION crime.add_sections(p_batch uuid, p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.incident_section (incident_id, place, occurred_on, ordinal, is_sensitive, is_principal, act, section, subsection)
        SELECT s.incident_id, s.place, i.occurred_on, i.ordinal, i.is_sensitive, s.is_principal, s.act, s.section, s.subsection
        FROM staging.%I s
        JOIN crime.incident i ON i.id = s.incident_id
        WHERE i.id >= $1 AND i.id < $1 + (1::bigint << 32)
        ORDER BY s.incident_id, s.place
        $sql$, p_name || '_section') USING (SELECT b.number::bigint << 32 FROM crime.batch b WHERE b.id = p_batch);
    PERFORM crime.enter_sections(p_name);
END
$$;

CREATE OR REPLACE FUNCTION crime.drop_staging(p_name text) RETURNS void
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

SELECT crime.patch('crime.check_batch(uuid, boolean, boolean, boolean)', 'PERFORM crime.refuse_rows(v_name);',
    'PERFORM crime.refuse_rows(v_name);' || chr(10) || '    PERFORM crime.close_sections(p_batch, v_name);');
SELECT crime.patch('crime.commit_batch(uuid, bytea, jsonb, boolean)', 'PERFORM crime.swap_partitions(v_name);',
    'PERFORM crime.swap_partitions(v_name);' || chr(10) || '        PERFORM crime.add_sections(p_batch, v_name);');
SELECT crime.patch('crime.commit_decision(uuid, text)', 'PERFORM crime.swap_partitions(v_name);',
    'PERFORM crime.swap_partitions(v_name);' || chr(10) || '        PERFORM crime.enter_sections(v_name);');
SELECT crime.patch('crime.commit_rollback(uuid)', 'PERFORM crime.swap_partitions(v_name);',
    'PERFORM crime.swap_partitions(v_name);' || chr(10) || '        PERFORM crime.enter_sections(v_name);');
SELECT crime.patch('crime.commit_rollback(uuid)', chr(10) || '    PERFORM crime.follow_sections(v_name);', '');
SELECT crime.patch('crime.keep_history(uuid, text)', '    PERFORM crime.follow_sections(p_name);' || chr(10), '');
SELECT crime.patch('crime.supersede(uuid, text, text, date)', 'to_jsonb(g.incident)', 'crime.state_of(g.incident)');
SELECT crime.patch('crime.prepare_rollback(uuid)', 'SELECT (jsonb_populate_record(NULL::crime.incident, f.was)).*', 'SELECT f.was');
SELECT crime.patch('crime.prepare_rollback(uuid)', '$sql$, v_name || ''_merged'') USING p_batch, v_first, v_next;',
    '$sql$, v_name || ''_state'') USING p_batch, v_first, v_next;' || chr(10) || '    PERFORM crime.enter_states(v_name);');
SELECT crime.patch('crime.keep_fates(uuid, text)', 'n.ordinal, to_jsonb(n)', 'n.ordinal, crime.with_sections(to_jsonb(n), j.row -> ''sections'')');

CREATE OR REPLACE FUNCTION crime.prepare_decision(p_batch uuid, p_row bigint, p_decision text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_conflict crime.batch_conflict;
    v_old crime.incident;
    v_was jsonb;
    v_state jsonb;
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
    SELECT * INTO v_old FROM crime.incident i WHERE i.id = v_conflict.twin_id;
    IF p_decision = 'separate' THEN
        v_state := v_conflict.incident || jsonb_build_object('key', crime.widened_key(v_conflict.key, v_conflict.content_hash));
        IF EXISTS (SELECT 1 FROM crime.incident i WHERE i.key = (v_state ->> 'key')::uuid) THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI015';
        END IF;
    ELSIF p_decision = 'update' THEN
        -- The case is gone, and with it what the row contradicted: it is undone by its own batch.
        IF v_old.id IS NULL THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI016';
        END IF;
        -- What is protected is not laid open by a row that does not know why.
        IF v_old.is_sensitive AND NOT (v_conflict.incident -> 'is_sensitive')::boolean THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI017';
        END IF;
        v_was := crime.state_of(v_old);
        v_state := crime.next_state(v_was, v_conflict.incident);
        EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2)', v_name || '_removed') USING v_old.id, v_old.occurred_on;
        EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2, $3)', v_name || '_history') USING v_old.id, p_row, crime.scrubbed(v_was, v_state);
    END IF;
    IF p_decision <> 'keep' THEN
        EXECUTE format('INSERT INTO staging.%I VALUES ($1)', v_name || '_state') USING v_state;
        PERFORM crime.enter_states(v_name);
    END IF;
    PERFORM crime.open_years(p_batch);
    PERFORM crime.list_rows(v_name);
END
$$;

DROP FUNCTION crime.forget_sections(text), crime.follow_sections(text), crime.patch(regprocedure, text, text);

-- Until now sections never changed, and stayed while a case could come back.
UPDATE crime.incident_history h SET was = crime.with_sections(h.was, crime.sections_of(h.incident_id));
DELETE FROM crime.incident_section s
WHERE EXISTS (SELECT 1 FROM crime.incident_history h WHERE h.incident_id = s.incident_id)
  AND NOT EXISTS (SELECT 1 FROM crime.incident i WHERE i.id = s.incident_id);

REVOKE EXECUTE ON FUNCTION
    crime.sections_of(bigint), crime.state_of(crime.incident), crime.section_names(jsonb), crime.names_other_sections(jsonb, jsonb),
    crime.is_same_state(jsonb, jsonb), crime.protected(crime.incident), crime.next_state(jsonb, jsonb), crime.contradictions(jsonb, jsonb),
    crime.close_sections(uuid, text), crime.enter_states(text), crime.compare_sections(text), crime.list_sections(text, text),
    crime.with_sections(jsonb, jsonb), crime.enter_sections(text), crime.add_sections(uuid, text)
    FROM PUBLIC;
