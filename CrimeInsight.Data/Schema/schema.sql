SCHEMA crime
    GRANT USAGE TO crimeinsight_app

SCHEMA public
    GRANT USAGE TO PUBLIC

SCHEMA staging
    GRANT CREATE TO crimeinsight_app
    GRANT USAGE TO crimeinsight_app

TABLE crime.audit OWNER crimeinsight_owner
    id bigint NOT NULL
    at timestamp with time zone NOT NULL
    person_id uuid
    user_name text NOT NULL
    action text NOT NULL
    subject text NOT NULL
    detail jsonb NOT NULL
    previous_hash bytea NOT NULL
    hash bytea NOT NULL
    CONSTRAINT audit_pkey PRIMARY KEY (id)
    CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON crime.audit FOR EACH STATEMENT EXECUTE FUNCTION crime.refuse_change()
    GRANT SELECT TO crimeinsight_app

TABLE crime.batch ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    kind text NOT NULL
    file_name text NOT NULL
    file_sha256 bytea
    started_at timestamp with time zone NOT NULL DEFAULT now()
    finished_at timestamp with time zone
    person_id uuid
    accepted bigint NOT NULL DEFAULT 0
    duplicates bigint NOT NULL DEFAULT 0
    rejected bigint NOT NULL DEFAULT 0
    is_synthetic boolean NOT NULL DEFAULT false
    detail jsonb NOT NULL DEFAULT '{}'::jsonb
    CONSTRAINT batch_kind_check CHECK ((kind = ANY (ARRAY['import'::text, 'demo'::text])))
    CONSTRAINT batch_pkey PRIMARY KEY (id)
    POLICY own_or_admin PERMISSIVE FOR SELECT TO public USING (((person_id = ( SELECT crime.current_person() AS current_person)) OR ( SELECT crime.current_is_admin() AS current_is_admin)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.batch_reject ROW LEVEL SECURITY OWNER crimeinsight_owner
    batch_id uuid NOT NULL
    row_number bigint NOT NULL
    column_name text NOT NULL
    value text
    reason text NOT NULL
    CONSTRAINT batch_reject_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES crime.batch(id) ON DELETE CASCADE
    CONSTRAINT batch_reject_pkey PRIMARY KEY (batch_id, row_number, column_name)
    POLICY own_or_admin PERMISSIVE FOR SELECT TO public USING ((batch_id IN ( SELECT b.id
       FROM crime.batch b)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.boundary OWNER crimeinsight_owner
    jurisdiction_id integer NOT NULL
    geometry jsonb NOT NULL
    is_approximate boolean NOT NULL
    source text NOT NULL
    CONSTRAINT boundary_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id) ON DELETE CASCADE
    CONSTRAINT boundary_pkey PRIMARY KEY (jurisdiction_id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.city OWNER crimeinsight_owner
    jurisdiction_id integer NOT NULL
    name text NOT NULL
    latitude double precision NOT NULL
    longitude double precision NOT NULL
    population integer NOT NULL
    CONSTRAINT city_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT city_pkey PRIMARY KEY (jurisdiction_id, name)
    GRANT SELECT TO crimeinsight_app

TABLE crime.crime_head OWNER crimeinsight_owner
    id smallint NOT NULL
    parent_id smallint
    code text NOT NULL
    level smallint NOT NULL
    is_sensitive boolean NOT NULL
    ncrb_name text NOT NULL
    names jsonb NOT NULL
    CONSTRAINT crime_head_check CHECK (((parent_id IS NULL) = (level = 0)))
    CONSTRAINT crime_head_code_key UNIQUE (code)
    CONSTRAINT crime_head_level_check CHECK (((level >= 0) AND (level <= 3)))
    CONSTRAINT crime_head_names_check CHECK ((names ? 'en'::text))
    CONSTRAINT crime_head_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES crime.crime_head(id)
    CONSTRAINT crime_head_pkey PRIMARY KEY (id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.data_state OWNER crimeinsight_owner
    id boolean NOT NULL DEFAULT true
    data_version bigint NOT NULL DEFAULT 0
    reference_version bigint NOT NULL DEFAULT 0
    is_synthetic boolean NOT NULL DEFAULT false
    incident_count bigint NOT NULL DEFAULT 0
    first_month date
    as_of date
    last_imported_at timestamp with time zone
    reference_hash text
    CONSTRAINT data_state_id_check CHECK (id)
    CONSTRAINT data_state_pkey PRIMARY KEY (id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.holiday OWNER crimeinsight_owner
    day date NOT NULL
    key text NOT NULL
    regions text[] NOT NULL
    is_estimated boolean NOT NULL
    names jsonb NOT NULL
    CONSTRAINT holiday_names_check CHECK ((names ? 'en'::text))
    CONSTRAINT holiday_pkey PRIMARY KEY (day, key, regions)
    GRANT SELECT TO crimeinsight_app

TABLE crime.incident PARTITION BY RANGE (occurred_on) ROW LEVEL SECURITY OWNER crimeinsight_owner
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    occurred_on date NOT NULL
    occurred_hour smallint
    head_id smallint NOT NULL
    status smallint NOT NULL
    ordinal integer NOT NULL
    victim_gender smallint NOT NULL
    victim_age_band smallint NOT NULL
    offender_gender smallint NOT NULL
    offender_age_band smallint NOT NULL
    place_precision smallint NOT NULL
    is_sensitive boolean NOT NULL
    cell_key bigint
    latitude double precision
    longitude double precision
    occurred_from timestamp with time zone NOT NULL
    occurred_until timestamp with time zone
    reported_on date NOT NULL
    property_value bigint
    batch_id uuid NOT NULL
    source text NOT NULL
    source_reference text NOT NULL
    content_hash uuid NOT NULL
    modus_operandi text
    CONSTRAINT incident_occurred_hour_check CHECK (((occurred_hour >= 0) AND (occurred_hour <= 23)))
    CONSTRAINT incident_offender_age_band_check CHECK (((offender_age_band >= 0) AND (offender_age_band <= 8)))
    CONSTRAINT incident_offender_gender_check CHECK (((offender_gender >= 0) AND (offender_gender <= 3)))
    CONSTRAINT incident_pkey PRIMARY KEY (id, occurred_on)
    CONSTRAINT incident_place_precision_check CHECK (((place_precision >= 0) AND (place_precision <= 5)))
    CONSTRAINT incident_status_check CHECK (((status >= 0) AND (status <= 4)))
    CONSTRAINT incident_victim_age_band_check CHECK (((victim_age_band >= 0) AND (victim_age_band <= 8)))
    CONSTRAINT incident_victim_gender_check CHECK (((victim_gender >= 0) AND (victim_gender <= 3)))
    CONSTRAINT place_complete CHECK ((((cell_key IS NULL) = (latitude IS NULL)) AND ((latitude IS NULL) = (longitude IS NULL))))
    CONSTRAINT sensitive_place CHECK (((NOT is_sensitive) OR (place_precision >= 2)))
    CONSTRAINT sensitive_text CHECK (((NOT is_sensitive) OR ((modus_operandi IS NULL) AND (property_value IS NULL))))
    CREATE INDEX incident_batch ON ONLY crime.incident USING btree (batch_id)
    CREATE INDEX incident_cell ON ONLY crime.incident USING btree (cell_key) INCLUDE (occurred_on, head_id, ordinal) WHERE (cell_key IS NOT NULL)
    CREATE INDEX incident_place_time ON ONLY crime.incident USING btree (ordinal, occurred_on)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.incident_2018 PARTITION OF crime.incident FOR VALUES FROM ('2018-01-01') TO ('2019-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2019 PARTITION OF crime.incident FOR VALUES FROM ('2019-01-01') TO ('2020-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2020 PARTITION OF crime.incident FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2021 PARTITION OF crime.incident FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2022 PARTITION OF crime.incident FOR VALUES FROM ('2022-01-01') TO ('2023-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2023 PARTITION OF crime.incident FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2024 PARTITION OF crime.incident FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2025 PARTITION OF crime.incident FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2026 PARTITION OF crime.incident FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2027 PARTITION OF crime.incident FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2028 PARTITION OF crime.incident FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2029 PARTITION OF crime.incident FOR VALUES FROM ('2029-01-01') TO ('2030-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2030 PARTITION OF crime.incident FOR VALUES FROM ('2030-01-01') TO ('2031-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2031 PARTITION OF crime.incident FOR VALUES FROM ('2031-01-01') TO ('2032-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2032 PARTITION OF crime.incident FOR VALUES FROM ('2032-01-01') TO ('2033-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2033 PARTITION OF crime.incident FOR VALUES FROM ('2033-01-01') TO ('2034-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2034 PARTITION OF crime.incident FOR VALUES FROM ('2034-01-01') TO ('2035-01-01') OWNER crimeinsight_owner

TABLE crime.incident_2035 PARTITION OF crime.incident FOR VALUES FROM ('2035-01-01') TO ('2036-01-01') OWNER crimeinsight_owner

TABLE crime.incident_before_2018 PARTITION OF crime.incident FOR VALUES FROM (MINVALUE) TO ('2018-01-01') OWNER crimeinsight_owner

SEQUENCE crime.incident_id_seq OWNER crimeinsight_owner
    last_value bigint NOT NULL
    log_cnt bigint NOT NULL
    is_called boolean NOT NULL

TABLE crime.incident_key ROW LEVEL SECURITY OWNER crimeinsight_owner
    source text NOT NULL
    source_reference text NOT NULL
    content_hash uuid NOT NULL
    ordinal integer NOT NULL
    batch_id uuid NOT NULL
    CONSTRAINT incident_key_pkey PRIMARY KEY (source, source_reference)
    CREATE INDEX incident_key_content ON crime.incident_key USING hash (content_hash)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.jurisdiction OWNER crimeinsight_owner
    id integer NOT NULL
    parent_id integer
    level smallint NOT NULL
    code text NOT NULL
    ordinal integer NOT NULL
    ordinal_until integer NOT NULL
    lgd_code integer
    names jsonb NOT NULL
    latitude double precision
    longitude double precision
    area_km2 double precision
    population_2011 bigint
    urban_share double precision
    valid_from date NOT NULL DEFAULT '1947-08-15'::date
    valid_until date
    is_synthetic boolean NOT NULL DEFAULT false
    CONSTRAINT jurisdiction_check CHECK ((ordinal_until > ordinal))
    CONSTRAINT jurisdiction_check1 CHECK (((parent_id IS NULL) = (level = 0)))
    CONSTRAINT jurisdiction_code_key UNIQUE (code)
    CONSTRAINT jurisdiction_level_check CHECK (((level >= 0) AND (level <= 8)))
    CONSTRAINT jurisdiction_names_check CHECK ((names ? 'en'::text))
    CONSTRAINT jurisdiction_ordinal_key UNIQUE (ordinal)
    CONSTRAINT jurisdiction_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT jurisdiction_pkey PRIMARY KEY (id)
    CREATE INDEX jurisdiction_parent ON crime.jurisdiction USING btree (parent_id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.official_count OWNER crimeinsight_owner
    jurisdiction_id integer NOT NULL
    year smallint NOT NULL
    head_id smallint NOT NULL
    cases integer NOT NULL
    basis text NOT NULL
    source text NOT NULL
    CONSTRAINT official_count_basis_check CHECK ((basis = ANY (ARRAY['official'::text, 'derived'::text, 'extended'::text])))
    CONSTRAINT official_count_cases_check CHECK ((cases >= 0))
    CONSTRAINT official_count_head_id_fkey FOREIGN KEY (head_id) REFERENCES crime.crime_head(id)
    CONSTRAINT official_count_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT official_count_pkey PRIMARY KEY (jurisdiction_id, year, head_id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.official_figure OWNER crimeinsight_owner
    scope text NOT NULL
    code text NOT NULL
    year smallint NOT NULL
    measure text NOT NULL
    value double precision NOT NULL
    source text NOT NULL
    CONSTRAINT official_figure_pkey PRIMARY KEY (scope, code, year, measure)
    GRANT SELECT TO crimeinsight_app

TABLE crime.person OWNER crimeinsight_owner
    id uuid NOT NULL
    user_name text NOT NULL
    normalized_name text NOT NULL
    display_name text NOT NULL
    role smallint NOT NULL
    password_hash text
    security_stamp text NOT NULL
    concurrency_stamp text NOT NULL
    failed_count integer NOT NULL DEFAULT 0
    lockout_until timestamp with time zone
    is_demo boolean NOT NULL DEFAULT false
    is_active boolean NOT NULL DEFAULT true
    culture text
    theme text
    text_scale smallint
    created_at timestamp with time zone NOT NULL DEFAULT now()
    last_signed_in_at timestamp with time zone
    CONSTRAINT person_normalized_name_key UNIQUE (normalized_name)
    CONSTRAINT person_pkey PRIMARY KEY (id)
    CONSTRAINT person_role_check CHECK (((role >= 1) AND (role <= 3)))
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.person_jurisdiction OWNER crimeinsight_owner
    person_id uuid NOT NULL
    jurisdiction_id integer NOT NULL
    CONSTRAINT person_jurisdiction_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT person_jurisdiction_person_id_fkey FOREIGN KEY (person_id) REFERENCES crime.person(id) ON DELETE CASCADE
    CONSTRAINT person_jurisdiction_pkey PRIMARY KEY (person_id, jurisdiction_id)
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.person_session OWNER crimeinsight_owner
    id uuid NOT NULL
    person_id uuid NOT NULL
    started_at timestamp with time zone NOT NULL DEFAULT now()
    last_seen_at timestamp with time zone NOT NULL DEFAULT now()
    ended_at timestamp with time zone
    device text NOT NULL
    CONSTRAINT person_session_person_id_fkey FOREIGN KEY (person_id) REFERENCES crime.person(id) ON DELETE CASCADE
    CONSTRAINT person_session_pkey PRIMARY KEY (id)
    CREATE INDEX person_session_person ON crime.person_session USING btree (person_id, started_at DESC)
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.population OWNER crimeinsight_owner
    jurisdiction_id integer NOT NULL
    year smallint NOT NULL
    residents bigint NOT NULL
    CONSTRAINT population_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id) ON DELETE CASCADE
    CONSTRAINT population_pkey PRIMARY KEY (jurisdiction_id, year)
    CONSTRAINT population_residents_check CHECK ((residents >= 0))
    GRANT SELECT TO crimeinsight_app

TABLE crime.protection_key OWNER crimeinsight_owner
    friendly_name text NOT NULL
    xml text NOT NULL
    created_at timestamp with time zone NOT NULL DEFAULT now()
    CONSTRAINT protection_key_pkey PRIMARY KEY (friendly_name)
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.rollup_cell ROW LEVEL SECURITY OWNER crimeinsight_owner
    zoom smallint NOT NULL
    head_id smallint NOT NULL
    cell bigint NOT NULL
    ordinal integer NOT NULL
    month date NOT NULL
    cases integer NOT NULL
    CONSTRAINT rollup_cell_pkey PRIMARY KEY (zoom, head_id, cell, ordinal, month)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_hour ROW LEVEL SECURITY OWNER crimeinsight_owner
    level smallint NOT NULL
    head_id smallint NOT NULL
    ordinal integer NOT NULL
    month date NOT NULL
    weekday smallint NOT NULL
    hour smallint NOT NULL
    cases integer NOT NULL
    CONSTRAINT rollup_hour_pkey PRIMARY KEY (level, head_id, ordinal, month, weekday, hour)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_month ROW LEVEL SECURITY OWNER crimeinsight_owner
    level smallint NOT NULL
    head_id smallint NOT NULL
    ordinal integer NOT NULL
    month date NOT NULL
    cases integer NOT NULL
    under_investigation integer NOT NULL
    chargesheeted integer NOT NULL
    closed integer NOT NULL
    convicted integer NOT NULL
    acquitted integer NOT NULL
    CONSTRAINT rollup_month_pkey PRIMARY KEY (level, head_id, ordinal, month)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_victim ROW LEVEL SECURITY OWNER crimeinsight_owner
    level smallint NOT NULL
    head_id smallint NOT NULL
    ordinal integer NOT NULL
    month date NOT NULL
    gender smallint NOT NULL
    age_band smallint NOT NULL
    cases integer NOT NULL
    CONSTRAINT rollup_victim_pkey PRIMARY KEY (level, head_id, ordinal, month, gender, age_band)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.state_rate OWNER crimeinsight_owner
    jurisdiction_id integer NOT NULL
    year smallint NOT NULL
    chargesheet_rate double precision
    conviction_rate double precision
    basis text NOT NULL
    CONSTRAINT state_rate_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT state_rate_pkey PRIMARY KEY (jurisdiction_id, year)
    GRANT SELECT TO crimeinsight_app

TABLE crime.statute OWNER crimeinsight_owner
    head_id smallint NOT NULL
    act text NOT NULL
    section text NOT NULL
    valid_from date
    valid_until date
    to_be_verified boolean NOT NULL
    CONSTRAINT statute_head_id_act_section_valid_from_key UNIQUE NULLS NOT DISTINCT (head_id, act, section, valid_from)
    CONSTRAINT statute_head_id_fkey FOREIGN KEY (head_id) REFERENCES crime.crime_head(id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.statute_pair OWNER crimeinsight_owner
    subject text NOT NULL
    ipc text
    bns text NOT NULL
    break_date date NOT NULL
    to_be_verified boolean NOT NULL
    CONSTRAINT statute_pair_ipc_bns_key UNIQUE NULLS NOT DISTINCT (ipc, bns)
    GRANT SELECT TO crimeinsight_app

TABLE crime.task_progress OWNER crimeinsight_owner
    id uuid NOT NULL
    kind text NOT NULL
    state text NOT NULL
    done bigint NOT NULL DEFAULT 0
    total bigint NOT NULL DEFAULT 0
    started_at timestamp with time zone NOT NULL DEFAULT now()
    updated_at timestamp with time zone NOT NULL DEFAULT now()
    message text
    CONSTRAINT task_progress_pkey PRIMARY KEY (id)
    CONSTRAINT task_progress_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE public.schema_migration OWNER crimeinsight_owner
    schemaversionsid integer NOT NULL DEFAULT nextval('public.schema_migration_schemaversionsid_seq'::regclass)
    scriptname character varying(255) NOT NULL
    applied timestamp without time zone NOT NULL
    CONSTRAINT "PK_schema_migration_Id" PRIMARY KEY (schemaversionsid)
    GRANT SELECT TO crimeinsight_app

SEQUENCE public.schema_migration_schemaversionsid_seq OWNER crimeinsight_owner
    last_value bigint NOT NULL
    log_cnt bigint NOT NULL
    is_called boolean NOT NULL

CREATE OR REPLACE FUNCTION crime.audit_hash(p_previous bytea, p_id bigint, p_at timestamp with time zone, p_person uuid, p_user text, p_action text, p_subject text, p_detail jsonb)
 RETURNS bytea
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT sha256(p_previous || convert_to(jsonb_build_array(
        p_id, extract(epoch FROM p_at)::text, p_person, p_user, p_action, p_subject, p_detail)::text, 'UTF8'))
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.current_is_admin()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM crime.person
        WHERE id = nullif(current_setting('crimeinsight.person', true), '')::uuid
          AND is_active AND role = 3)
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.current_person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ SELECT nullif(current_setting('crimeinsight.person', true), '')::uuid $function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.current_scope()
 RETURNS int4multirange
 LANGUAGE sql
 STABLE PARALLEL RESTRICTED SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(range_agg(int4range(j.ordinal, j.ordinal_until)), '{}'::int4multirange)
    FROM crime.person p
    JOIN crime.person_jurisdiction b ON b.person_id = p.id
    JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
    WHERE p.id = nullif(current_setting('crimeinsight.person', true), '')::uuid
      AND p.is_active
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'crime.audit is append-only'; END $function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.verify_audit()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT min(id)
    FROM (
        SELECT id, previous_hash, hash, at, person_id, user_name, action, subject, detail,
               lag(hash, 1, '\x'::bytea) OVER (ORDER BY id) AS before,
               lag(id, 1, 0::bigint) OVER (ORDER BY id) AS id_before
        FROM crime.audit) AS trail
    WHERE previous_hash <> before
       OR id <> id_before + 1
       OR hash <> crime.audit_hash(previous_hash, id, at, person_id, user_name, action, subject, detail)
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.write_audit(p_user text, p_action text, p_subject text, p_detail jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app
