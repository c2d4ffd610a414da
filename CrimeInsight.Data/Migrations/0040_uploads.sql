-- Files that administrators bring in, and what is done with them, step by step (docs/adr/0022-uploads-and-steps.md). The bytes lie on
-- disk; here is whose they are, how many have come, and what became of each step, so that a lost link, another instance or a restart
-- costs nothing. A person sees their own uploads only.

CREATE TABLE crime.upload (
    id                  uuid PRIMARY KEY,
    person_id           uuid NOT NULL,
    -- Shown to people: no path.
    file_name           text NOT NULL CHECK (file_name <> ''),
    length              bigint NOT NULL CHECK (length >= 0),
    received            bigint NOT NULL DEFAULT 0,
    state               text NOT NULL DEFAULT 'receiving' CHECK (state IN ('receiving', 'complete', 'imported')),
    created_at          timestamptz NOT NULL DEFAULT now(),
    expires_at          timestamptz NOT NULL,
    sha256              bytea CHECK (length(sha256) = 32),
    -- How its rows are read: chosen, not yet asked for.
    mapping             json,
    CONSTRAINT upload_received CHECK (received BETWEEN 0 AND length)
);
CREATE INDEX upload_person ON crime.upload (person_id, created_at DESC);
CREATE INDEX upload_expiry ON crime.upload (expires_at);

-- The newest of each kind of step. It works as the person whose upload it is.
CREATE TABLE crime.upload_step (
    upload_id           uuid NOT NULL REFERENCES crime.upload (id) ON DELETE CASCADE,
    kind                text NOT NULL CHECK (kind IN ('understand', 'check', 'import')),
    -- Of this asking: a job of an earlier one finds another here and ends.
    run                 uuid NOT NULL,
    state               text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    is_cancel_asked     boolean NOT NULL DEFAULT false,
    request             json NOT NULL,
    stage               text,
    rows                bigint NOT NULL DEFAULT 0,
    bytes               bigint NOT NULL DEFAULT 0,
    asked_at            timestamptz NOT NULL DEFAULT now(),
    started_at          timestamptz,
    -- When the process that works on it last said so; silent for long, it is gone.
    told_at             timestamptz,
    finished_at         timestamptz,
    problem             json,
    report              json,
    PRIMARY KEY (upload_id, kind),
    CONSTRAINT upload_step_finished CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL))
);

-- How foreign files are read, by the header they have. Kept for all administrators; each saving is a version, none is changed.
CREATE TABLE crime.import_mapping (
    id                  uuid PRIMARY KEY,
    name                text NOT NULL CHECK (name <> ''),
    version             integer NOT NULL CHECK (version > 0),
    -- SHA-256 of the names of the columns.
    fingerprint         bytea NOT NULL CHECK (length(fingerprint) = 32),
    mapping             json NOT NULL,
    person_id           uuid NOT NULL,
    saved_by            text NOT NULL,
    saved_at            timestamptz NOT NULL DEFAULT now(),
    UNIQUE (name, version)
);
CREATE INDEX import_mapping_fingerprint ON crime.import_mapping (fingerprint, saved_at DESC);

ALTER TABLE crime.upload ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.upload_step ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.import_mapping ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON crime.upload
    USING (person_id = (SELECT crime.current_person()) AND (SELECT crime.current_is_admin()));
CREATE POLICY with_upload ON crime.upload_step
    USING (upload_id IN (SELECT u.id FROM crime.upload u WHERE u.person_id = (SELECT crime.current_person())));
CREATE POLICY admin_reads ON crime.import_mapping FOR SELECT USING ((SELECT crime.current_is_admin()));
CREATE POLICY admin_saves ON crime.import_mapping FOR INSERT
    WITH CHECK ((SELECT crime.current_is_admin()) AND person_id = (SELECT crime.current_person()));

-- Forgets uploads, whosever they are, whose time is over and on which nothing works; returns them, for their files to be deleted.
CREATE FUNCTION crime.purge_uploads() RETURNS SETOF uuid
LANGUAGE sql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
    DELETE FROM crime.upload u
    WHERE u.expires_at < now()
      AND NOT EXISTS (
        SELECT 1 FROM crime.upload_step s
        WHERE s.upload_id = u.id AND s.state IN ('waiting', 'running') AND coalesce(s.told_at, s.asked_at) > now() - interval '1 day')
    RETURNING u.id
$$;

-- Which of some uploads are known, whosever they are: files of others are left over.
CREATE FUNCTION crime.known_uploads(p_ids uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
    SELECT u.id FROM crime.upload u WHERE u.id = ANY (p_ids)
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON crime.upload, crime.upload_step TO $app_role$;
GRANT SELECT, INSERT ON crime.import_mapping TO $app_role$;
REVOKE EXECUTE ON FUNCTION crime.purge_uploads(), crime.known_uploads(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.purge_uploads(), crime.known_uploads(uuid[]) TO $app_role$;
