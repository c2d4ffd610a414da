-- Places from which files come by themselves (docs/adr/0030-sources.md): a folder of the server or an https address, read on a schedule under the
-- rights its owner has at that moment. An administrator sees the sources of their own and of those they manage.

CREATE TABLE crime.source (
    id                  uuid PRIMARY KEY,
    name                text NOT NULL UNIQUE CHECK (name <> '' AND length(name) <= 80),
    kind                text NOT NULL CHECK (kind IN ('folder', 'web')),
    address             text NOT NULL CHECK (length(address) <= 1000),
    -- A saved mapping, of which the newest version is used; null: the product's own form.
    mapping_name        text,
    rhythm              text NOT NULL CHECK (rhythm IN ('hourly', 'daily', 'weekly', 'monthly')),
    -- By India's clock.
    at_time             time NOT NULL,
    weekday             smallint NOT NULL CHECK (weekday BETWEEN 0 AND 6),
    day                 smallint NOT NULL CHECK (day BETWEEN 1 AND 31),
    owner_id            uuid NOT NULL REFERENCES crime.person (id) ON DELETE CASCADE,
    act                 text NOT NULL CHECK (act IN ('check', 'import')),
    is_updating         boolean NOT NULL,
    sign_in             text NOT NULL CHECK (sign_in IN ('none', 'basic', 'bearer')),
    sign_in_name        text,
    -- Encrypted with the keys of cookies and second factors.
    hidden_secret       text,
    is_paused           boolean NOT NULL DEFAULT false,
    -- Null while it is being read, or paused.
    next_at             timestamptz,
    -- Of the last content that was dealt with.
    mark                text,
    saved_at            timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX source_due ON crime.source (next_at) WHERE NOT is_paused;
CREATE INDEX source_owner ON crime.source (owner_id);

CREATE TABLE crime.source_run (
    id                  uuid PRIMARY KEY,
    source_id           uuid NOT NULL REFERENCES crime.source (id) ON DELETE CASCADE,
    state               text NOT NULL DEFAULT 'waiting'
                        CHECK (state IN ('waiting', 'running', 'nothing', 'unchanged', 'waits', 'imported', 'failed')),
    -- Null: its time had come.
    asked_by            text,
    asked_at            timestamptz NOT NULL DEFAULT now(),
    -- When a process was last woken for it.
    queued_at           timestamptz,
    started_at          timestamptz,
    told_at             timestamptz,
    finished_at         timestamptz,
    file_name           text,
    mark                text,
    sha256              bytea CHECK (length(sha256) = 32),
    upload_id           uuid,
    batch_id            uuid,
    counts              json,
    trouble             json,
    doubts              text[],
    CONSTRAINT source_run_finished CHECK ((state IN ('waiting', 'running')) = (finished_at IS NULL))
);
CREATE UNIQUE INDEX source_run_open ON crime.source_run (source_id) WHERE state IN ('waiting', 'running');
CREATE INDEX source_run_newest ON crime.source_run (source_id, asked_at DESC);
CREATE INDEX source_run_content ON crime.source_run (source_id, sha256) WHERE sha256 IS NOT NULL;

CREATE FUNCTION crime.sees_source_of(p_owner uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
    SELECT crime.current_is_admin() AND (p_owner = crime.current_person() OR crime.may_manage(p_owner))
$$;

-- Owners by name, for administrators who see their sources and for nobody else.
CREATE FUNCTION crime.source_owner_name(p_owner uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
    SELECT p.display_name FROM crime.person p WHERE p.id = p_owner AND crime.sees_source_of(p_owner)
$$;

ALTER TABLE crime.source ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.source_run ENABLE ROW LEVEL SECURITY;
CREATE POLICY managed ON crime.source USING (crime.sees_source_of(owner_id));
CREATE POLICY with_source ON crime.source_run USING (source_id IN (SELECT s.id FROM crime.source s));

-- The next run to be worked on, whosever it is; null when there is none, or one is under way. Sources whose owner is no administrator any more are
-- paused and say so.
CREATE FUNCTION crime.claim_source_run() RETURNS TABLE (run uuid, source uuid, owner uuid)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM crime.source s WHERE NOT s.is_paused AND s.next_at <= now())
        AND NOT EXISTS (SELECT 1 FROM crime.source_run r WHERE r.state IN ('waiting', 'running'))
        OR NOT pg_try_advisory_xact_lock(4711068)
    THEN
        RETURN;
    END IF;
    INSERT INTO crime.source_run (id, source_id)
    SELECT gen_random_uuid(), s.id FROM crime.source s WHERE NOT s.is_paused AND s.next_at <= now()
    ON CONFLICT DO NOTHING;
    UPDATE crime.source s SET next_at = NULL WHERE NOT s.is_paused AND s.next_at <= now();
    WITH orphaned AS (
        UPDATE crime.source_run r
        SET state = 'failed', finished_at = now(), trouble = '{"Problem":"ownerGone","Details":[]}'
        FROM crime.source s
        WHERE s.id = r.source_id
          AND (r.state = 'waiting' OR (r.state = 'running' AND r.told_at < now() - interval '30 seconds'))
          AND NOT EXISTS (SELECT 1 FROM crime.person p WHERE p.id = s.owner_id AND p.role = 3 AND p.is_active)
        RETURNING r.source_id)
    UPDATE crime.source s SET is_paused = true, next_at = NULL FROM orphaned o WHERE s.id = o.source_id;
    IF EXISTS (SELECT 1 FROM crime.source_run r WHERE r.state = 'running' AND r.told_at >= now() - interval '30 seconds') THEN
        RETURN;
    END IF;
    DELETE FROM crime.source_run r
    WHERE r.state IN ('nothing', 'unchanged') AND r.finished_at < now() - interval '31 days'
      AND EXISTS (SELECT 1 FROM crime.source_run newer WHERE newer.source_id = r.source_id AND newer.asked_at > r.asked_at);
    RETURN QUERY
    UPDATE crime.source_run r
    SET queued_at = now()
    FROM crime.source s
    WHERE s.id = r.source_id
      AND r.id = (
        SELECT o.id
        FROM crime.source_run o
        WHERE (o.state = 'waiting' AND (o.queued_at IS NULL OR o.queued_at < now() - interval '1 minute'))
           OR (o.state = 'running' AND o.told_at < now() - interval '30 seconds')
        ORDER BY o.asked_at
        LIMIT 1)
    RETURNING r.id, s.id, s.owner_id;
END
$$;

-- What demo accounts set up ends with them.
CREATE FUNCTION crime.end_demo_sources() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    DELETE FROM crime.source WHERE owner_id = NEW.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER demo_sources_end AFTER UPDATE OF is_active ON crime.person
    FOR EACH ROW WHEN (OLD.is_active AND NOT NEW.is_active AND (NEW.is_demo OR NEW.ends_with_demo)) EXECUTE FUNCTION crime.end_demo_sources();

GRANT SELECT, INSERT, UPDATE, DELETE ON crime.source, crime.source_run TO $app_role$;
REVOKE EXECUTE ON FUNCTION crime.sees_source_of(uuid), crime.source_owner_name(uuid), crime.claim_source_run(), crime.end_demo_sources() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.sees_source_of(uuid), crime.source_owner_name(uuid), crime.claim_source_run() TO $app_role$;
