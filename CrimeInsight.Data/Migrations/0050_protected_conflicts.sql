-- A row about a protected case is about a protected case, whether it says so or not: of a conflict nothing more is stored than of the case.

CREATE FUNCTION crime.protected_state(p_state jsonb) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$ SELECT p_state || to_jsonb(crime.protected(jsonb_populate_record(NULL::crime.incident, p_state))) $$;

DO $$
DECLARE
    v_text text;
BEGIN
    v_text := pg_get_functiondef('crime.keep_fates(uuid, text)'::regprocedure);
    EXECUTE replace(v_text, 'crime.with_sections(to_jsonb(n), j.row -> ''sections'')',
        'crime.with_sections(CASE WHEN (j.was -> ''is_sensitive'')::boolean THEN crime.protected_state(to_jsonb(n)) ELSE to_jsonb(n) END, j.row -> ''sections'')');
    -- And of one that waits when its case becomes protected.
    v_text := pg_get_functiondef('crime.keep_history(uuid, text)'::regprocedure);
    EXECUTE replace(v_text, '    -- Of cases that are protected from now on', '    EXECUTE format($sql$
        UPDATE crime.batch_conflict c
        SET incident = crime.protected_state(c.incident)
        FROM staging.%I m
        WHERE m.is_sensitive
          AND c.twin_id = m.id
          AND NOT (c.incident -> ''is_sensitive'')::boolean
        $sql$, p_name || ''_merged'');
    -- Of cases that are protected from now on');
END
$$;

UPDATE crime.batch_conflict c
SET incident = crime.protected_state(c.incident)
WHERE NOT (c.incident -> 'is_sensitive')::boolean
  AND (EXISTS (SELECT 1 FROM crime.incident i WHERE i.id = c.twin_id AND i.is_sensitive)
    OR EXISTS (SELECT 1 FROM crime.incident_history h WHERE h.incident_id = c.twin_id AND (h.was -> 'is_sensitive')::boolean));

REVOKE EXECUTE ON FUNCTION crime.protected_state(jsonb) FROM PUBLIC;
