-- The tree of places changes by edits that administrators make, each within their own places: by functions of the owner that check the rights again,
-- move cases and rollups with the places, and write the trail, in one transaction (docs/adr/0026-places-change-by-edits.md).

ALTER TABLE crime.jurisdiction
    -- The place that a merged one went into; its cases lie inside, under a closed place of the lowest level.
    ADD COLUMN merged_into integer REFERENCES crime.jurisdiction (id),
    -- Named or placed by administrators: tables of reference do not change that.
    ADD COLUMN is_edited boolean NOT NULL DEFAULT false;
ALTER TABLE crime.population ADD COLUMN source text;

CREATE TABLE crime.place_edit (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind            text NOT NULL CHECK (kind IN ('add', 'rename', 'move', 'split', 'merge', 'population', 'point')),
    -- No reference: a place that was added goes when that is undone.
    place_id        integer NOT NULL,
    other_id        integer,
    valid_from      date NOT NULL,
    reason          text NOT NULL CHECK (length(reason) BETWEEN 1 AND 200),
    cases           bigint NOT NULL DEFAULT 0,
    -- Places whose later edits must be undone first, and the intervals that moved: from, until, to.
    touched         integer[] NOT NULL,
    shifts          jsonb NOT NULL DEFAULT '[]',
    before          jsonb NOT NULL DEFAULT '{}',
    -- Whose rights it changed: name, whether gained.
    people          jsonb NOT NULL DEFAULT '[]',
    person_id       uuid NOT NULL DEFAULT crime.current_person(),
    user_name       text NOT NULL,
    made_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    undone_at       timestamptz,
    undone_by       text
);

-- What was otherwise before an edit that holds: imports and pages ask it.
CREATE TABLE crime.place_change (
    edit_id         bigint NOT NULL REFERENCES crime.place_edit (id) ON DELETE CASCADE,
    kind            text NOT NULL,
    place_id        integer NOT NULL,
    -- The parent of before (move, split), or the place that was merged (merge).
    other_id        integer,
    valid_from      date NOT NULL,
    former_code     text,
    former_names    text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (edit_id, place_id)
);

CREATE FUNCTION crime.require_place_admin(p_place integer) RETURNS crime.jurisdiction
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_place crime.jurisdiction;
BEGIN
    SELECT * INTO v_place FROM crime.jurisdiction WHERE id = p_place AND valid_until IS NULL;
    IF v_place.id IS NULL OR NOT crime.current_is_admin() OR NOT int4range(v_place.ordinal, v_place.ordinal_until) <@ crime.current_scope() THEN
        RAISE EXCEPTION 'Only an administrator of a place changes it.' USING ERRCODE = '42501';
    END IF;
    RETURN v_place;
END
$$;

-- The next free place inside another; what was ever given out there is not given out again.
CREATE FUNCTION crime.next_slot(p_parent integer, p_level smallint) RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_parent crime.jurisdiction;
    v_width integer := CASE p_level WHEN 4 THEN 100000 WHEN 7 THEN 100 ELSE 1 END;
    v_first integer;
    v_limit integer;
    v_slot integer;
BEGIN
    SELECT * INTO STRICT v_parent FROM crime.jurisdiction WHERE id = p_parent;
    v_first := v_parent.ordinal + CASE p_level WHEN 4 THEN 100000 WHEN 7 THEN 1000 ELSE 1 END;
    v_limit := CASE WHEN p_level = 8 AND v_parent.level = 4 THEN v_parent.ordinal + 1000 ELSE v_parent.ordinal_until END;
    SELECT v_first + v_width * coalesce(max((t.used - v_first) / v_width) + 1, 0) INTO v_slot
    FROM (
        SELECT j.ordinal FROM crime.jurisdiction j
        UNION ALL SELECT j.id FROM crime.jurisdiction j
        UNION ALL SELECT (s ->> 0)::integer FROM crime.place_edit e, jsonb_array_elements(e.shifts) s WHERE e.undone_at IS NULL) AS t (used)
    WHERE t.used >= v_first AND t.used < v_limit;
    IF v_slot + v_width > v_limit THEN
        RAISE EXCEPTION '% has no room for another place.', v_parent.code USING ERRCODE = '54000';
    END IF;
    RETURN v_slot;
END
$$;

-- Months and map cells of places, counted anew; p_gone: ordinals that are none any more.
CREATE FUNCTION crime.recount_places(p_ordinals integer[], p_gone integer[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '64MB'
AS $$
DECLARE
    v_rollup text;
    v_heads smallint[] := ARRAY(SELECT id FROM crime.crime_head);
BEGIN
    DELETE FROM crime.rollup_cell WHERE ordinal = ANY (p_ordinals || p_gone);
    CREATE TEMP TABLE recount_head ON COMMIT DROP AS
    WITH RECURSIVE line AS (
        SELECT h.id AS leaf, h.id AS node, h.parent_id FROM crime.crime_head h
        UNION ALL
        SELECT l.leaf, h.id, h.parent_id FROM line l JOIN crime.crime_head h ON h.id = l.parent_id)
    SELECT leaf, node FROM line;
    CREATE TEMP TABLE recount_place ON COMMIT DROP AS
    SELECT f.ordinal AS finest, p.ordinal, p.level,
        p.level <= 4 AND NOT EXISTS (
            SELECT 1 FROM crime.jurisdiction d
            WHERE d.level > p.level AND d.level <= 4 AND f.ordinal >= d.ordinal AND f.ordinal < d.ordinal_until) AS is_district
    FROM crime.jurisdiction p
    JOIN crime.jurisdiction f ON f.ordinal >= p.ordinal AND f.ordinal < p.ordinal_until
    WHERE p.ordinal = ANY (p_ordinals)
      AND p.level <= 6;
    ANALYZE recount_place;
    FOREACH v_rollup IN ARRAY ARRAY['rollup_month', 'rollup_month_registered'] LOOP
        EXECUTE format('DELETE FROM crime.%I WHERE level = ANY (ARRAY[2, 3, 4, 5, 6]::smallint[]) AND head_id = ANY ($1) AND ordinal = ANY ($2)', v_rollup)
            USING v_heads, p_ordinals || p_gone;
        EXECUTE format($sql$
            INSERT INTO crime.%I (level, head_id, ordinal, month, cases, under_investigation, chargesheeted, closed, convicted, acquitted)
            SELECT c.level, h.node, c.ordinal, c.month, sum(c.cases), sum(c.s0), sum(c.s1), sum(c.s2), sum(c.s3), sum(c.s4)
            FROM (
                SELECT p.level, p.ordinal, i.head_id, date_trunc('month', i.%I)::date AS month, count(*) AS cases,
                    count(*) FILTER (WHERE i.status = 0) AS s0, count(*) FILTER (WHERE i.status = 1) AS s1, count(*) FILTER (WHERE i.status = 2) AS s2,
                    count(*) FILTER (WHERE i.status = 3) AS s3, count(*) FILTER (WHERE i.status = 4) AS s4
                FROM pg_temp.recount_place p
                JOIN crime.incident i ON i.ordinal = p.finest
                GROUP BY 1, 2, 3, 4) AS c
            JOIN pg_temp.recount_head h ON h.leaf = c.head_id
            GROUP BY 1, 2, 3, 4
            $sql$, v_rollup, CASE v_rollup WHEN 'rollup_month' THEN 'occurred_on' ELSE 'reported_on' END);
    END LOOP;
    INSERT INTO crime.rollup_cell (zoom, head_id, cell, ordinal, year, slots, cases)
    SELECT s.zoom, s.node, s.cell, s.ordinal, s.year, array_agg(s.month ORDER BY s.month), array_agg(s.cases ORDER BY s.month)
    FROM (
        SELECT z.zoom, h.node, c.cell >> (z.shift - 18) AS cell, c.ordinal, c.year, c.month, sum(c.cases)::integer AS cases
        FROM (
            SELECT i.cell_key >> 18 AS cell, p.ordinal, i.head_id, date_trunc('year', i.occurred_on)::date AS year,
                date_part('month', i.occurred_on)::smallint AS month, count(*) AS cases
            FROM pg_temp.recount_place p
            JOIN crime.incident i ON i.ordinal = p.finest
            WHERE p.is_district
              AND i.cell_key IS NOT NULL
              AND NOT i.is_sensitive
            GROUP BY 1, 2, 3, 4, 5) AS c
        JOIN pg_temp.recount_head h ON h.leaf = c.head_id
        JOIN (VALUES (10::smallint, 24), (13::smallint, 18)) AS z (zoom, shift) ON z.zoom = 10 OR h.node = 0
        GROUP BY 1, 2, 3, 4, 5, 6) AS s
    GROUP BY 1, 2, 3, 4, 5;
    DROP TABLE pg_temp.recount_head, pg_temp.recount_place;
END
$$;

-- Moves intervals of ordinals, with everything that lies in them, to where nothing lies.
CREATE FUNCTION crime.shift_places(p_shifts jsonb, OUT cases bigint)
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v record;
    v_cases bigint;
BEGIN
    cases := 0;
    FOR v IN
        SELECT (s ->> 0)::integer AS lo, (s ->> 1)::integer AS hi, (s ->> 2)::integer - (s ->> 0)::integer AS delta
        FROM jsonb_array_elements(p_shifts) AS s
    LOOP
        UPDATE crime.jurisdiction
        SET ordinal = ordinal + v.delta, ordinal_until = ordinal_until + v.delta
        WHERE ordinal >= v.lo AND ordinal < v.hi;
        UPDATE crime.incident SET ordinal = ordinal + v.delta WHERE ordinal >= v.lo AND ordinal < v.hi;
        GET DIAGNOSTICS v_cases = ROW_COUNT;
        cases := cases + v_cases;
        UPDATE crime.incident_section x SET ordinal = i.ordinal
        FROM crime.incident i
        WHERE i.ordinal >= v.lo + v.delta AND i.ordinal < v.hi + v.delta
          AND x.incident_id = i.id
          AND x.ordinal <> i.ordinal;
        UPDATE crime.incident_history
        SET ordinal = ordinal + v.delta, was = jsonb_set(was, '{ordinal}', to_jsonb(ordinal + v.delta))
        WHERE ordinal >= v.lo AND ordinal < v.hi;
        UPDATE crime.batch_conflict
        SET ordinal = ordinal + v.delta, incident = jsonb_set(incident, '{ordinal}', to_jsonb(ordinal + v.delta))
        WHERE ordinal >= v.lo AND ordinal < v.hi;
        DELETE FROM crime.forecast WHERE ordinal >= v.lo AND ordinal < v.hi;
        DELETE FROM crime.result r WHERE r.ordinal < v.hi AND r.ordinal_until > v.lo;
    END LOOP;
END
$$;

-- Whose places hold which of some others.
CREATE FUNCTION crime.people_seeing(p_places integer[]) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT coalesce(jsonb_object_agg(s.person_id, s.places), '{}')
    FROM (
        SELECT b.person_id, jsonb_agg(DISTINCT j.id) AS places
        FROM crime.person_jurisdiction b
        JOIN crime.jurisdiction h ON h.id = b.jurisdiction_id
        JOIN crime.jurisdiction j ON j.ordinal >= h.ordinal AND j.ordinal < h.ordinal_until
        WHERE j.id = ANY (p_places)
        GROUP BY b.person_id) AS s
$$;

-- Starts an edit: keeps what its places were. An import and an edit never work at once.
CREATE FUNCTION crime.open_place_edit(p_kind text, p_place integer, p_other integer, p_touched integer[], p_from date, p_reason text) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_id bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(4711004) THEN
        RAISE EXCEPTION 'An import is at work.' USING ERRCODE = '55P03';
    END IF;
    -- A day may have begun in India before it does here.
    IF p_from > current_date + 1 OR p_from < date '1947-08-15' THEN
        RAISE EXCEPTION 'An edit holds from a day that has come.' USING ERRCODE = '22007';
    END IF;
    INSERT INTO crime.place_edit (kind, place_id, other_id, valid_from, reason, touched, user_name, before)
    SELECT p_kind, p_place, p_other, p_from, btrim(p_reason), p_touched, me.user_name, jsonb_build_object(
        'places', (SELECT coalesce(jsonb_agg(to_jsonb(j)), '[]') FROM crime.jurisdiction j WHERE j.id = ANY (p_touched)),
        'populations', (SELECT coalesce(jsonb_agg(to_jsonb(p)), '[]') FROM crime.population p WHERE p.jurisdiction_id = ANY (p_touched || 0)),
        'seeing', crime.people_seeing(p_touched))
    FROM crime.person me
    WHERE me.id = crime.current_person()
    RETURNING id INTO v_id;
    RETURN v_id;
END
$$;

-- Ends an edit: versions, whose rights changed, the trail.
CREATE FUNCTION crime.close_place_edit(p_edit bigint) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_edit crime.place_edit;
    v_codes jsonb;
BEGIN
    UPDATE crime.place_edit e
    SET people = (
        SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.display_name, 'gains', t.gains) ORDER BY p.display_name), '[]')
        FROM (
            SELECT coalesce(b.key, a.key) AS person, NOT coalesce(b.value, '[]') @> coalesce(a.value, '[]') AS gains
            FROM jsonb_each(e.before -> 'seeing') b
            FULL JOIN jsonb_each(crime.people_seeing(e.touched)) a ON a.key = b.key
            WHERE a.value IS DISTINCT FROM b.value) AS t
        JOIN crime.person p ON p.id = t.person::uuid)
    WHERE e.id = p_edit
    RETURNING * INTO v_edit;
    UPDATE crime.data_state SET reference_version = reference_version + 1, data_version = data_version + 1, months_version = data_version + 1;
    SELECT jsonb_agg(j.code ORDER BY j.code) INTO v_codes FROM crime.jurisdiction j WHERE j.id IN (v_edit.place_id, v_edit.other_id);
    PERFORM crime.write_audit(v_edit.user_name, 'place.' || v_edit.kind, 'place-edit:' || v_edit.id,
        jsonb_build_object('places', v_codes, 'from', v_edit.valid_from, 'reason', v_edit.reason, 'cases', v_edit.cases::text));
    RETURN p_edit;
END
$$;

-- A name in English, and a code of its own.
CREATE FUNCTION crime.insert_place(p_parent integer, p_level smallint, p_code text, p_names jsonb, p_from date) RETURNS integer
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_slot integer := crime.next_slot(p_parent, p_level);
BEGIN
    IF p_code !~ '^[A-Z]{2}(-[A-Z0-9]{1,12}){1,4}$' OR coalesce(btrim(p_names ->> 'en'), '') = '' THEN
        RAISE EXCEPTION 'A place has a code such as IN-TN-603 and a name in English.' USING ERRCODE = '22023';
    END IF;
    INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names, valid_from, is_edited, is_synthetic)
    SELECT v_slot, p_parent, p_level, p_code, v_slot, v_slot + CASE p_level WHEN 4 THEN 100000 ELSE 100 END, p_names, p_from, true, p.is_synthetic
    FROM crime.jurisdiction p
    WHERE p.id = p_parent;
    RETURN v_slot;
END
$$;

CREATE FUNCTION crime.add_place(p_parent integer, p_code text, p_names jsonb, p_from date, p_reason text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_parent crime.jurisdiction := crime.require_place_admin(p_parent);
    v_level smallint := CASE v_parent.level WHEN 1 THEN 4 WHEN 4 THEN 7 END;
    v_edit bigint;
    v_place integer;
BEGIN
    IF v_level IS NULL THEN
        RAISE EXCEPTION 'Districts are added to states and stations to districts.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('add', 0, p_parent, '{}', p_from, p_reason);
    v_place := crime.insert_place(p_parent, v_level, p_code, p_names, p_from);
    UPDATE crime.place_edit SET place_id = v_place, touched = ARRAY[v_place] WHERE id = v_edit;
    RETURN crime.close_place_edit(v_edit);
END
$$;

CREATE FUNCTION crime.rename_place(p_place integer, p_names jsonb, p_from date, p_reason text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_edit bigint;
BEGIN
    IF coalesce(btrim(p_names ->> 'en'), '') = '' OR v_place.level = 0 THEN
        RAISE EXCEPTION 'A place has a name in English.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('rename', p_place, NULL, ARRAY[p_place], p_from, p_reason);
    UPDATE crime.jurisdiction SET names = p_names, is_edited = true WHERE id = p_place;
    INSERT INTO crime.place_change (edit_id, kind, place_id, valid_from, former_names)
    SELECT v_edit, 'rename', p_place, p_from, ARRAY(SELECT DISTINCT n.value FROM jsonb_each_text(v_place.names) n);
    RETURN crime.close_place_edit(v_edit);
END
$$;

-- Takes stations to another district; both are counted anew.
CREATE FUNCTION crime.take_stations(p_edit bigint, p_kind text, p_stations integer[], p_to integer, p_from date) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_station crime.jurisdiction;
    v_slot integer;
    v_shift jsonb;
BEGIN
    FOR v_station IN SELECT * FROM crime.jurisdiction j WHERE j.id = ANY (p_stations) ORDER BY j.ordinal LOOP
        v_slot := crime.next_slot(p_to, v_station.level);
        v_shift := jsonb_build_array(jsonb_build_array(v_station.ordinal, v_station.ordinal_until, v_slot));
        UPDATE crime.place_edit SET shifts = shifts || v_shift, cases = cases + crime.shift_places(v_shift) WHERE id = p_edit;
        UPDATE crime.jurisdiction SET parent_id = p_to WHERE id = v_station.id;
        INSERT INTO crime.place_change (edit_id, kind, place_id, other_id, valid_from)
        VALUES (p_edit, p_kind, v_station.id, v_station.parent_id, p_from);
    END LOOP;
END
$$;

-- Districts and whatever lies between them and their states, of some places, as ordinals.
CREATE FUNCTION crime.district_ordinals(p_places integer[]) RETURNS integer[]
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT ARRAY(
        SELECT DISTINCT a.ordinal
        FROM crime.jurisdiction j
        JOIN crime.jurisdiction a ON j.ordinal >= a.ordinal AND j.ordinal < a.ordinal_until
        WHERE j.id = ANY (p_places) AND a.level BETWEEN 2 AND 6)
$$;

CREATE FUNCTION crime.are_of_one_state(p_one integer, p_other integer) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT EXISTS (
        SELECT 1 FROM crime.jurisdiction s
        WHERE s.level = 1 AND s.ordinal < p_one AND p_one < s.ordinal_until AND s.ordinal < p_other AND p_other < s.ordinal_until)
$$;

CREATE FUNCTION crime.forget_figures(p_places integer[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    DELETE FROM crime.forecast f USING crime.jurisdiction j WHERE j.id = ANY (p_places) AND j.level > 1 AND f.ordinal = j.ordinal;
    DELETE FROM crime.result r USING crime.jurisdiction j
    WHERE j.id = ANY (p_places) AND j.level > 1 AND r.ordinal < j.ordinal_until AND r.ordinal_until > j.ordinal;
END
$$;

CREATE FUNCTION crime.move_place(p_place integer, p_parent integer, p_from date, p_reason text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_parent crime.jurisdiction := crime.require_place_admin(p_parent);
    v_before crime.jurisdiction := crime.require_place_admin(v_place.parent_id);
    v_edit bigint;
    v_districts integer[] := ARRAY[v_before.id, p_parent];
BEGIN
    IF v_place.level <> 7 OR v_parent.level <> 4 OR v_before.level <> 4 OR v_parent.id = v_before.id
        OR NOT crime.are_of_one_state(v_before.ordinal, v_parent.ordinal) THEN
        RAISE EXCEPTION 'A station moves to another district of its state.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('move', p_place, p_parent, ARRAY[p_place, v_before.id], p_from, p_reason);
    PERFORM crime.take_stations(v_edit, 'move', ARRAY[p_place], p_parent, p_from);
    PERFORM crime.recount_places(crime.district_ordinals(v_districts), '{}');
    PERFORM crime.forget_figures(v_districts);
    RETURN crime.close_place_edit(v_edit);
END
$$;

-- p_share: of the residents who live in the new place; null: unknown, and then those of the old one are unknown too.
CREATE FUNCTION crime.split_place(p_place integer, p_code text, p_names jsonb, p_stations integer[], p_share double precision, p_from date, p_reason text)
RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_parent crime.jurisdiction := crime.require_place_admin(v_place.parent_id);
    v_touched integer[] := p_place || p_stations;
    v_edit bigint;
    v_new integer;
BEGIN
    IF v_place.level NOT IN (4, 7) OR p_share <= 0 OR p_share >= 1
        OR EXISTS (SELECT 1 FROM unnest(p_stations) AS s (id) LEFT JOIN crime.jurisdiction j ON j.id = s.id
            WHERE j.parent_id IS DISTINCT FROM p_place OR j.level <> 7 OR j.valid_until IS NOT NULL) THEN
        RAISE EXCEPTION 'A district is split by its stations.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('split', p_place, NULL, v_touched, p_from, p_reason);
    v_new := crime.insert_place(v_parent.id, v_place.level, p_code, p_names, p_from);
    UPDATE crime.place_edit SET other_id = v_new, touched = touched || v_new WHERE id = v_edit;
    PERFORM crime.take_stations(v_edit, 'split', p_stations, v_new, p_from);
    INSERT INTO crime.place_change (edit_id, kind, place_id, other_id, valid_from) VALUES (v_edit, 'split', v_new, p_place, p_from);
    INSERT INTO crime.population (jurisdiction_id, year, residents, source)
    SELECT v_new, p.year, round(p.residents * p_share), p_reason FROM crime.population p WHERE p.jurisdiction_id = p_place AND p_share IS NOT NULL;
    UPDATE crime.population SET residents = residents - round(residents * p_share), source = p_reason
    WHERE jurisdiction_id = p_place AND p_share IS NOT NULL;
    DELETE FROM crime.population WHERE jurisdiction_id = p_place AND p_share IS NULL;
    UPDATE crime.jurisdiction SET population_2011 = CASE id WHEN v_new THEN round(v_place.population_2011 * p_share)
        ELSE v_place.population_2011 - round(v_place.population_2011 * p_share) END, is_edited = true
    WHERE id IN (p_place, v_new);
    PERFORM crime.recount_places(crime.district_ordinals(v_touched || v_new), '{}');
    PERFORM crime.forget_figures(v_touched);
    RETURN crime.close_place_edit(v_edit);
END
$$;

-- Closes a place inside another: its stations become the other's, and its own cases stay told apart under it, so that all can be undone.
CREATE FUNCTION crime.merge_place(p_place integer, p_into integer, p_from date, p_reason text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_into crime.jurisdiction := crime.require_place_admin(p_into);
    v_stations integer[] := ARRAY(SELECT j.id FROM crime.jurisdiction j WHERE j.parent_id = p_place AND j.level = 7);
    v_closed integer[] := ARRAY(SELECT j.id FROM crime.jurisdiction j WHERE j.parent_id = p_place AND j.level = 8) || p_place;
    v_touched integer[] := ARRAY[p_into] || v_stations || v_closed || CASE v_place.level WHEN 7 THEN v_place.parent_id END;
    v_districts integer[] := ARRAY[p_into, v_into.parent_id, v_place.parent_id];
    v_row crime.jurisdiction;
    v_shift jsonb;
    v_edit bigint;
BEGIN
    IF v_place.level NOT IN (4, 7) OR v_into.level <> v_place.level OR p_place = p_into
        OR NOT crime.are_of_one_state(v_place.ordinal, v_into.ordinal) THEN
        RAISE EXCEPTION 'A district or station is merged with another of its state.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('merge', p_place, p_into, array_remove(v_touched, NULL), p_from, p_reason);
    UPDATE crime.place_edit SET before = before || jsonb_build_object('bound', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('person', b.person_id, 'both', EXISTS (
            SELECT 1 FROM crime.person_jurisdiction a WHERE a.person_id = b.person_id AND a.jurisdiction_id = p_into))), '[]')
        FROM crime.person_jurisdiction b WHERE b.jurisdiction_id = p_place))
    WHERE id = v_edit;
    PERFORM crime.take_stations(v_edit, 'merge', v_stations, p_into, p_from);
    FOR v_row IN SELECT * FROM crime.jurisdiction j WHERE j.id = ANY (v_closed) ORDER BY j.ordinal LOOP
        v_shift := jsonb_build_array(jsonb_build_array(v_row.ordinal, v_row.ordinal + 1, crime.next_slot(p_into, 8::smallint)));
        UPDATE crime.place_edit SET shifts = shifts || v_shift, cases = cases + crime.shift_places(v_shift) WHERE id = v_edit;
        UPDATE crime.jurisdiction
        SET parent_id = p_into, level = 8, ordinal_until = ordinal + 1, merged_into = p_into, valid_until = coalesce(valid_until, p_from)
        WHERE id = v_row.id;
    END LOOP;
    INSERT INTO crime.place_change (edit_id, kind, place_id, other_id, valid_from, former_code, former_names)
    SELECT v_edit, 'merge', p_into, p_place, p_from, v_place.code, ARRAY(SELECT DISTINCT n.value FROM jsonb_each_text(v_place.names) n);
    -- What is known of one only is known of the whole no more.
    UPDATE crime.population a SET residents = a.residents + b.residents, source = p_reason
    FROM crime.population b
    WHERE a.jurisdiction_id = p_into AND b.jurisdiction_id = p_place AND b.year = a.year;
    DELETE FROM crime.population a
    WHERE a.jurisdiction_id = p_into AND NOT EXISTS (SELECT 1 FROM crime.population b WHERE b.jurisdiction_id = p_place AND b.year = a.year);
    UPDATE crime.jurisdiction SET population_2011 = population_2011 + v_place.population_2011, is_edited = true WHERE id = p_into;
    INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
    SELECT b.person_id, p_into FROM crime.person_jurisdiction b WHERE b.jurisdiction_id = p_place
    ON CONFLICT DO NOTHING;
    DELETE FROM crime.person_jurisdiction WHERE jurisdiction_id = p_place;
    PERFORM crime.recount_places(crime.district_ordinals(v_districts), ARRAY[v_place.ordinal]);
    PERFORM crime.forget_figures(v_districts);
    RETURN crime.close_place_edit(v_edit);
END
$$;

-- Residents of a place by year; a country's are the sum of its states'.
CREATE FUNCTION crime.set_populations(p_place integer, p_years integer[], p_residents bigint[], p_source text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_edit bigint;
BEGIN
    IF v_place.level = 0 OR EXISTS (SELECT 1 FROM unnest(p_years) y WHERE y NOT BETWEEN 1901 AND 2100) THEN
        RAISE EXCEPTION 'Residents are said of states, districts and stations, by year.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('population', p_place, NULL, ARRAY[p_place], current_date, p_source);
    DELETE FROM crime.population p USING unnest(p_years, p_residents) AS n (year, residents)
    WHERE p.jurisdiction_id = p_place AND p.year = n.year AND n.residents IS NULL;
    INSERT INTO crime.population (jurisdiction_id, year, residents, source)
    SELECT p_place, n.year, n.residents, btrim(p_source) FROM unnest(p_years, p_residents) AS n (year, residents) WHERE n.residents IS NOT NULL
    ON CONFLICT (jurisdiction_id, year) DO UPDATE SET residents = excluded.residents, source = excluded.source;
    PERFORM crime.sum_country_residents();
    RETURN crime.close_place_edit(v_edit);
END
$$;

CREATE FUNCTION crime.sum_country_residents() RETURNS void
LANGUAGE sql
SET search_path = pg_catalog
AS $$
    INSERT INTO crime.population (jurisdiction_id, year, residents)
    SELECT 0, p.year, sum(p.residents)
    FROM crime.population p
    JOIN crime.jurisdiction j ON j.id = p.jurisdiction_id AND j.level = 1
    GROUP BY p.year
    HAVING count(*) = (SELECT count(*) FROM crime.jurisdiction s WHERE s.level = 1 AND s.valid_until IS NULL)
    ON CONFLICT (jurisdiction_id, year) DO UPDATE SET residents = excluded.residents
$$;

CREATE FUNCTION crime.set_place_point(p_place integer, p_latitude double precision, p_longitude double precision, p_reason text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_edit bigint;
BEGIN
    IF (p_latitude IS NULL) <> (p_longitude IS NULL) OR NOT p_latitude BETWEEN 6 AND 38 OR NOT p_longitude BETWEEN 68 AND 98 THEN
        RAISE EXCEPTION 'A point lies in India.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('point', p_place, NULL, ARRAY[v_place.id], current_date, p_reason);
    UPDATE crime.jurisdiction SET latitude = p_latitude, longitude = p_longitude, is_edited = true WHERE id = p_place;
    RETURN crime.close_place_edit(v_edit);
END
$$;

-- Everything as it was before an edit. Later edits of the same places go first; a place that is used since is not taken away.
CREATE FUNCTION crime.undo_place_edit(p_edit bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_edit crime.place_edit;
    v_back jsonb;
    v_new integer;
    v_districts integer[];
BEGIN
    IF NOT pg_try_advisory_xact_lock(4711004) THEN
        RAISE EXCEPTION 'An import is at work.' USING ERRCODE = '55P03';
    END IF;
    SELECT * INTO v_edit FROM crime.place_edit e WHERE e.id = p_edit AND e.undone_at IS NULL FOR UPDATE;
    IF v_edit.id IS NULL OR NOT crime.current_is_admin() OR EXISTS (
        SELECT 1 FROM crime.jurisdiction j
        WHERE j.id = ANY (v_edit.touched) AND NOT int4range(j.ordinal, j.ordinal_until) <@ crime.current_scope()) THEN
        RAISE EXCEPTION 'Only an administrator of its places undoes an edit.' USING ERRCODE = '42501';
    END IF;
    IF EXISTS (
        SELECT 1 FROM crime.place_edit e
        WHERE e.id > p_edit AND e.undone_at IS NULL
          AND (e.touched && v_edit.touched OR EXISTS (
              SELECT 1 FROM jsonb_array_elements(e.shifts) s, jsonb_array_elements(v_edit.shifts) o
              WHERE int4range((s ->> 0)::integer, (s ->> 1)::integer) @> (o ->> 2)::integer
                 OR int4range((o ->> 0)::integer, (o ->> 1)::integer) @> (s ->> 2)::integer))) THEN
        RAISE EXCEPTION 'Later edits of the same places are undone first.' USING ERRCODE = '55006';
    END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_array((s ->> 2)::integer, (s ->> 2)::integer + (s ->> 1)::integer - (s ->> 0)::integer, (s ->> 0)::integer)
        ORDER BY n DESC), '[]')
    INTO v_back
    FROM jsonb_array_elements(v_edit.shifts) WITH ORDINALITY AS t (s, n);
    PERFORM crime.forget_figures(v_edit.touched);
    PERFORM crime.shift_places(v_back);
    UPDATE crime.jurisdiction j
    SET parent_id = b.parent_id, level = b.level, ordinal_until = b.ordinal_until, names = b.names, latitude = b.latitude, longitude = b.longitude,
        population_2011 = b.population_2011, valid_until = b.valid_until, merged_into = b.merged_into, is_edited = b.is_edited
    FROM jsonb_populate_recordset(NULL::crime.jurisdiction, v_edit.before -> 'places') AS b
    WHERE j.id = b.id;
    DELETE FROM crime.population p WHERE p.jurisdiction_id = ANY (v_edit.touched) AND v_edit.kind IN ('split', 'merge', 'population');
    INSERT INTO crime.population
    SELECT p.* FROM jsonb_populate_recordset(NULL::crime.population, v_edit.before -> 'populations') AS p
    WHERE p.jurisdiction_id = ANY (v_edit.touched) AND v_edit.kind IN ('split', 'merge', 'population');
    IF v_edit.kind = 'population' THEN
        DELETE FROM crime.population WHERE jurisdiction_id = 0;
        INSERT INTO crime.population
        SELECT p.* FROM jsonb_populate_recordset(NULL::crime.population, v_edit.before -> 'populations') AS p WHERE p.jurisdiction_id = 0;
        PERFORM crime.sum_country_residents();
    END IF;
    IF v_edit.kind = 'merge' THEN
        DELETE FROM crime.person_jurisdiction a USING jsonb_to_recordset(v_edit.before -> 'bound') AS b (person uuid, "both" boolean)
        WHERE a.person_id = b.person AND a.jurisdiction_id = v_edit.other_id AND NOT b."both";
        INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
        SELECT b.person, v_edit.place_id FROM jsonb_to_recordset(v_edit.before -> 'bound') AS b (person uuid, "both" boolean)
        JOIN crime.person p ON p.id = b.person
        ON CONFLICT DO NOTHING;
    END IF;
    v_new := CASE v_edit.kind WHEN 'add' THEN v_edit.place_id WHEN 'split' THEN v_edit.other_id END;
    IF v_new IS NOT NULL THEN
        IF EXISTS (SELECT 1 FROM crime.jurisdiction j JOIN crime.incident i ON i.ordinal >= j.ordinal AND i.ordinal < j.ordinal_until WHERE j.id = v_new)
            OR EXISTS (SELECT 1 FROM crime.person_jurisdiction b WHERE b.jurisdiction_id = v_new) THEN
            RAISE EXCEPTION 'The place is used.' USING ERRCODE = '23503';
        END IF;
        DELETE FROM crime.forecast f USING crime.jurisdiction j WHERE j.id = v_new AND f.ordinal = j.ordinal;
        DELETE FROM crime.jurisdiction WHERE id = v_new;
    END IF;
    DELETE FROM crime.place_change WHERE edit_id = p_edit;
    IF v_edit.shifts <> '[]' THEN
        v_districts := ARRAY(
            SELECT j.id FROM crime.jurisdiction j
            WHERE j.id = ANY (v_edit.touched || v_edit.other_id) OR j.id IN (SELECT t.parent_id FROM crime.jurisdiction t WHERE t.id = ANY (v_edit.touched || v_edit.other_id)));
        PERFORM crime.forget_figures(v_districts);
        PERFORM crime.recount_places(crime.district_ordinals(v_districts), ARRAY(
            SELECT v_new WHERE v_new IS NOT NULL UNION ALL SELECT (s ->> 2)::integer FROM jsonb_array_elements(v_edit.shifts) s));
    END IF;
    UPDATE crime.place_edit SET undone_at = clock_timestamp(), undone_by = (SELECT p.user_name FROM crime.person p WHERE p.id = crime.current_person())
    WHERE id = p_edit;
    UPDATE crime.data_state SET reference_version = reference_version + 1, data_version = data_version + 1, months_version = data_version + 1;
    PERFORM crime.write_audit((SELECT p.user_name FROM crime.person p WHERE p.id = crime.current_person()), 'place.undone', 'place-edit:' || p_edit,
        jsonb_build_object('kind', v_edit.kind, 'reason', v_edit.reason));
END
$$;

GRANT SELECT ON crime.place_change TO $app_role$;
GRANT SELECT (id, kind, place_id, other_id, valid_from, reason, cases, touched, people, user_name, made_at, undone_at, undone_by) ON crime.place_edit TO $app_role$;
ALTER TABLE crime.place_edit ENABLE ROW LEVEL SECURITY;
-- Names of people whose rights changed are for administrators.
CREATE POLICY admin_reads ON crime.place_edit FOR SELECT USING ((SELECT crime.current_is_admin()));
REVOKE EXECUTE ON FUNCTION
    crime.require_place_admin(integer), crime.next_slot(integer, smallint), crime.recount_places(integer[], integer[]), crime.shift_places(jsonb),
    crime.people_seeing(integer[]), crime.open_place_edit(text, integer, integer, integer[], date, text), crime.close_place_edit(bigint),
    crime.insert_place(integer, smallint, text, jsonb, date), crime.add_place(integer, text, jsonb, date, text),
    crime.rename_place(integer, jsonb, date, text), crime.take_stations(bigint, text, integer[], integer, date),
    crime.district_ordinals(integer[]), crime.are_of_one_state(integer, integer), crime.forget_figures(integer[]), crime.move_place(integer, integer, date, text),
    crime.split_place(integer, text, jsonb, integer[], double precision, date, text), crime.merge_place(integer, integer, date, text),
    crime.set_populations(integer, integer[], bigint[], text), crime.sum_country_residents(),
    crime.set_place_point(integer, double precision, double precision, text), crime.undo_place_edit(bigint)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.add_place(integer, text, jsonb, date, text), crime.rename_place(integer, jsonb, date, text),
    crime.move_place(integer, integer, date, text), crime.split_place(integer, text, jsonb, integer[], double precision, date, text),
    crime.merge_place(integer, integer, date, text), crime.set_populations(integer, integer[], bigint[], text),
    crime.set_place_point(integer, double precision, double precision, text), crime.undo_place_edit(bigint)
    TO $app_role$;
