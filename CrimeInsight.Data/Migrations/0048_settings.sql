-- What administrators of the whole country set while the site runs, with its history. What is not here has the value of the configuration.

CREATE TABLE crime.setting (
    -- Core's SettingCatalogue.
    key                 text PRIMARY KEY CHECK (length(key) <= 60),
    value               text NOT NULL CHECK (length(value) <= 1000),
    changed_at          timestamptz NOT NULL DEFAULT now(),
    user_name           text NOT NULL,
    -- Set by a demo account: ends with the demo.
    ends_with_demo      boolean NOT NULL
);
CREATE TABLE crime.setting_history (
    id                  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key                 text NOT NULL,
    -- Null: the value of the configuration.
    before              text,
    after               text,
    changed_at          timestamptz NOT NULL DEFAULT now(),
    user_name           text NOT NULL
);

CREATE FUNCTION crime.require_settings_admin() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF NOT crime.current_is_admin() OR NOT crime.current_sees_country() THEN
        RAISE EXCEPTION 'Only an administrator of the whole country changes settings.' USING ERRCODE = '42501';
    END IF;
END
$$;

CREATE FUNCTION crime.change_setting(p_key text, p_value text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_before text;
    v_me record;
BEGIN
    PERFORM crime.require_settings_admin();
    PERFORM pg_advisory_xact_lock(4711048);
    SELECT p.user_name, p.is_demo OR p.ends_with_demo AS ends_with_demo INTO v_me FROM crime.person p WHERE p.id = crime.current_person();
    SELECT s.value INTO v_before FROM crime.setting s WHERE s.key = p_key;
    IF v_before IS NOT DISTINCT FROM p_value THEN
        RETURN;
    END IF;
    IF p_value IS NULL THEN
        DELETE FROM crime.setting WHERE key = p_key;
    ELSE
        INSERT INTO crime.setting (key, value, user_name, ends_with_demo)
        VALUES (p_key, p_value, v_me.user_name, v_me.ends_with_demo)
        ON CONFLICT (key) DO UPDATE
        SET value = excluded.value, changed_at = now(), user_name = excluded.user_name, ends_with_demo = excluded.ends_with_demo;
    END IF;
    INSERT INTO crime.setting_history (key, before, after, user_name) VALUES (p_key, v_before, p_value, v_me.user_name);
    PERFORM crime.write_audit(v_me.user_name, 'setting.changed', 'setting:' || p_key, jsonb_build_object('before', v_before, 'after', p_value));
END
$$;

CREATE FUNCTION crime.list_setting_changes() RETURNS TABLE (id bigint, key text, before text, after text, changed_at timestamptz, user_name text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_settings_admin();
    RETURN QUERY
    SELECT h.id, h.key, h.before, h.after, h.changed_at, h.user_name FROM crime.setting_history h ORDER BY h.id DESC LIMIT 200;
END
$$;

CREATE FUNCTION crime.tell_of_settings() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM pg_notify('crimeinsight_settings', '');
    RETURN NULL;
END
$$;
CREATE TRIGGER setting_changed AFTER INSERT OR UPDATE OR DELETE ON crime.setting
    FOR EACH STATEMENT EXECUTE FUNCTION crime.tell_of_settings();

-- What a visitor of the demo set ends with the accounts.
CREATE FUNCTION crime.end_demo_settings() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    DELETE FROM crime.setting WHERE ends_with_demo;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER demo_settings_end AFTER INSERT OR UPDATE ON crime.batch
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT NEW.is_synthetic AND NEW.finished_at IS NOT NULL AND NEW.accepted > 0) EXECUTE FUNCTION crime.end_demo_settings();

-- Ends sessions that nobody uses any more, and forgets what is kept no longer: ended sessions, and the rows that imports refused.
CREATE FUNCTION crime.forget_old(p_idle_days integer, p_session_days integer, p_reject_days integer, OUT ended bigint, OUT sessions bigint, OUT rejects bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    IF least(p_idle_days, p_session_days, p_reject_days) < 1 THEN
        RAISE EXCEPTION 'What is kept is kept for a day at least.' USING ERRCODE = '22023';
    END IF;
    UPDATE crime.person_session SET ended_at = clock_timestamp()
    WHERE ended_at IS NULL AND last_seen_at < now() - make_interval(days => p_idle_days);
    GET DIAGNOSTICS ended = ROW_COUNT;
    DELETE FROM crime.person_session WHERE ended_at < now() - make_interval(days => p_session_days);
    GET DIAGNOSTICS sessions = ROW_COUNT;
    DELETE FROM crime.batch_reject r
    USING crime.batch b
    WHERE b.id = r.batch_id AND b.finished_at < now() - make_interval(days => p_reject_days);
    GET DIAGNOSTICS rejects = ROW_COUNT;
END
$$;

GRANT SELECT ON crime.setting TO $app_role$;
REVOKE EXECUTE ON FUNCTION
    crime.require_settings_admin(), crime.change_setting(text, text), crime.list_setting_changes(), crime.tell_of_settings(),
    crime.end_demo_settings(), crime.forget_old(integer, integer, integer)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.change_setting(text, text), crime.list_setting_changes(), crime.forget_old(integer, integer, integer) TO $app_role$;
