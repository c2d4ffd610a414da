-- What goes on with a case in police and court beside its status: the dates of its stages, and what its sections know of it.

-- The condition under which two rows tell the same stage of a case: status, and the dates that crime.incident has for it.
CREATE FUNCTION crime.same_stage(p_one text, p_other text) RETURNS text
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT string_agg(format('%1$s.%3$I IS NOT DISTINCT FROM %2$s.%3$I', p_one, p_other, a.attname), ' AND ')
    FROM pg_attribute a
    WHERE a.attrelid = 'crime.incident'::regclass
      AND a.attname IN ('status', 'chargesheeted_on', 'disposed_on')
$$;

-- The same of rows as JSON.
CREATE FUNCTION crime.is_same_stage(p_one jsonb, p_other jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT p_one -> 'status' = p_other -> 'status'
        AND p_one ->> 'chargesheeted_on' IS NOT DISTINCT FROM p_other ->> 'chargesheeted_on'
        AND p_one ->> 'disposed_on' IS NOT DISTINCT FROM p_other ->> 'disposed_on'
$$;

-- A row that does not know the date of a stage does not take it from the case, unless the case has left that stage.
CREATE FUNCTION crime.with_stages(p_was jsonb, p_is jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT c.chargesheeted || CASE
        WHEN c.chargesheeted ->> 'disposed_on' IS NULL AND (p_is ->> 'status') IN ('2', '3', '4')
            AND p_was ->> 'disposed_on' >= greatest(c.chargesheeted ->> 'reported_on', c.chargesheeted ->> 'chargesheeted_on')
            THEN jsonb_build_object('disposed_on', p_was -> 'disposed_on')
        ELSE '{}' END
    FROM (
        SELECT p_is || CASE
            WHEN p_is ->> 'chargesheeted_on' IS NULL AND (p_is ->> 'status') IN ('1', '3', '4')
                AND p_was ->> 'chargesheeted_on' >= p_is ->> 'reported_on'
                AND p_was ->> 'chargesheeted_on' <= coalesce(p_is ->> 'disposed_on', p_was ->> 'chargesheeted_on')
                THEN jsonb_build_object('chargesheeted_on', p_was -> 'chargesheeted_on')
            ELSE '{}' END AS chargesheeted) AS c
$$;

-- The sections of a case know its place, its day and its protection.
CREATE FUNCTION crime.follow_sections(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF to_regclass('crime.incident_section') IS NOT NULL THEN
        EXECUTE format($sql$
            UPDATE crime.incident_section s
            SET occurred_on = m.occurred_on, ordinal = m.ordinal, is_sensitive = m.is_sensitive
            FROM staging.%I m
            WHERE s.incident_id = m.id
              AND (s.occurred_on, s.ordinal, s.is_sensitive) IS DISTINCT FROM (m.occurred_on, m.ordinal, m.is_sensitive)
            $sql$, p_name || '_merged');
    END IF;
END
$$;

DO $$
DECLARE
    v_text text;
BEGIN
    v_text := pg_get_functiondef('crime.find_known(text)'::regprocedure);
    EXECUTE replace(replace(v_text, '(i.content_hash = s.content_hash AND i.status = s.status)', '(i.content_hash = s.content_hash AND %4$s)'),
        'p_name || ''_rows'', p_name || ''_known'', p_name || ''_removed'');',
        'p_name || ''_rows'', p_name || ''_known'', p_name || ''_removed'', crime.same_stage(''i'', ''s''));');
    v_text := pg_get_functiondef('crime.find_others(text, boolean)'::regprocedure);
    EXECUTE replace(replace(v_text, 's.content_hash = f.content_hash AND s.status = f.status', 's.content_hash = f.content_hash AND %4$s'),
        'p_name || ''_rows'', p_name || ''_known'', p_name || ''_again'');',
        'p_name || ''_rows'', p_name || ''_known'', p_name || ''_again'', crime.same_stage(''s'', ''f''));');
    v_text := pg_get_functiondef('crime.judge_others(text, boolean)'::regprocedure);
    v_text := replace(v_text, 'h.was -> ''status'' = j.row -> ''status''', 'crime.is_same_stage(h.was, j.row)');
    v_text := replace(v_text, 'c.status = (j.row ->> ''status'')::smallint', 'crime.is_same_stage(c.incident, j.row)');
    v_text := replace(v_text, 'j.first_row -> ''status'' = j.row -> ''status''', 'crime.is_same_stage(j.first_row, j.row)');
    EXECUTE replace(v_text, 'to_jsonb(crime.merged(p.o, p.n)) AS merged', 'crime.with_stages(o.was, to_jsonb(crime.merged(p.o, p.n))) AS merged');
    EXECUTE replace(pg_get_functiondef('crime.prepare_decision(uuid, bigint, text)'::regprocedure),
        'v_new := crime.merged(v_old, v_new);',
        'v_new := jsonb_populate_record(NULL::crime.incident, crime.with_stages(to_jsonb(v_old), to_jsonb(crime.merged(v_old, v_new))));');
    EXECUTE replace(pg_get_functiondef('crime.keep_history(uuid, text)'::regprocedure),
        '    -- Of cases that are protected from now on',
        '    PERFORM crime.follow_sections(p_name);' || chr(10) || '    -- Of cases that are protected from now on');
    EXECUTE replace(pg_get_functiondef('crime.commit_rollback(uuid)'::regprocedure),
        'DELETE FROM crime.incident_history WHERE batch_id = p_batch;',
        'DELETE FROM crime.incident_history WHERE batch_id = p_batch;' || chr(10) || '    PERFORM crime.follow_sections(v_name);');
END
$$;

REVOKE EXECUTE ON FUNCTION
    crime.same_stage(text, text), crime.is_same_stage(jsonb, jsonb), crime.with_stages(jsonb, jsonb), crime.follow_sections(text)
    FROM PUBLIC;
