-- A second factor: codes by time (RFC 6238) from a person's own device, and codes on paper for when it is lost.

CREATE TABLE crime.person_factor (
    person_id           uuid PRIMARY KEY REFERENCES crime.person (id) ON DELETE CASCADE,
    -- Encrypted by the keys that protect cookies; they lie outside the database.
    secret              text NOT NULL,
    -- The newest step whose code was taken: none is taken twice, nor an older one after it.
    last_step           bigint NOT NULL,
    set_at              timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE crime.person_recovery (
    person_id           uuid NOT NULL REFERENCES crime.person (id) ON DELETE CASCADE,
    code_hash           bytea NOT NULL,
    PRIMARY KEY (person_id, code_hash)
);
CREATE TRIGGER person_factor_guarded BEFORE INSERT OR UPDATE OR DELETE ON crime.person_factor
    FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people();
CREATE TRIGGER person_recovery_guarded BEFORE INSERT OR UPDATE OR DELETE ON crime.person_recovery
    FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people();

-- For whoever lost device and paper: they sign in with the password alone, or set a new factor if their role needs one.
CREATE FUNCTION crime.reset_factor(p_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_other(p_id);
    DELETE FROM crime.person_recovery WHERE person_id = p_id;
    DELETE FROM crime.person_factor WHERE person_id = p_id;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    PERFORM crime.end_sessions_of(p_id);
    PERFORM crime.note_person('factor.reset', p_id, jsonb_build_object('user', (SELECT user_name FROM crime.person WHERE id = p_id)));
END
$$;

DROP FUNCTION crime.list_people();
CREATE FUNCTION crime.list_people() RETURNS TABLE (
    id uuid, user_name text, display_name text, role smallint, is_demo boolean, is_active boolean, has_password boolean, has_factor boolean,
    may_change boolean, culture text, last_seen_at timestamptz, sessions integer, code_expires_at timestamptz, jurisdiction_ids integer[])
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator lists people.' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY
    SELECT p.id, p.user_name, p.display_name, p.role, p.is_demo, p.is_active, p.password_hash IS NOT NULL, f.person_id IS NOT NULL,
        m.may_manage, p.culture, coalesce(s.last_seen_at, p.last_signed_in_at), coalesce(s.open, 0)::integer, c.expires_at,
        ARRAY(SELECT b.jurisdiction_id FROM crime.person_jurisdiction b WHERE b.person_id = p.id ORDER BY b.jurisdiction_id)
    FROM crime.person p
    LEFT JOIN crime.person_code c ON c.person_id = p.id
    LEFT JOIN crime.person_factor f ON f.person_id = p.id
    LEFT JOIN (
        SELECT t.person_id, max(t.last_seen_at) AS last_seen_at, count(*) FILTER (WHERE t.ended_at IS NULL) AS open
        FROM crime.person_session t
        GROUP BY t.person_id) s ON s.person_id = p.id
    CROSS JOIN LATERAL (SELECT crime.may_manage(p.id)) m
    WHERE m.may_manage
       OR p.id = crime.current_person()
       OR (p.is_demo AND p.is_active AND crime.scope_of(p.id) <@ crime.current_scope())
    ORDER BY p.display_name, p.user_name;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON crime.person_factor, crime.person_recovery TO $app_role$;
REVOKE EXECUTE ON FUNCTION crime.reset_factor(uuid), crime.list_people() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.reset_factor(uuid), crime.list_people() TO $app_role$;
