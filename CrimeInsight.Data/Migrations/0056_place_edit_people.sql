-- Ends an edit: versions, whose rights changed, the trail. A place made of another is nobody's gain.
CREATE OR REPLACE FUNCTION crime.close_place_edit(p_edit bigint) RETURNS bigint
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
            FULL JOIN jsonb_each(crime.people_seeing(ARRAY(SELECT (j -> 'id')::integer FROM jsonb_array_elements(e.before -> 'places') j))) a
                ON a.key = b.key
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

-- What a visitor of the demo edited ends with the accounts, the last edit first. What is used since stays, and can be undone or merged by hand.
CREATE FUNCTION crime.end_demo_places() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_edit bigint;
BEGIN
    FOR v_edit IN
        SELECT e.id
        FROM crime.place_edit e
        JOIN crime.person p ON p.id = e.person_id
        WHERE (p.is_demo OR p.ends_with_demo) AND e.undone_at IS NULL
        ORDER BY e.id DESC
    LOOP
        BEGIN
            PERFORM crime.undo_place_edit(v_edit);
        EXCEPTION WHEN insufficient_privilege OR object_in_use OR foreign_key_violation OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER demo_places_end AFTER INSERT OR UPDATE ON crime.batch
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT NEW.is_synthetic AND NEW.finished_at IS NOT NULL AND NEW.accepted > 0) EXECUTE FUNCTION crime.end_demo_places();
REVOKE EXECUTE ON FUNCTION crime.end_demo_places() FROM PUBLIC;
