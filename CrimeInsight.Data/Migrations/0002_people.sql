-- People, their jurisdictions, sessions, and the audit trail.

CREATE TABLE crime.person (
    id                  uuid PRIMARY KEY,
    user_name           text NOT NULL,
    normalized_name     text NOT NULL UNIQUE,
    display_name        text NOT NULL,
    role                smallint NOT NULL CHECK (role BETWEEN 1 AND 3),
    password_hash       text,
    security_stamp      text NOT NULL,
    concurrency_stamp   text NOT NULL,
    failed_count        integer NOT NULL DEFAULT 0,
    lockout_until       timestamptz,
    is_demo             boolean NOT NULL DEFAULT false,
    is_active           boolean NOT NULL DEFAULT true,
    culture             text,
    theme               text,
    text_scale          smallint,
    created_at          timestamptz NOT NULL DEFAULT now(),
    last_signed_in_at   timestamptz
);

CREATE TABLE crime.person_jurisdiction (
    person_id           uuid NOT NULL REFERENCES crime.person (id) ON DELETE CASCADE,
    jurisdiction_id     integer NOT NULL REFERENCES crime.jurisdiction (id),
    PRIMARY KEY (person_id, jurisdiction_id)
);

CREATE TABLE crime.person_session (
    id                  uuid PRIMARY KEY,
    person_id           uuid NOT NULL REFERENCES crime.person (id) ON DELETE CASCADE,
    started_at          timestamptz NOT NULL DEFAULT now(),
    last_seen_at        timestamptz NOT NULL DEFAULT now(),
    ended_at            timestamptz,
    device              text NOT NULL
);
CREATE INDEX person_session_person ON crime.person_session (person_id, started_at DESC);

-- The person a transaction acts for. Unset: nobody, and nobody sees nothing.
CREATE FUNCTION crime.current_person() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE
AS $$ SELECT nullif(current_setting('crimeinsight.person', true), '')::uuid $$;

-- Ordinals the current person may read. Runs as the owner; reads nothing but the person's own bindings.
CREATE FUNCTION crime.current_scope() RETURNS int4multirange
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = pg_catalog
AS $$
    SELECT coalesce(range_agg(int4range(j.ordinal, j.ordinal_until)), '{}'::int4multirange)
    FROM crime.person p
    JOIN crime.person_jurisdiction b ON b.person_id = p.id
    JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
    WHERE p.id = nullif(current_setting('crimeinsight.person', true), '')::uuid
      AND p.is_active
$$;

CREATE FUNCTION crime.current_is_admin() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED
SET search_path = pg_catalog
AS $$
    SELECT EXISTS (
        SELECT 1 FROM crime.person
        WHERE id = nullif(current_setting('crimeinsight.person', true), '')::uuid
          AND is_active AND role = 3)
$$;

-- Append-only and hash-chained: each row seals the one before it.
CREATE TABLE crime.audit (
    id                  bigint PRIMARY KEY,
    at                  timestamptz NOT NULL,
    person_id           uuid,
    user_name           text NOT NULL,
    action              text NOT NULL,
    subject             text NOT NULL,
    detail              jsonb NOT NULL,
    previous_hash       bytea NOT NULL,
    hash                bytea NOT NULL
);

CREATE FUNCTION crime.audit_hash(
    p_previous bytea, p_id bigint, p_at timestamptz, p_person uuid, p_user text, p_action text, p_subject text, p_detail jsonb)
RETURNS bytea
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT sha256(p_previous || convert_to(jsonb_build_array(
        p_id, extract(epoch FROM p_at)::text, p_person, p_user, p_action, p_subject, p_detail)::text, 'UTF8'))
$$;

-- The only way to write the trail. The lock orders writers so that the chain never forks.
CREATE FUNCTION crime.write_audit(p_user text, p_action text, p_subject text, p_detail jsonb) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_last record;
    v_id bigint;
    v_at timestamptz := clock_timestamp();
    v_person uuid := nullif(current_setting('crimeinsight.person', true), '')::uuid;
BEGIN
    PERFORM pg_advisory_xact_lock(4711002);
    SELECT id, hash INTO v_last FROM crime.audit ORDER BY id DESC LIMIT 1;
    v_id := coalesce(v_last.id, 0) + 1;
    INSERT INTO crime.audit (id, at, person_id, user_name, action, subject, detail, previous_hash, hash)
    VALUES (v_id, v_at, v_person, p_user, p_action, p_subject, p_detail, coalesce(v_last.hash, '\x'::bytea),
        crime.audit_hash(coalesce(v_last.hash, '\x'::bytea), v_id, v_at, v_person, p_user, p_action, p_subject, p_detail));
    RETURN v_id;
END
$$;

-- First row whose seal does not hold; null when the whole trail is intact.
CREATE FUNCTION crime.verify_audit() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
    SELECT min(id)
    FROM (
        SELECT id, previous_hash, hash, at, person_id, user_name, action, subject, detail,
               lag(hash, 1, '\x'::bytea) OVER (ORDER BY id) AS before,
               lag(id, 1, 0::bigint) OVER (ORDER BY id) AS id_before
        FROM crime.audit) AS trail
    WHERE previous_hash <> before
       OR id <> id_before + 1
       OR hash <> crime.audit_hash(previous_hash, id, at, person_id, user_name, action, subject, detail)
$$;

CREATE FUNCTION crime.refuse_change() RETURNS trigger
LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'crime.audit is append-only'; END $$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crime.audit
    FOR EACH STATEMENT EXECUTE FUNCTION crime.refuse_change();

-- Keys that protect cookies, shared by all instances.
CREATE TABLE crime.protection_key (
    friendly_name       text PRIMARY KEY,
    xml                 text NOT NULL,
    created_at          timestamptz NOT NULL DEFAULT now()
);
