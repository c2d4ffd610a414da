-- What goes on around cases that left as duplicates of others: their rows are known, and they come back with the going of what they were.

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

-- A row of a case that left says nothing new as long as the case that it is stands.
SELECT crime.patch('crime.find_known(text)', '    PERFORM crime.compare_sections(p_name);', '    PERFORM crime.find_joined(p_name);
    PERFORM crime.compare_sections(p_name);');

CREATE FUNCTION crime.find_joined(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM crime.likely_pair p WHERE p.second_key IS NOT NULL) THEN
        RETURN;
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.id, 'duplicate', p.first_id
        FROM crime.likely_pair p
        JOIN staging.%1$I s ON s.key = p.second_key
        WHERE EXISTS (SELECT 1 FROM crime.incident i WHERE i.id = p.first_id)
          AND p.first_id NOT IN (SELECT r.id FROM staging.%3$I r)
        $sql$, p_name || '_rows', p_name || '_unstored', p_name || '_removed');
END
$$;

-- Rolling back a batch: cases of other batches that left as duplicates of its own come back with it.
SELECT crime.patch('crime.prepare_rollback(uuid)', '    PERFORM crime.enter_states(v_name);', '    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT p.state FROM crime.likely_pair p WHERE p.decision = ''same'' AND p.first_id >= $1 AND p.first_id < $2 AND p.batch_id <> $3
        $sql$, v_name || ''_state'') USING v_first, v_next, p_batch;
    PERFORM crime.enter_states(v_name);');
SELECT crime.patch('crime.commit_rollback(uuid)', '    SELECT count(*) INTO orphaned', '    PERFORM crime.part_pairs(p_batch, v_number);
    SELECT count(*) INTO orphaned');

-- Forgets the pairs of a batch that goes.
CREATE FUNCTION crime.part_pairs(p_batch uuid, p_number bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    WITH parted AS (
        DELETE FROM crime.likely_pair p
        WHERE p.first_id >= p_number << 32 AND p.first_id < (p_number + 1) << 32 AND p.batch_id <> p_batch
        RETURNING p.*),
    back AS (
        DELETE FROM crime.batch_duplicate d
        USING parted p
        WHERE p.decision = 'same' AND d.batch_id = p.batch_id AND d.row_number = p.second_id & 4294967295),
    counted AS (
        SELECT p.batch_id, count(*) AS cases FROM parted p WHERE p.decision = 'same' GROUP BY p.batch_id)
    UPDATE crime.batch b
    SET accepted = b.accepted + c.cases, duplicates = b.duplicates - c.cases
    FROM counted c
    WHERE b.id = c.batch_id;
    DELETE FROM crime.likely_pair p WHERE p.batch_id = p_batch;
END
$$;

-- Places that move take with them what left.
SELECT crime.patch('crime.shift_places(jsonb)', '        DELETE FROM crime.forecast WHERE ordinal >= v.lo', '        UPDATE crime.likely_pair
        SET state = jsonb_set(state, ''{ordinal}'', to_jsonb((state ->> ''ordinal'')::integer + v.delta))
        WHERE (state ->> ''ordinal'')::integer >= v.lo AND (state ->> ''ordinal'')::integer < v.hi;
        DELETE FROM crime.forecast WHERE ordinal >= v.lo');

REVOKE EXECUTE ON FUNCTION crime.find_joined(text), crime.part_pairs(uuid, bigint) FROM PUBLIC;

DROP FUNCTION crime.patch(regprocedure, text, text);
