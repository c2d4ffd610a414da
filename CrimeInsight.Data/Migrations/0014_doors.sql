-- Counts of attempts: to sign in by address, name and device, to enter the demo, to export. Shared by all instances.

CREATE TABLE crime.attempt (
    -- Core's AttemptKind.
    kind                smallint NOT NULL,
    -- A hash: people type passwords where names belong.
    key                 bytea NOT NULL,
    count               integer NOT NULL,
    -- Begin of the window they are counted in.
    since               timestamptz NOT NULL,
    blocked_until       timestamptz,
    PRIMARY KEY (kind, key)
);

-- Counts one attempt under every key, unless one of them must wait; returns how long, null when it may go on. What must wait is
-- not counted: waiting is not made longer by asking. Keys are locked in their order, so that attempts cannot meet in a deadlock.
CREATE FUNCTION crime.enter_attempt(
    p_kinds smallint[], p_keys bytea[], p_free integer[], p_first_wait interval[], p_longest_wait interval[], p_window interval[])
RETURNS interval
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_now timestamptz := clock_timestamp();
    v_wait interval;
BEGIN
    INSERT INTO crime.attempt (kind, key, count, since)
    SELECT t.kind, t.key, 0, v_now FROM unnest(p_kinds, p_keys) AS t (kind, key) ORDER BY 1, 2
    ON CONFLICT DO NOTHING;
    PERFORM 1
    FROM crime.attempt a
    WHERE (a.kind, a.key) IN (SELECT t.kind, t.key FROM unnest(p_kinds, p_keys) AS t (kind, key))
    ORDER BY a.kind, a.key
    FOR UPDATE;
    v_now := clock_timestamp();
    SELECT max(a.blocked_until) - v_now INTO v_wait
    FROM crime.attempt a
    JOIN unnest(p_kinds, p_keys) AS t (kind, key) ON a.kind = t.kind AND a.key = t.key
    WHERE a.blocked_until > v_now;
    IF v_wait IS NOT NULL THEN
        RETURN v_wait;
    END IF;
    UPDATE crime.attempt a
    SET count = n.count,
        since = n.since,
        blocked_until = CASE WHEN n.count >= n.free THEN v_now + least(n.longest_wait, n.first_wait * power(2, least(n.count - n.free, 20))) END
    FROM (
        SELECT o.kind, o.key, t.free, t.first_wait, t.longest_wait,
            CASE WHEN o.since + t.span <= v_now THEN 1 ELSE o.count + 1 END AS count,
            CASE WHEN o.since + t.span <= v_now THEN v_now ELSE o.since END AS since
        FROM crime.attempt o
        JOIN unnest(p_kinds, p_keys, p_free, p_first_wait, p_longest_wait, p_window) AS t (kind, key, free, first_wait, longest_wait, span)
            ON o.kind = t.kind AND o.key = t.key) AS n
    WHERE a.kind = n.kind AND a.key = n.key;
    RETURN NULL;
END
$$;

-- Nobody can lock out anybody else any more.
ALTER TABLE crime.person DROP COLUMN failed_count, DROP COLUMN lockout_until;

-- What is known of the trail beside its seals, which lie outside the database: for showing, not for believing.
CREATE TABLE crime.audit_check (
    id                  boolean PRIMARY KEY DEFAULT true CHECK (id),
    sealed_id           bigint,
    sealed_at           timestamptz,
    -- Fingerprint of the key.
    sealed_by           text,
    verified_at         timestamptz,
    verified_rows       bigint,
    verified_seals      bigint,
    -- Core's AuditFault, and the rows it is about; null: none.
    fault               smallint,
    fault_from          bigint,
    fault_until         bigint
);
INSERT INTO crime.audit_check DEFAULT VALUES;

GRANT SELECT, INSERT, UPDATE, DELETE ON crime.attempt TO $app_role$;
GRANT SELECT, UPDATE ON crime.audit_check TO $app_role$;
REVOKE EXECUTE ON FUNCTION crime.enter_attempt(smallint[], bytea[], integer[], interval[], interval[], interval[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.enter_attempt(smallint[], bytea[], integer[], interval[], interval[], interval[]) TO $app_role$;
