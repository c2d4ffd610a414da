-- Cases that may be one, entered twice (docs/adr/0033-probable-duplicates-are-reviewed.md). The app finds pairs; people decide them. A case that is
-- decided to be another leaves the data as a row that was rolled back would, and comes back when that is undone.

ALTER TABLE crime.batch
    -- When twins of its cases were sought; null: not yet.
    ADD COLUMN likely_at timestamptz,
    -- How many pairs of different cases were expected to reach 0.5, 0.7, 0.9 and 0.99.
    ADD COLUMN likely_chance double precision[];

CREATE TABLE crime.likely_pair (
    second_id           bigint NOT NULL,
    first_id            bigint NOT NULL,
    -- Of the second.
    batch_id            uuid NOT NULL REFERENCES crime.batch (id) ON DELETE CASCADE,
    score               double precision NOT NULL CHECK (score BETWEEN 0 AND 1),
    -- CrimeInsight.Core.Import.Likeness.Agreement.
    agreement           bigint NOT NULL,
    decision            text CHECK (decision IN ('same', 'different')),
    decided_at          timestamptz,
    decided_by          uuid,
    -- Of a second that left: what it was, with the columns of crime.incident and its sections, and by what it was known.
    state               jsonb,
    second_key          uuid,
    PRIMARY KEY (second_id, first_id),
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    CHECK ((state IS NOT NULL) = (decision IS NOT DISTINCT FROM 'same') AND (state IS NULL) = (second_key IS NULL))
);
CREATE INDEX likely_pair_batch ON crime.likely_pair (batch_id, score);
CREATE INDEX likely_pair_first ON crime.likely_pair (first_id);
CREATE UNIQUE INDEX likely_pair_left ON crime.likely_pair (second_id) WHERE decision = 'same';
CREATE INDEX likely_pair_key ON crime.likely_pair (second_key) WHERE second_key IS NOT NULL;

ALTER TABLE crime.likely_pair ENABLE ROW LEVEL SECURITY;
-- Pairs of cases beyond the person's places are not theirs: of what stands by crime.incident, of what left by what it was.
CREATE POLICY own_or_admin ON crime.likely_pair FOR SELECT USING (
    batch_id IN (SELECT b.id FROM crime.batch b)
    AND (state IS NULL OR (state ->> 'ordinal')::integer <@ (SELECT crime.current_scope())));
GRANT SELECT ON crime.likely_pair TO $app_role$;

-- Batches that ended within a day and whose twins were not sought, with the person who brought them in.
CREATE FUNCTION crime.unsearched_batches() RETURNS TABLE (id uuid, person_id uuid, user_name text)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
    SELECT b.id, p.id, p.user_name
    FROM crime.batch b
    JOIN crime.person p ON p.id = b.person_id
    WHERE b.kind = 'import'
      AND b.likely_at IS NULL
      AND b.accepted > 0
      AND b.rolled_back_at IS NULL
      AND b.finished_at > now() - interval '1 day'
      AND p.role = 3
      AND p.is_active
    ORDER BY b.number
$$;

-- Of a batch that was judged and is not stored: its cases and those stored near their days, within the person's places, as the view
-- staging.<name>_trace, which the person may read until the end of the transaction.
CREATE FUNCTION crime.open_traces(p_batch uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_days datemultirange;
    v_columns text := (
        SELECT string_agg(format('i.%I', a.attname), ', ' ORDER BY a.attnum)
        FROM pg_attribute a
        WHERE a.attrelid = 'crime.incident'::regclass AND a.attnum > 0 AND NOT a.attisdropped);
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format('SELECT crime.near_days(array_agg(DISTINCT i.occurred_on)) FROM staging.%I i', v_name || '_rows') INTO v_days;
    EXECUTE format($sql$
        CREATE VIEW staging.%1$I AS
        SELECT %2$s, true AS is_new
        FROM staging.%3$I i
        WHERE i.ordinal <@ (SELECT crime.current_scope()) AND i.id NOT IN (SELECT u.id FROM staging.%4$I u)
        UNION ALL
        SELECT %2$s, false
        FROM crime.incident i
        WHERE i.ordinal <@ (SELECT crime.current_scope()) AND i.id NOT IN (SELECT r.id FROM staging.%5$I r) AND i.occurred_on <@ %6$L::datemultirange
        $sql$, v_name || '_trace', v_columns, v_name || '_rows', v_name || '_unstored', v_name || '_removed', coalesce(v_days, '{}'));
    EXECUTE format('GRANT SELECT ON staging.%I TO %I', v_name || '_trace', session_user);
END
$$;

-- A month on either side of some days: where cases lie that the cases of those days are compared with.
CREATE FUNCTION crime.near_days(p_days date[]) RETURNS datemultirange
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT coalesce(range_agg(daterange(d.day - 31, d.day + 32)), '{}') FROM unnest(p_days) AS d (day) $$;

-- Keeps the pairs found of a batch instead of those that nobody has decided.
CREATE FUNCTION crime.keep_pairs(
    p_batch uuid, p_firsts bigint[], p_seconds bigint[], p_scores double precision[], p_agreements bigint[], p_chance double precision[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_number bigint;
BEGIN
    UPDATE crime.batch b
    SET likely_at = clock_timestamp(), likely_chance = p_chance
    WHERE b.id = p_batch AND b.finished_at IS NOT NULL AND b.rolled_back_at IS NULL AND crime.current_is_admin()
    RETURNING b.number INTO v_number;
    IF v_number IS NULL THEN
        RAISE EXCEPTION '%', p_batch USING ERRCODE = 'CI010';
    END IF;
    DELETE FROM crime.likely_pair WHERE batch_id = p_batch AND decision IS NULL;
    INSERT INTO crime.likely_pair (second_id, first_id, batch_id, score, agreement)
    SELECT p.second_id, p.first_id, p_batch, p.score, p.agreement
    FROM unnest(p_firsts, p_seconds, p_scores, p_agreements) AS p (first_id, second_id, score, agreement)
    WHERE p.second_id >> 32 = v_number AND p.first_id < p.second_id
    ON CONFLICT DO NOTHING;
END
$$;

-- Notes what deciding pairs removes or brings back: 'same' (the second leaves), 'different', or 'open' (what was decided is undone).
CREATE FUNCTION crime.prepare_pairs(p_batch uuid, p_firsts bigint[], p_seconds bigint[], p_decision text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_decided bigint;
BEGIN
    PERFORM crime.reopen_batch(p_batch);
    EXECUTE format('CREATE TABLE staging.%I (second_id bigint PRIMARY KEY, first_id bigint NOT NULL)', v_name || '_pair');
    IF p_decision = 'open' THEN
        v_decided := crime.reopen_pairs(p_batch, v_name, p_firsts, p_seconds);
    ELSIF p_decision = 'same' THEN
        v_decided := crime.join_pairs(p_batch, v_name, p_firsts, p_seconds);
    ELSE
        UPDATE crime.likely_pair p
        SET decision = 'different', decided_at = clock_timestamp(), decided_by = crime.current_person()
        FROM unnest(p_firsts, p_seconds) AS a (first_id, second_id)
        WHERE p.first_id = a.first_id AND p.second_id = a.second_id AND p.batch_id = p_batch AND p.decision IS NULL
          AND crime.may_decide(p);
        GET DIAGNOSTICS v_decided = ROW_COUNT;
    END IF;
    IF v_decided = 0 THEN
        RAISE EXCEPTION '%', coalesce(p_seconds[1] & 4294967295, 0) USING ERRCODE = 'CI018';
    END IF;
    PERFORM crime.open_years(p_batch);
    PERFORM crime.list_rows(v_name);
END
$$;

-- Both cases stand, and the person may see both.
CREATE FUNCTION crime.may_decide(p crime.likely_pair) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT count(*) = 2
    FROM crime.incident i
    WHERE i.id IN (p.first_id, p.second_id) AND i.ordinal <@ (SELECT crime.current_scope())
$$;

-- Of several twins of a case the most probable is the one that it is.
CREATE FUNCTION crime.join_pairs(p_batch uuid, p_name text, p_firsts bigint[], p_seconds bigint[]) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_count bigint;
BEGIN
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT DISTINCT ON (p.second_id) p.second_id, p.first_id
        FROM unnest($1, $2) AS a (first_id, second_id)
        JOIN crime.likely_pair p ON p.first_id = a.first_id AND p.second_id = a.second_id
        WHERE p.batch_id = $3 AND p.decision IS NULL AND crime.may_decide(p)
        ORDER BY p.second_id, p.score DESC, p.first_id
        $sql$, p_name || '_pair') USING p_firsts, p_seconds, p_batch;
    EXECUTE format($sql$
        UPDATE crime.likely_pair p
        SET decision = 'same', decided_at = clock_timestamp(), decided_by = crime.current_person(), state = crime.state_of(i), second_key = i.key
        FROM staging.%I a
        JOIN crime.incident i ON i.id = a.second_id
        WHERE p.first_id = a.first_id AND p.second_id = a.second_id
        $sql$, p_name || '_pair');
    GET DIAGNOSTICS v_count = ROW_COUNT;
    EXECUTE format('INSERT INTO staging.%I SELECT i.id, i.occurred_on FROM staging.%I a JOIN crime.incident i ON i.id = a.second_id',
        p_name || '_removed', p_name || '_pair');
    -- What is the same as a case that left is the same as the one that stays.
    LOOP
        DELETE FROM crime.likely_pair x
        USING crime.likely_pair p
        JOIN crime.likely_pair q ON q.second_id = p.first_id AND q.decision = 'same'
        WHERE p.decision = 'same' AND x.second_id = p.second_id AND x.first_id = q.first_id;
        UPDATE crime.likely_pair p
        SET first_id = q.first_id
        FROM crime.likely_pair q
        WHERE q.second_id = p.first_id AND q.decision = 'same' AND p.decision = 'same';
        EXIT WHEN NOT FOUND;
    END LOOP;
    RETURN v_count;
END
$$;

CREATE FUNCTION crime.reopen_pairs(p_batch uuid, p_name text, p_firsts bigint[], p_seconds bigint[]) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_count bigint;
    v_taken bigint;
BEGIN
    SELECT min(p.second_id & 4294967295) INTO v_taken
    FROM unnest(p_firsts, p_seconds) AS a (first_id, second_id)
    JOIN crime.likely_pair p ON p.first_id = a.first_id AND p.second_id = a.second_id
    JOIN crime.incident i ON i.key = p.second_key
    WHERE p.batch_id = p_batch;
    IF v_taken IS NOT NULL THEN
        RAISE EXCEPTION '%', v_taken USING ERRCODE = 'CI015';
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT p.state
        FROM unnest($1, $2) AS a (first_id, second_id)
        JOIN crime.likely_pair p ON p.first_id = a.first_id AND p.second_id = a.second_id
        WHERE p.batch_id = $3 AND p.decision = 'same'
        $sql$, p_name || '_state') USING p_firsts, p_seconds, p_batch;
    PERFORM crime.enter_states(p_name);
    UPDATE crime.likely_pair p
    SET decision = NULL, decided_at = NULL, decided_by = NULL, state = NULL, second_key = NULL
    FROM unnest(p_firsts, p_seconds) AS a (first_id, second_id)
    WHERE p.first_id = a.first_id AND p.second_id = a.second_id AND p.batch_id = p_batch AND p.decision IS NOT NULL
      AND (p.decision = 'same' OR crime.may_decide(p));
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$$;

-- A case that left is a duplicate of the one that stays.
CREATE FUNCTION crime.commit_pairs(p_batch uuid, OUT decided bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_left bigint;
    v_back bigint;
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format('SELECT (SELECT count(*) FROM staging.%I), (SELECT count(*) FROM staging.%I)', v_name || '_removed', v_name || '_merged')
        INTO v_left, v_back;
    EXECUTE format($sql$
        INSERT INTO crime.batch_duplicate (batch_id, row_number, twin_id)
        SELECT $1, a.second_id & 4294967295, p.first_id
        FROM staging.%I a
        JOIN crime.likely_pair p ON p.second_id = a.second_id AND p.decision = 'same'
        $sql$, v_name || '_pair') USING p_batch;
    EXECUTE format('DELETE FROM crime.batch_duplicate d USING staging.%I m WHERE d.batch_id = $1 AND d.row_number = m.id & 4294967295', v_name || '_merged')
        USING p_batch;
    UPDATE crime.batch b SET accepted = b.accepted - v_left + v_back, duplicates = b.duplicates + v_left - v_back WHERE b.id = p_batch;
    PERFORM crime.add_rollups(v_name, false);
    IF v_left + v_back > 0 THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM crime.enter_sections(v_name);
        PERFORM pg_notify('crimeinsight_data', crime.recount_data_state(v_name)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
    decided := v_left + v_back;
END
$$;

REVOKE EXECUTE ON FUNCTION
    crime.unsearched_batches(), crime.open_traces(uuid), crime.near_days(date[]),
    crime.keep_pairs(uuid, bigint[], bigint[], double precision[], bigint[], double precision[]), crime.prepare_pairs(uuid, bigint[], bigint[], text),
    crime.may_decide(crime.likely_pair), crime.join_pairs(uuid, text, bigint[], bigint[]), crime.reopen_pairs(uuid, text, bigint[], bigint[]),
    crime.commit_pairs(uuid)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.unsearched_batches(), crime.open_traces(uuid), crime.near_days(date[]),
    crime.keep_pairs(uuid, bigint[], bigint[], double precision[], bigint[], double precision[]), crime.prepare_pairs(uuid, bigint[], bigint[], text),
    crime.commit_pairs(uuid)
    TO $app_role$;
