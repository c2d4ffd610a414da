-- People are managed by administrators, each within their own jurisdictions, by functions of the owner that check the rights again and write the
-- trail in the same transaction. Whoever has no password yet, or lost it, sets one by a one-time code.

-- Invited by a demo account, or by somebody who was: ends with the demo, for anybody can be its administrator.
ALTER TABLE crime.person ADD COLUMN ends_with_demo boolean NOT NULL DEFAULT false;

CREATE TABLE crime.person_code (
    person_id           uuid PRIMARY KEY REFERENCES crime.person (id) ON DELETE CASCADE,
    -- The code itself is nowhere.
    code_hash           bytea NOT NULL,
    issued_at           timestamptz NOT NULL DEFAULT now(),
    expires_at          timestamptz NOT NULL
);

-- A transaction that acts for a person changes people by the functions below, or not at all.
CREATE FUNCTION crime.guard_people() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF crime.current_person() IS NOT NULL AND NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
        RAISE EXCEPTION 'People are changed by the functions that check who may.' USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER person_guarded
    BEFORE INSERT OR DELETE
        OR UPDATE OF user_name, normalized_name, display_name, role, password_hash, security_stamp, is_demo, is_active, ends_with_demo
    ON crime.person
    FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people();
CREATE TRIGGER person_jurisdiction_guarded
    BEFORE INSERT OR DELETE OR UPDATE ON crime.person_jurisdiction
    FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people();

CREATE FUNCTION crime.scope_of(p_person uuid) RETURNS int4multirange
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT coalesce(range_agg(int4range(j.ordinal, j.ordinal_until)), '{}'::int4multirange)
    FROM crime.person_jurisdiction b
    JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
    WHERE b.person_id = p_person
$$;

CREATE FUNCTION crime.current_sees_country() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
    SELECT EXISTS (SELECT 1 FROM crime.jurisdiction WHERE level = 0 AND int4range(ordinal, ordinal_until) <@ crime.current_scope())
$$;

-- An administrator manages the people whose places all lie within their own; nobody manages demo accounts, and those of the demo nobody else.
CREATE FUNCTION crime.may_manage(p_person uuid) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT crime.current_is_admin() AND EXISTS (
        SELECT 1
        FROM crime.person p
        CROSS JOIN crime.person me
        CROSS JOIN LATERAL (SELECT crime.scope_of(p.id) AS scope) s
        WHERE p.id = p_person
          AND me.id = crime.current_person()
          AND NOT p.is_demo
          AND (p.ends_with_demo OR NOT (me.is_demo OR me.ends_with_demo))
          AND CASE WHEN isempty(s.scope) THEN crime.current_sees_country() ELSE s.scope <@ crime.current_scope() END)
$$;

-- One change of people at a time: of two administrators who take each other's rights away, the second has none left to do it with.
CREATE FUNCTION crime.require_manager(p_person uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(4711045);
    IF NOT crime.current_is_admin() OR (p_person IS NOT NULL AND NOT crime.may_manage(p_person)) THEN
        RAISE EXCEPTION 'Only an administrator of all of a person''s jurisdictions manages them.' USING ERRCODE = '42501';
    END IF;
END
$$;

-- Nobody changes their own rights: so that the last administrator stays one.
CREATE FUNCTION crime.require_other(p_person uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_manager(p_person);
    IF p_person = crime.current_person() THEN
        RAISE EXCEPTION 'Another administrator changes these rights.' USING ERRCODE = '42501';
    END IF;
END
$$;

CREATE FUNCTION crime.describe_person(p_person uuid) RETURNS jsonb
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT jsonb_build_object(
        'user', p.user_name,
        'name', p.display_name,
        'role', (ARRAY['officer', 'supervisor', 'admin'])[p.role],
        'places', coalesce((
            SELECT string_agg(j.code, ' ' ORDER BY j.code)
            FROM crime.person_jurisdiction b
            JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
            WHERE b.person_id = p.id), ''),
        'active', p.is_active::text)
    FROM crime.person p
    WHERE p.id = p_person
$$;

CREATE FUNCTION crime.note_person(p_action text, p_person uuid, p_detail jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.write_audit((SELECT user_name FROM crime.person WHERE id = crime.current_person()), p_action, 'person:' || p_person, p_detail);
END
$$;

CREATE FUNCTION crime.bind_person(p_person uuid, p_jurisdictions integer[]) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF coalesce(cardinality(p_jurisdictions), 0) = 0 OR EXISTS (
        SELECT 1
        FROM unnest(p_jurisdictions) AS t (id)
        LEFT JOIN crime.jurisdiction j ON j.id = t.id AND j.valid_until IS NULL
        WHERE j.id IS NULL OR NOT int4range(j.ordinal, j.ordinal_until) <@ crime.current_scope())
    THEN
        RAISE EXCEPTION 'A person is given jurisdictions of the administrator''s own.' USING ERRCODE = '42501';
    END IF;
    DELETE FROM crime.person_jurisdiction WHERE person_id = p_person AND jurisdiction_id <> ALL (p_jurisdictions);
    INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
    SELECT p_person, t.id FROM unnest(p_jurisdictions) AS t (id)
    ON CONFLICT DO NOTHING;
END
$$;

CREATE FUNCTION crime.end_sessions_of(p_person uuid) RETURNS integer
LANGUAGE sql
SET search_path = pg_catalog
AS $$
    WITH ended AS (
        UPDATE crime.person_session SET ended_at = clock_timestamp() WHERE person_id = p_person AND ended_at IS NULL RETURNING 1)
    SELECT count(*)::integer FROM ended
$$;

CREATE FUNCTION crime.put_code(p_person uuid, p_code_hash bytea, p_life interval) RETURNS timestamptz
LANGUAGE sql
SET search_path = pg_catalog
AS $$
    INSERT INTO crime.person_code (person_id, code_hash, expires_at)
    VALUES (p_person, p_code_hash, now() + least(p_life, interval '14 days'))
    ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, issued_at = now(), expires_at = excluded.expires_at
    RETURNING expires_at
$$;

-- The people whom the current administrator manages, themselves, and the demo accounts of their jurisdictions.
CREATE FUNCTION crime.list_people() RETURNS TABLE (
    id uuid, user_name text, display_name text, role smallint, is_demo boolean, is_active boolean, has_password boolean, may_change boolean,
    culture text, last_seen_at timestamptz, sessions integer, code_expires_at timestamptz, jurisdiction_ids integer[])
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator lists people.' USING ERRCODE = '42501';
    END IF;
    RETURN QUERY
    SELECT p.id, p.user_name, p.display_name, p.role, p.is_demo, p.is_active, p.password_hash IS NOT NULL,
        m.may_manage, p.culture, coalesce(s.last_seen_at, p.last_signed_in_at), coalesce(s.open, 0)::integer, c.expires_at,
        ARRAY(SELECT b.jurisdiction_id FROM crime.person_jurisdiction b WHERE b.person_id = p.id ORDER BY b.jurisdiction_id)
    FROM crime.person p
    LEFT JOIN crime.person_code c ON c.person_id = p.id
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

CREATE FUNCTION crime.invite_person(
    p_id uuid, p_user_name text, p_display_name text, p_role smallint, p_jurisdictions integer[], p_code_hash bytea, p_life interval)
RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_manager(NULL);
    INSERT INTO crime.person (id, user_name, normalized_name, display_name, role, security_stamp, concurrency_stamp, ends_with_demo)
    VALUES (p_id, p_user_name, upper(p_user_name), p_display_name, p_role, gen_random_uuid()::text, gen_random_uuid()::text,
        (SELECT me.is_demo OR me.ends_with_demo FROM crime.person me WHERE me.id = crime.current_person()));
    PERFORM crime.bind_person(p_id, p_jurisdictions);
    PERFORM crime.note_person('person.created', p_id, crime.describe_person(p_id));
    RETURN crime.put_code(p_id, p_code_hash, p_life);
END
$$;

-- Another role or fewer places end the sessions: what the person had open was made for the rights of before.
CREATE FUNCTION crime.change_person(p_id uuid, p_display_name text, p_role smallint, p_jurisdictions integer[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_before jsonb;
    v_scope int4multirange;
    v_role smallint;
BEGIN
    PERFORM crime.require_other(p_id);
    v_before := crime.describe_person(p_id);
    v_scope := crime.scope_of(p_id);
    SELECT p.role INTO v_role FROM crime.person p WHERE p.id = p_id FOR UPDATE;
    UPDATE crime.person SET display_name = p_display_name, role = p_role, concurrency_stamp = gen_random_uuid()::text WHERE id = p_id;
    PERFORM crime.bind_person(p_id, p_jurisdictions);
    IF crime.describe_person(p_id) = v_before THEN
        RETURN;
    END IF;
    IF v_role <> p_role OR NOT v_scope <@ crime.scope_of(p_id) THEN
        UPDATE crime.person SET security_stamp = gen_random_uuid()::text WHERE id = p_id;
        PERFORM crime.end_sessions_of(p_id);
    END IF;
    PERFORM crime.note_person('person.changed', p_id, jsonb_build_object('before', v_before, 'after', crime.describe_person(p_id)));
END
$$;

CREATE FUNCTION crime.enable_person(p_id uuid, p_is_active boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_other(p_id);
    UPDATE crime.person
    SET is_active = p_is_active, security_stamp = gen_random_uuid()::text, concurrency_stamp = gen_random_uuid()::text
    WHERE id = p_id AND is_active <> p_is_active;
    IF NOT FOUND THEN
        RETURN;
    END IF;
    IF NOT p_is_active THEN
        PERFORM crime.end_sessions_of(p_id);
        DELETE FROM crime.person_code WHERE person_id = p_id;
    END IF;
    PERFORM crime.note_person(CASE WHEN p_is_active THEN 'person.enabled' ELSE 'person.disabled' END, p_id,
        jsonb_build_object('user', (SELECT user_name FROM crime.person WHERE id = p_id)));
END
$$;

-- From this moment the password of before opens nothing.
CREATE FUNCTION crime.reset_person(p_id uuid, p_code_hash bytea, p_life interval) RETURNS timestamptz
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
    PERFORM crime.end_sessions_of(p_id);
    PERFORM crime.note_person('person.code-issued', p_id, jsonb_build_object('user', (SELECT user_name FROM crime.person WHERE id = p_id)));
    RETURN crime.put_code(p_id, p_code_hash, p_life);
END
$$;

CREATE FUNCTION crime.end_person_sessions(p_id uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_ended integer;
BEGIN
    PERFORM crime.require_manager(p_id);
    v_ended := crime.end_sessions_of(p_id);
    IF v_ended > 0 THEN
        PERFORM crime.note_person('person.sessions-ended', p_id,
            jsonb_build_object('user', (SELECT user_name FROM crime.person WHERE id = p_id), 'sessions', v_ended::text));
    END IF;
    RETURN v_ended;
END
$$;

CREATE FUNCTION crime.code_fits(p_person uuid, p_code_hash bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
    SELECT EXISTS (
        SELECT 1
        FROM crime.person_code c
        JOIN crime.person p ON p.id = c.person_id
        WHERE c.person_id = p_person AND c.code_hash = p_code_hash AND c.expires_at > now() AND p.is_active)
$$;

-- Sets the password of whoever holds the code; the code is then gone. False: it does not fit, or somebody was faster.
CREATE FUNCTION crime.redeem_code(p_person uuid, p_code_hash bytea, p_password_hash text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    IF NOT crime.code_fits(p_person, p_code_hash) THEN
        RETURN false;
    END IF;
    DELETE FROM crime.person_code WHERE person_id = p_person AND code_hash = p_code_hash;
    IF NOT FOUND THEN
        RETURN false;
    END IF;
    PERFORM set_config('crimeinsight.person', p_person::text, true);
    UPDATE crime.person
    SET password_hash = p_password_hash, security_stamp = gen_random_uuid()::text, concurrency_stamp = gen_random_uuid()::text
    WHERE id = p_person;
    PERFORM crime.end_sessions_of(p_person);
    PERFORM crime.note_person('person.code-used', p_person, '{}');
    RETURN true;
END
$$;

-- What the demo brought ends with it.
DROP TRIGGER demo_account_judged ON crime.person;
CREATE TRIGGER demo_account_judged BEFORE INSERT OR UPDATE OF is_demo, is_active, ends_with_demo ON crime.person
    FOR EACH ROW WHEN ((NEW.is_demo OR NEW.ends_with_demo) AND NEW.is_active) EXECUTE FUNCTION crime.judge_demo_account();

CREATE OR REPLACE FUNCTION crime.end_demo_accounts() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_ended integer;
BEGIN
    PERFORM pg_advisory_xact_lock(4711007);
    UPDATE crime.person_session s
    SET ended_at = clock_timestamp()
    FROM crime.person p
    WHERE p.id = s.person_id AND (p.is_demo OR p.ends_with_demo) AND s.ended_at IS NULL;
    UPDATE crime.person SET is_active = false, security_stamp = gen_random_uuid()::text WHERE (is_demo OR ends_with_demo) AND is_active;
    GET DIAGNOSTICS v_ended = ROW_COUNT;
    IF v_ended > 0 THEN
        PERFORM crime.write_audit('', 'demo-accounts.ended', 'batch:' || NEW.id, jsonb_build_object('accounts', v_ended::text));
    END IF;
    IF NEW.removed > 0 THEN
        PERFORM crime.write_audit('', 'demo-data.ended', 'batch:' || NEW.id, jsonb_build_object('cases', NEW.removed::text));
    END IF;
    RETURN NULL;
END
$$;

REVOKE EXECUTE ON FUNCTION
    crime.guard_people(), crime.scope_of(uuid), crime.current_sees_country(), crime.may_manage(uuid), crime.require_manager(uuid),
    crime.require_other(uuid), crime.describe_person(uuid), crime.note_person(text, uuid, jsonb), crime.bind_person(uuid, integer[]),
    crime.end_sessions_of(uuid), crime.put_code(uuid, bytea, interval), crime.list_people(),
    crime.invite_person(uuid, text, text, smallint, integer[], bytea, interval), crime.change_person(uuid, text, smallint, integer[]),
    crime.enable_person(uuid, boolean), crime.reset_person(uuid, bytea, interval), crime.end_person_sessions(uuid),
    crime.code_fits(uuid, bytea), crime.redeem_code(uuid, bytea, text)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.list_people(), crime.invite_person(uuid, text, text, smallint, integer[], bytea, interval),
    crime.change_person(uuid, text, smallint, integer[]), crime.enable_person(uuid, boolean), crime.reset_person(uuid, bytea, interval),
    crime.end_person_sessions(uuid), crime.code_fits(uuid, bytea), crime.redeem_code(uuid, bytea, text)
    TO $app_role$;
