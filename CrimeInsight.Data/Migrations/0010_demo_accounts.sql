-- Demo accounts need no password, so they end with the first case that is not synthetic: in the transaction that loads it,
-- whatever the configuration says. An inactive person has no session, no scope and no place on the sign-in page.

CREATE FUNCTION crime.has_registered_cases() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$ SELECT EXISTS (SELECT 1 FROM crime.batch WHERE NOT is_synthetic AND finished_at IS NOT NULL AND accepted > 0) $$;

-- Keeps demo accounts off from then on. The lock orders it with crime.end_demo_accounts, so that neither misses the other.
CREATE FUNCTION crime.judge_demo_account() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(4711007);
    NEW.is_active := NOT crime.has_registered_cases();
    RETURN NEW;
END
$$;
CREATE TRIGGER demo_account_judged BEFORE INSERT OR UPDATE OF is_demo, is_active ON crime.person
    FOR EACH ROW WHEN (NEW.is_demo AND NEW.is_active) EXECUTE FUNCTION crime.judge_demo_account();

CREATE FUNCTION crime.end_demo_accounts() RETURNS trigger
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
    WHERE p.id = s.person_id AND p.is_demo AND s.ended_at IS NULL;
    UPDATE crime.person SET is_active = false, security_stamp = gen_random_uuid()::text WHERE is_demo AND is_active;
    GET DIAGNOSTICS v_ended = ROW_COUNT;
    IF v_ended > 0 THEN
        PERFORM crime.write_audit('', 'demo-accounts.ended', 'batch:' || NEW.id, jsonb_build_object('accounts', v_ended::text));
    END IF;
    RETURN NULL;
END
$$;
-- At the end of the transaction: the load before it is long, and nobody should wait for its locks.
CREATE CONSTRAINT TRIGGER demo_accounts_end AFTER INSERT OR UPDATE ON crime.batch
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT NEW.is_synthetic AND NEW.finished_at IS NOT NULL AND NEW.accepted > 0) EXECUTE FUNCTION crime.end_demo_accounts();

-- A database that holds such cases already.
UPDATE crime.person_session s
SET ended_at = now()
FROM crime.person p
WHERE p.id = s.person_id AND p.is_demo AND s.ended_at IS NULL AND crime.has_registered_cases();
UPDATE crime.person SET is_active = false WHERE is_demo AND is_active AND crime.has_registered_cases();

REVOKE EXECUTE ON FUNCTION crime.has_registered_cases(), crime.judge_demo_account(), crime.end_demo_accounts() FROM PUBLIC;
