-- Passkeys (WebAuthn): keys that devices of a person hold. The database has their public halves and nothing that opens an account.

CREATE TABLE crime.person_passkey (
    credential_id       bytea PRIMARY KEY CHECK (length(credential_id) BETWEEN 1 AND 1023),
    person_id           uuid NOT NULL REFERENCES crime.person (id) ON DELETE CASCADE,
    name                text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    public_key          bytea NOT NULL,
    -- As the key counts its uses: a copy of it counts otherwise.
    sign_count          bigint NOT NULL,
    transports          text[] NOT NULL,
    is_backup_eligible  boolean NOT NULL,
    is_backed_up        boolean NOT NULL,
    added_at            timestamptz NOT NULL DEFAULT now(),
    used_at             timestamptz
);
CREATE INDEX person_passkey_person ON crime.person_passkey (person_id);
CREATE TRIGGER person_passkey_guarded BEFORE INSERT OR UPDATE OR DELETE ON crime.person_passkey
    FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people();

-- Challenges that were answered: none is taken twice. Forgotten when they would be too old anyhow.
CREATE TABLE crime.passkey_answered (
    challenge_hash      bytea PRIMARY KEY,
    until               timestamptz NOT NULL
);

-- As in 0046; whatever a person signs in with beside the password goes.
CREATE OR REPLACE FUNCTION crime.reset_factor(p_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_gone bigint;
    v_keys bigint;
BEGIN
    PERFORM crime.require_other(p_id);
    DELETE FROM crime.person_recovery WHERE person_id = p_id;
    DELETE FROM crime.person_factor WHERE person_id = p_id;
    GET DIAGNOSTICS v_gone = ROW_COUNT;
    DELETE FROM crime.person_passkey WHERE person_id = p_id;
    GET DIAGNOSTICS v_keys = ROW_COUNT;
    IF v_gone + v_keys = 0 THEN
        RETURN;
    END IF;
    PERFORM crime.end_sessions_of(p_id);
    PERFORM crime.note_person(
        'factor.reset', p_id, jsonb_build_object('user', (SELECT user_name FROM crime.person WHERE id = p_id), 'passkeys', v_keys));
END
$$;

-- As in 0045; who is given a code for a new password has lost what opened the account before.
CREATE OR REPLACE FUNCTION crime.reset_person(p_id uuid, p_code_hash bytea, p_life interval) RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_other(p_id);
    UPDATE crime.person
    SET password_hash = NULL, security_stamp = gen_random_uuid()::text, concurrency_stamp = gen_random_uuid()::text
    WHERE id = p_id AND is_active;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'A person without an active account is given no code.' USING ERRCODE = '42501';
    END IF;
    DELETE FROM crime.person_passkey WHERE person_id = p_id;
    PERFORM crime.end_sessions_of(p_id);
    PERFORM crime.note_person('person.code-issued', p_id, jsonb_build_object('user', (SELECT user_name FROM crime.person WHERE id = p_id)));
    RETURN crime.put_code(p_id, p_code_hash, p_life);
END
$$;

CREATE OR REPLACE FUNCTION crime.list_people() RETURNS TABLE (
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
    SELECT p.id, p.user_name, p.display_name, p.role, p.is_demo, p.is_active, p.password_hash IS NOT NULL,
        f.person_id IS NOT NULL OR EXISTS (SELECT 1 FROM crime.person_passkey k WHERE k.person_id = p.id),
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

GRANT SELECT, INSERT, UPDATE, DELETE ON crime.person_passkey TO $app_role$;
GRANT SELECT, INSERT, DELETE ON crime.passkey_answered TO $app_role$;
