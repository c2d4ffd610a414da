SCHEMA crime
    GRANT USAGE TO crimeinsight_app

SCHEMA public
    GRANT USAGE TO PUBLIC

SCHEMA staging
    GRANT USAGE TO crimeinsight_app

TABLE crime.attempt OWNER crimeinsight_owner
    kind smallint NOT NULL
    key bytea NOT NULL
    count integer NOT NULL
    since timestamp with time zone NOT NULL
    blocked_until timestamp with time zone
    CONSTRAINT attempt_pkey PRIMARY KEY (kind, key)
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

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
    CREATE INDEX audit_at ON crime.audit USING btree (at)
    CREATE INDEX audit_person ON crime.audit USING btree (person_id, id DESC)
    CREATE TRIGGER audit_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON crime.audit FOR EACH STATEMENT EXECUTE FUNCTION crime.refuse_change()
    GRANT SELECT TO crimeinsight_app

TABLE crime.audit_check OWNER crimeinsight_owner
    id boolean NOT NULL DEFAULT true
    sealed_id bigint
    sealed_at timestamp with time zone
    sealed_by text
    verified_at timestamp with time zone
    verified_rows bigint
    verified_seals bigint
    fault smallint
    fault_from bigint
    fault_until bigint
    CONSTRAINT audit_check_id_check CHECK (id)
    CONSTRAINT audit_check_pkey PRIMARY KEY (id)
    GRANT SELECT, UPDATE TO crimeinsight_app

TABLE crime.batch ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    number integer NOT NULL GENERATED ALWAYS AS IDENTITY
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
    ends_demo boolean NOT NULL DEFAULT false
    removed bigint NOT NULL DEFAULT 0
    updated bigint NOT NULL DEFAULT 0
    conflicts bigint NOT NULL DEFAULT 0
    equal_rows bigint NOT NULL DEFAULT 0
    superseded bigint NOT NULL DEFAULT 0
    changed_at timestamp with time zone
    changed_by uuid
    rolled_back_at timestamp with time zone
    likely_at timestamp with time zone
    likely_chance double precision[]
    CONSTRAINT batch_kind_check CHECK ((kind = ANY (ARRAY['import'::text, 'demo'::text])))
    CONSTRAINT batch_number_key UNIQUE (number)
    CONSTRAINT batch_pkey PRIMARY KEY (id)
    CONSTRAINT demo_accounts_end TRIGGER DEFERRABLE INITIALLY DEFERRED
    CONSTRAINT demo_places_end TRIGGER DEFERRABLE INITIALLY DEFERRED
    CONSTRAINT demo_settings_end TRIGGER DEFERRABLE INITIALLY DEFERRED
    CONSTRAINT no_row_lost CHECK (((((detail ->> 'rows'::text))::bigint IS NULL) OR (((detail ->> 'rows'::text))::bigint = ((((accepted + updated) + duplicates) + conflicts) + rejected))))
    POLICY own_or_admin PERMISSIVE FOR SELECT TO public USING (((person_id = ( SELECT crime.current_person() AS current_person)) OR ( SELECT crime.current_is_admin() AS current_is_admin)))
    CREATE TRIGGER assumed_registrations_counted AFTER UPDATE OF finished_at ON crime.batch FOR EACH ROW WHEN (((old.finished_at IS NULL) AND (new.finished_at IS NOT NULL) AND (new.accepted > 0))) EXECUTE FUNCTION crime.count_assumed_registrations()
    CREATE CONSTRAINT TRIGGER demo_accounts_end AFTER INSERT OR UPDATE OF finished_at ON crime.batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((NOT new.is_synthetic) AND (new.finished_at IS NOT NULL) AND (new.accepted > 0))) EXECUTE FUNCTION crime.end_demo_accounts()
    CREATE CONSTRAINT TRIGGER demo_places_end AFTER INSERT OR UPDATE ON crime.batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((NOT new.is_synthetic) AND (new.finished_at IS NOT NULL) AND (new.accepted > 0))) EXECUTE FUNCTION crime.end_demo_places()
    CREATE CONSTRAINT TRIGGER demo_settings_end AFTER INSERT OR UPDATE OF finished_at ON crime.batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((NOT new.is_synthetic) AND (new.finished_at IS NOT NULL) AND (new.accepted > 0))) EXECUTE FUNCTION crime.end_demo_settings()
    GRANT SELECT TO crimeinsight_app

TABLE crime.batch_conflict ROW LEVEL SECURITY OWNER crimeinsight_owner
    batch_id uuid NOT NULL
    row_number bigint NOT NULL
    twin_id bigint NOT NULL
    is_update boolean NOT NULL
    differs text[] NOT NULL
    key uuid NOT NULL
    content_hash uuid NOT NULL
    status smallint NOT NULL
    ordinal integer NOT NULL
    incident jsonb NOT NULL
    decision text
    decided_at timestamp with time zone
    decided_by uuid
    CONSTRAINT batch_conflict_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES crime.batch(id) ON DELETE CASCADE
    CONSTRAINT batch_conflict_check CHECK (((decision IS NULL) = (decided_at IS NULL)))
    CONSTRAINT batch_conflict_decision_check CHECK ((decision = ANY (ARRAY['keep'::text, 'update'::text, 'separate'::text])))
    CONSTRAINT batch_conflict_pkey PRIMARY KEY (batch_id, row_number)
    CREATE INDEX batch_conflict_key ON crime.batch_conflict USING btree (key)
    POLICY own_or_admin PERMISSIVE FOR SELECT TO public USING (((batch_id IN ( SELECT b.id
       FROM crime.batch b)) AND (ordinal <@ ( SELECT crime.current_scope() AS current_scope))))
    GRANT SELECT TO crimeinsight_app

TABLE crime.batch_duplicate ROW LEVEL SECURITY OWNER crimeinsight_owner
    batch_id uuid NOT NULL
    row_number bigint NOT NULL
    twin_id bigint NOT NULL
    CONSTRAINT batch_duplicate_pkey PRIMARY KEY (batch_id, row_number)
    POLICY own_or_admin PERMISSIVE FOR SELECT TO public USING ((batch_id IN ( SELECT b.id
       FROM crime.batch b)))
    GRANT SELECT TO crimeinsight_app

SEQUENCE crime.batch_number_seq OWNER crimeinsight_owner
    last_value bigint NOT NULL
    log_cnt bigint NOT NULL
    is_called boolean NOT NULL

TABLE crime.batch_reject ROW LEVEL SECURITY OWNER crimeinsight_owner
    batch_id uuid NOT NULL
    row_number bigint NOT NULL
    line_number bigint
    column_name text NOT NULL
    value text
    reason text NOT NULL
    suggestion text
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

VIEW crime.boundary_current OWNER crimeinsight_owner
 SELECT DISTINCT ON (jurisdiction_id) jurisdiction_id,
    geometry,
    is_approximate,
    source
   FROM ( SELECT s.jurisdiction_id,
            s.geometry,
            false AS is_approximate,
            e.source,
            e.number
           FROM (crime.boundary_shape s
             JOIN crime.boundary_edition e ON (((e.id = s.edition_id) AND (e.undone_at IS NULL))))
        UNION ALL
         SELECT b.jurisdiction_id,
            b.geometry,
            b.is_approximate,
            b.source,
            0
           FROM crime.boundary b) every
  ORDER BY jurisdiction_id, number DESC;
    jurisdiction_id integer
    geometry jsonb
    is_approximate boolean
    source text
    GRANT SELECT TO crimeinsight_app

TABLE crime.boundary_edition ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    number bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    level smallint NOT NULL
    source text NOT NULL
    file_name text NOT NULL
    file_sha256 text NOT NULL
    valid_from date NOT NULL
    places integer NOT NULL
    person_id uuid NOT NULL DEFAULT crime.current_person()
    loaded_by text NOT NULL
    loaded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    undone_at timestamp with time zone
    undone_by text
    CONSTRAINT boundary_edition_check CHECK (((undone_at IS NULL) = (undone_by IS NULL)))
    CONSTRAINT boundary_edition_file_name_check CHECK (((length(file_name) >= 1) AND (length(file_name) <= 255)))
    CONSTRAINT boundary_edition_file_sha256_check CHECK ((file_sha256 ~ '^[0-9a-f]{64}$'::text))
    CONSTRAINT boundary_edition_number_key UNIQUE (number)
    CONSTRAINT boundary_edition_pkey PRIMARY KEY (id)
    CONSTRAINT boundary_edition_places_check CHECK ((places > 0))
    CONSTRAINT boundary_edition_source_check CHECK (((length(source) >= 1) AND (length(source) <= 200)))
    CONSTRAINT boundary_edition_valid_from_check CHECK ((valid_from >= '1900-01-01'::date))
    POLICY admin_reads PERMISSIVE FOR SELECT TO public USING (( SELECT crime.current_is_admin() AS current_is_admin))
    GRANT SELECT TO crimeinsight_app

SEQUENCE crime.boundary_edition_number_seq OWNER crimeinsight_owner
    last_value bigint NOT NULL
    log_cnt bigint NOT NULL
    is_called boolean NOT NULL

TABLE crime.boundary_shape ROW LEVEL SECURITY OWNER crimeinsight_owner
    jurisdiction_id integer NOT NULL
    edition_id uuid NOT NULL
    geometry jsonb NOT NULL
    CONSTRAINT boundary_shape_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES crime.boundary_edition(id)
    CONSTRAINT boundary_shape_geometry_check CHECK (((geometry ->> 'type'::text) = ANY (ARRAY['Polygon'::text, 'MultiPolygon'::text])))
    CONSTRAINT boundary_shape_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id) ON DELETE CASCADE
    CONSTRAINT boundary_shape_pkey PRIMARY KEY (jurisdiction_id, edition_id)
    CREATE INDEX boundary_shape_edition ON crime.boundary_shape USING btree (edition_id)

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
    rank smallint
    is_residual boolean NOT NULL DEFAULT false
    CONSTRAINT crime_head_check CHECK (((parent_id IS NULL) = (level = 0)))
    CONSTRAINT crime_head_code_key UNIQUE (code)
    CONSTRAINT crime_head_level_check CHECK (((level >= 0) AND (level <= 3)))
    CONSTRAINT crime_head_names_check CHECK ((names ? 'en'::text))
    CONSTRAINT crime_head_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES crime.crime_head(id)
    CONSTRAINT crime_head_pkey PRIMARY KEY (id)
    CREATE TRIGGER sensitive_cases_follow AFTER UPDATE OF is_sensitive, parent_id ON crime.crime_head FOR EACH STATEMENT EXECUTE FUNCTION crime.protect_cases_of_head()
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
    last_occurred_on date
    last_reported_on date
    months_version bigint NOT NULL DEFAULT 0
    late_cases bigint NOT NULL DEFAULT 0
    coverage double precision
    assumed_registrations bigint NOT NULL DEFAULT 0
    minimum_total integer
    CONSTRAINT data_state_coverage_check CHECK (((coverage > (0)::double precision) AND (coverage <= (1)::double precision)))
    CONSTRAINT data_state_id_check CHECK (id)
    CONSTRAINT data_state_minimum_check CHECK ((minimum_total >= 10))
    CONSTRAINT data_state_pkey PRIMARY KEY (id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.forecast ROW LEVEL SECURITY OWNER crimeinsight_owner
    ordinal integer NOT NULL
    step smallint NOT NULL
    head_id smallint NOT NULL
    level smallint NOT NULL
    obstacle smallint
    volume_band smallint
    history_from date NOT NULL
    data_version bigint NOT NULL
    computed_at timestamp with time zone NOT NULL DEFAULT now()
    run_id uuid NOT NULL
    model text
    form text
    history bytea
    mean real[]
    bounds real[]
    detail json
    CONSTRAINT forecast_complete CHECK ((((obstacle IS NULL) = (mean IS NOT NULL)) AND ((obstacle IS NULL) = (bounds IS NOT NULL)) AND ((obstacle IS NULL) = (detail IS NOT NULL)) AND (cardinality(bounds) = (6 * cardinality(mean)))))
    CONSTRAINT forecast_pkey PRIMARY KEY (ordinal, step, head_id)
    CONSTRAINT forecast_step_check CHECK ((step = ANY (ARRAY[0, 1])))
    CONSTRAINT forecast_withheld CHECK (((NOT (obstacle IS DISTINCT FROM 2)) = (history IS NULL)))
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    GRANT SELECT TO crimeinsight_app

TABLE crime.forecast_calibration OWNER crimeinsight_owner
    step smallint NOT NULL
    data_version bigint NOT NULL
    run_id uuid NOT NULL
    computed_at timestamp with time zone NOT NULL DEFAULT now()
    calibration jsonb NOT NULL
    CONSTRAINT forecast_calibration_pkey PRIMARY KEY (step)
    CONSTRAINT forecast_calibration_step_check CHECK ((step = ANY (ARRAY[0, 1])))
    GRANT SELECT TO crimeinsight_app

TABLE crime.forecast_incoming UNLOGGED OWNER crimeinsight_owner
    ordinal integer NOT NULL
    step smallint NOT NULL
    head_id smallint NOT NULL
    level smallint NOT NULL
    obstacle smallint
    volume_band smallint
    history_from date NOT NULL
    data_version bigint NOT NULL
    computed_at timestamp with time zone NOT NULL DEFAULT now()
    run_id uuid NOT NULL
    model text
    form text
    history bytea
    mean real[]
    bounds real[]
    detail json
    GRANT INSERT TO crimeinsight_app

TABLE crime.holiday OWNER crimeinsight_owner
    day date NOT NULL
    key text NOT NULL
    regions text[] NOT NULL
    is_estimated boolean NOT NULL
    names jsonb NOT NULL
    CONSTRAINT holiday_names_check CHECK ((names ? 'en'::text))
    CONSTRAINT holiday_pkey PRIMARY KEY (day, key, regions)
    GRANT SELECT TO crimeinsight_app

TABLE crime.import_mapping ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    name text NOT NULL
    version integer NOT NULL
    fingerprint bytea NOT NULL
    mapping json NOT NULL
    person_id uuid NOT NULL
    saved_by text NOT NULL
    saved_at timestamp with time zone NOT NULL DEFAULT now()
    CONSTRAINT import_mapping_fingerprint_check CHECK ((length(fingerprint) = 32))
    CONSTRAINT import_mapping_name_check CHECK ((name <> ''::text))
    CONSTRAINT import_mapping_name_version_key UNIQUE (name, version)
    CONSTRAINT import_mapping_pkey PRIMARY KEY (id)
    CONSTRAINT import_mapping_version_check CHECK ((version > 0))
    CREATE INDEX import_mapping_fingerprint ON crime.import_mapping USING btree (fingerprint, saved_at DESC)
    POLICY admin_reads PERMISSIVE FOR SELECT TO public USING (( SELECT crime.current_is_admin() AS current_is_admin))
    POLICY admin_saves PERMISSIVE FOR INSERT TO public CHECK ((( SELECT crime.current_is_admin() AS current_is_admin) AND (person_id = ( SELECT crime.current_person() AS current_person))))
    GRANT INSERT, SELECT TO crimeinsight_app

TABLE crime.incident PARTITION BY RANGE (occurred_on) ROW LEVEL SECURITY OWNER crimeinsight_owner
    id bigint NOT NULL
    key uuid NOT NULL
    content_hash uuid NOT NULL
    occurred_from timestamp with time zone NOT NULL
    occurred_on date NOT NULL
    ordinal integer NOT NULL
    reported_on date NOT NULL
    head_id smallint NOT NULL
    status smallint NOT NULL
    victim_gender smallint NOT NULL
    victim_age_band smallint NOT NULL
    offender_gender smallint NOT NULL
    offender_age_band smallint NOT NULL
    place_precision smallint NOT NULL
    is_sensitive boolean NOT NULL
    occurred_hour smallint
    cell_key bigint
    latitude double precision
    longitude double precision
    occurred_until timestamp with time zone
    property_value bigint
    source text NOT NULL
    source_reference text
    modus_operandi text
    chargesheeted_on date
    disposed_on date
    CONSTRAINT chargesheeted_after CHECK ((chargesheeted_on >= reported_on))
    CONSTRAINT disposed_after CHECK (((disposed_on >= reported_on) AND (disposed_on >= COALESCE(chargesheeted_on, disposed_on))))
    CONSTRAINT incident_occurred_hour_check CHECK (((occurred_hour >= 0) AND (occurred_hour <= 23)))
    CONSTRAINT incident_offender_age_band_check CHECK (((offender_age_band >= 0) AND (offender_age_band <= 8)))
    CONSTRAINT incident_offender_gender_check CHECK (((offender_gender >= 0) AND (offender_gender <= 3)))
    CONSTRAINT incident_pkey PRIMARY KEY (id, occurred_on)
    CONSTRAINT incident_place_precision_check CHECK (((place_precision >= 0) AND (place_precision <= 5)))
    CONSTRAINT incident_status_check CHECK (((status >= 0) AND (status <= 4)))
    CONSTRAINT incident_victim_age_band_check CHECK (((victim_age_band >= 0) AND (victim_age_band <= 8)))
    CONSTRAINT incident_victim_gender_check CHECK (((victim_gender >= 0) AND (victim_gender <= 3)))
    CONSTRAINT minor_is_sensitive CHECK ((is_sensitive OR (NOT (((victim_age_band >= 1) AND (victim_age_band <= 4)) OR ((offender_age_band >= 1) AND (offender_age_band <= 4))))))
    CONSTRAINT place_complete CHECK ((((cell_key IS NULL) = (latitude IS NULL)) AND ((latitude IS NULL) = (longitude IS NULL))))
    CONSTRAINT registered_after CHECK ((reported_on >= occurred_on))
    CONSTRAINT sensitive_cell CHECK (((NOT is_sensitive) OR (cell_key IS NULL) OR (((cell_key & (262143)::bigint) = ANY (ARRAY[(196608)::bigint, (152917)::bigint, (109226)::bigint, (65535)::bigint])) AND (abs((((((longitude + (180)::double precision) / (360)::double precision) * (8192)::double precision) - floor((((longitude + (180)::double precision) / (360)::double precision) * (8192)::double precision))) - (0.5)::double precision)) < (0.001)::double precision) AND (abs(((((((1)::double precision - (asinh(tan(radians(latitude))) / pi())) / (2)::double precision) * (8192)::double precision) - floor(((((1)::double precision - (asinh(tan(radians(latitude))) / pi())) / (2)::double precision) * (8192)::double precision))) - (0.5)::double precision)) < (0.001)::double precision))))
    CONSTRAINT sensitive_place CHECK (((NOT is_sensitive) OR (place_precision >= 2)))
    CONSTRAINT sensitive_text CHECK (((NOT is_sensitive) OR ((modus_operandi IS NULL) AND (property_value IS NULL))))
    CONSTRAINT sensitive_time CHECK (((NOT is_sensitive) OR ((occurred_hour IS NULL) AND (occurred_from = ((occurred_on)::timestamp without time zone AT TIME ZONE 'Asia/Kolkata'::text)) AND ((occurred_until IS NULL) OR (date_trunc('day'::text, (occurred_until AT TIME ZONE 'Asia/Kolkata'::text)) = (occurred_until AT TIME ZONE 'Asia/Kolkata'::text))))))
    CONSTRAINT stage_of_status CHECK ((((chargesheeted_on IS NULL) OR (status = ANY (ARRAY[1, 3, 4]))) AND ((disposed_on IS NULL) OR (status = ANY (ARRAY[2, 3, 4])))))
    CREATE INDEX incident_cell ON ONLY crime.incident USING btree (cell_key) INCLUDE (occurred_on, head_id, ordinal) WHERE ((cell_key IS NOT NULL) AND (NOT is_sensitive))
    CREATE INDEX incident_place_registered ON ONLY crime.incident USING btree (ordinal, reported_on) INCLUDE (occurred_on, head_id, status, victim_gender, victim_age_band, is_sensitive)
    CREATE INDEX incident_place_time ON ONLY crime.incident USING btree (ordinal, occurred_on) INCLUDE (head_id, occurred_hour, status, victim_gender, victim_age_band, is_sensitive)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    CREATE TRIGGER head_is_sensitive BEFORE INSERT OR UPDATE OF head_id, is_sensitive ON crime.incident FOR EACH ROW WHEN ((NOT new.is_sensitive)) EXECUTE FUNCTION crime.require_protection()
    CREATE TRIGGER sections_truncated AFTER TRUNCATE ON crime.incident FOR EACH STATEMENT EXECUTE FUNCTION crime.truncate_sections()
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

TABLE crime.incident_history ROW LEVEL SECURITY OWNER crimeinsight_owner
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    incident_id bigint NOT NULL
    until timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    batch_id uuid NOT NULL
    row_number bigint
    ordinal integer NOT NULL
    was jsonb NOT NULL
    CONSTRAINT incident_history_pkey PRIMARY KEY (id)
    CREATE INDEX incident_history_batch ON crime.incident_history USING btree (batch_id)
    CREATE INDEX incident_history_incident ON crime.incident_history USING btree (incident_id)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
    GRANT SELECT TO crimeinsight_app

SEQUENCE crime.incident_history_id_seq OWNER crimeinsight_owner
    last_value bigint NOT NULL
    log_cnt bigint NOT NULL
    is_called boolean NOT NULL

TABLE crime.incident_section ROW LEVEL SECURITY OWNER crimeinsight_owner
    incident_id bigint NOT NULL
    place smallint NOT NULL
    occurred_on date NOT NULL
    ordinal integer NOT NULL
    is_sensitive boolean NOT NULL
    is_principal boolean NOT NULL
    act text NOT NULL
    section text NOT NULL
    subsection text NOT NULL
    CONSTRAINT incident_section_act_check CHECK ((act ~ '^[A-Z][A-Z-]{0,29}$'::text))
    CONSTRAINT incident_section_incident_id_act_section_subsection_key UNIQUE (incident_id, act, section, subsection)
    CONSTRAINT incident_section_pkey PRIMARY KEY (incident_id, place)
    CONSTRAINT incident_section_place_check CHECK (((place >= 1) AND (place <= 60)))
    CONSTRAINT incident_section_section_check CHECK ((section ~ '^[0-9]{1,3}[A-Z]{0,3}$'::text))
    CONSTRAINT incident_section_subsection_check CHECK ((subsection ~ '^(\([0-9A-Za-z]{1,7}\))*$'::text))
    CONSTRAINT protected_section CHECK ((is_sensitive OR (NOT crime.is_protected_section(act, section, subsection))))
    CREATE UNIQUE INDEX incident_section_principal ON crime.incident_section USING btree (incident_id) WHERE is_principal
    CREATE INDEX incident_section_search ON crime.incident_section USING btree (act, section, ordinal, occurred_on) INCLUDE (subsection, incident_id)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    CREATE TRIGGER changed_section_is_sensitive AFTER UPDATE ON crime.incident_section REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION crime.require_protected_case()
    CREATE TRIGGER entered_section_is_sensitive AFTER INSERT ON crime.incident_section REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION crime.require_protected_case()
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
    merged_into integer
    is_edited boolean NOT NULL DEFAULT false
    CONSTRAINT jurisdiction_check CHECK ((ordinal_until > ordinal))
    CONSTRAINT jurisdiction_check1 CHECK (((parent_id IS NULL) = (level = 0)))
    CONSTRAINT jurisdiction_code_key UNIQUE (code)
    CONSTRAINT jurisdiction_level_check CHECK (((level >= 0) AND (level <= 8)))
    CONSTRAINT jurisdiction_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES crime.jurisdiction(id)
    CONSTRAINT jurisdiction_names_check CHECK ((names ? 'en'::text))
    CONSTRAINT jurisdiction_ordinal_key UNIQUE (ordinal)
    CONSTRAINT jurisdiction_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT jurisdiction_pkey PRIMARY KEY (id)
    CREATE INDEX jurisdiction_parent ON crime.jurisdiction USING btree (parent_id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.likely_pair ROW LEVEL SECURITY OWNER crimeinsight_owner
    second_id bigint NOT NULL
    first_id bigint NOT NULL
    batch_id uuid NOT NULL
    score double precision NOT NULL
    agreement bigint NOT NULL
    decision text
    decided_at timestamp with time zone
    decided_by uuid
    state jsonb
    second_key uuid
    CONSTRAINT likely_pair_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES crime.batch(id) ON DELETE CASCADE
    CONSTRAINT likely_pair_check CHECK (((decision IS NULL) = (decided_at IS NULL)))
    CONSTRAINT likely_pair_check1 CHECK ((((state IS NOT NULL) = (NOT (decision IS DISTINCT FROM 'same'::text))) AND ((state IS NULL) = (second_key IS NULL))))
    CONSTRAINT likely_pair_decision_check CHECK ((decision = ANY (ARRAY['same'::text, 'different'::text])))
    CONSTRAINT likely_pair_pkey PRIMARY KEY (second_id, first_id)
    CONSTRAINT likely_pair_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)))
    CREATE INDEX likely_pair_batch ON crime.likely_pair USING btree (batch_id, score)
    CREATE INDEX likely_pair_first ON crime.likely_pair USING btree (first_id)
    CREATE INDEX likely_pair_key ON crime.likely_pair USING btree (second_key) WHERE (second_key IS NOT NULL)
    CREATE UNIQUE INDEX likely_pair_left ON crime.likely_pair USING btree (second_id) WHERE (decision = 'same'::text)
    POLICY own_or_admin PERMISSIVE FOR SELECT TO public USING (((batch_id IN ( SELECT b.id
       FROM crime.batch b)) AND ((state IS NULL) OR (((state ->> 'ordinal'::text))::integer <@ ( SELECT crime.current_scope() AS current_scope)))))
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

VIEW crime.official_current OWNER crimeinsight_owner security_invoker=true
 SELECT DISTINCT ON (jurisdiction_id, year, measure) jurisdiction_id,
    year,
    measure,
    cases,
    basis,
    source
   FROM ( SELECT v.jurisdiction_id,
            v.year,
            v.measure,
            v.cases,
            'official'::text AS basis,
            ((e.source || ', '::text) || e.edition) AS source,
            e.loaded_at
           FROM (crime.official_value v
             JOIN crime.official_edition e ON (((e.id = v.edition_id) AND (e.ended_at IS NULL))))
        UNION ALL
         SELECT o.jurisdiction_id,
            o.year,
            h.code,
            (o.cases)::bigint AS cases,
            o.basis,
            o.source,
            '-infinity'::timestamp with time zone
           FROM (crime.official_count o
             JOIN crime.crime_head h ON ((h.id = o.head_id)))
        UNION ALL
         SELECT j.id,
            f.year,
            f.measure,
            (f.value)::bigint AS value,
            'official'::text,
            f.source,
            '-infinity'::timestamp with time zone
           FROM (crime.official_figure f
             JOIN crime.jurisdiction j ON ((j.code = f.code)))
          WHERE (f.measure !~~ 'rate-%'::text)) every
  ORDER BY jurisdiction_id, year, measure, loaded_at DESC, (basis = 'official'::text) DESC, source;
    jurisdiction_id integer
    year smallint
    measure text
    cases bigint
    basis text
    source text
    GRANT SELECT TO crimeinsight_app

TABLE crime.official_edition ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    source text NOT NULL
    edition text NOT NULL
    file_name text NOT NULL
    file_sha256 text NOT NULL
    loaded_by text NOT NULL
    loaded_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    figures integer NOT NULL
    first_year smallint NOT NULL
    last_year smallint NOT NULL
    ended_at timestamp with time zone
    ended_by text
    replaced_by uuid
    CONSTRAINT official_edition_check CHECK ((last_year >= first_year))
    CONSTRAINT official_edition_check1 CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
    CONSTRAINT official_edition_check2 CHECK (((replaced_by IS NULL) OR (ended_at IS NOT NULL)))
    CONSTRAINT official_edition_edition_check CHECK ((edition <> ''::text))
    CONSTRAINT official_edition_figures_check CHECK ((figures > 0))
    CONSTRAINT official_edition_pkey PRIMARY KEY (id)
    CONSTRAINT official_edition_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES crime.official_edition(id)
    CONSTRAINT official_edition_source_check CHECK ((source <> ''::text))
    CREATE UNIQUE INDEX official_edition_holds ON crime.official_edition USING btree (source, edition) WHERE (ended_at IS NULL)
    POLICY change_editions PERMISSIVE FOR ALL TO public USING (crime.current_is_admin()) CHECK (crime.current_is_admin())
    POLICY read_editions PERMISSIVE FOR SELECT TO public USING (true)
    GRANT INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.official_figure OWNER crimeinsight_owner
    scope text NOT NULL
    code text NOT NULL
    year smallint NOT NULL
    measure text NOT NULL
    value double precision NOT NULL
    source text NOT NULL
    CONSTRAINT official_figure_pkey PRIMARY KEY (scope, code, year, measure)
    GRANT SELECT TO crimeinsight_app

TABLE crime.official_value ROW LEVEL SECURITY OWNER crimeinsight_owner
    edition_id uuid NOT NULL
    jurisdiction_id integer NOT NULL
    year smallint NOT NULL
    measure text NOT NULL
    cases bigint NOT NULL
    CONSTRAINT official_value_cases_check CHECK ((cases >= 0))
    CONSTRAINT official_value_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES crime.official_edition(id)
    CONSTRAINT official_value_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT official_value_pkey PRIMARY KEY (jurisdiction_id, year, measure, edition_id)
    CREATE INDEX official_value_edition ON crime.official_value USING btree (edition_id)
    POLICY add_values PERMISSIVE FOR INSERT TO public CHECK (crime.current_is_admin())
    POLICY read_values PERMISSIVE FOR SELECT TO public USING (true)
    GRANT INSERT, SELECT TO crimeinsight_app

TABLE crime.passkey_answered OWNER crimeinsight_owner
    challenge_hash bytea NOT NULL
    until timestamp with time zone NOT NULL
    CONSTRAINT passkey_answered_pkey PRIMARY KEY (challenge_hash)
    GRANT DELETE, INSERT, SELECT TO crimeinsight_app

TABLE crime.person OWNER crimeinsight_owner
    id uuid NOT NULL
    user_name text NOT NULL
    normalized_name text NOT NULL
    display_name text NOT NULL
    role smallint NOT NULL
    password_hash text
    security_stamp text NOT NULL
    concurrency_stamp text NOT NULL
    is_demo boolean NOT NULL DEFAULT false
    is_active boolean NOT NULL DEFAULT true
    culture text
    theme text
    text_scale smallint
    created_at timestamp with time zone NOT NULL DEFAULT now()
    last_signed_in_at timestamp with time zone
    ends_with_demo boolean NOT NULL DEFAULT false
    CONSTRAINT person_normalized_name_key UNIQUE (normalized_name)
    CONSTRAINT person_pkey PRIMARY KEY (id)
    CONSTRAINT person_role_check CHECK (((role >= 1) AND (role <= 3)))
    CREATE TRIGGER demo_account_judged BEFORE INSERT OR UPDATE OF is_demo, is_active, ends_with_demo ON crime.person FOR EACH ROW WHEN (((new.is_demo OR new.ends_with_demo) AND new.is_active)) EXECUTE FUNCTION crime.judge_demo_account()
    CREATE TRIGGER demo_boundaries_end AFTER UPDATE OF is_active ON crime.person FOR EACH ROW WHEN ((old.is_active AND (NOT new.is_active) AND (new.is_demo OR new.ends_with_demo))) EXECUTE FUNCTION crime.end_demo_boundaries()
    CREATE TRIGGER demo_sources_end AFTER UPDATE OF is_active ON crime.person FOR EACH ROW WHEN ((old.is_active AND (NOT new.is_active) AND (new.is_demo OR new.ends_with_demo))) EXECUTE FUNCTION crime.end_demo_sources()
    CREATE TRIGGER person_changed AFTER UPDATE OF role, is_active, security_stamp, display_name ON crime.person FOR EACH ROW WHEN (((((old.role IS DISTINCT FROM new.role) OR (old.is_active IS DISTINCT FROM new.is_active)) OR (old.security_stamp IS DISTINCT FROM new.security_stamp)) OR (old.display_name IS DISTINCT FROM new.display_name))) EXECUTE FUNCTION crime.tell_of_person('id')
    CREATE TRIGGER person_deleted AFTER DELETE ON crime.person FOR EACH ROW EXECUTE FUNCTION crime.tell_of_person('id')
    CREATE TRIGGER person_guarded BEFORE INSERT OR DELETE OR UPDATE OF user_name, normalized_name, display_name, role, password_hash, security_stamp, is_demo, is_active, ends_with_demo ON crime.person FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people()
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.person_code OWNER crimeinsight_owner
    person_id uuid NOT NULL
    code_hash bytea NOT NULL
    issued_at timestamp with time zone NOT NULL DEFAULT now()
    expires_at timestamp with time zone NOT NULL
    CONSTRAINT person_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES crime.person(id) ON DELETE CASCADE
    CONSTRAINT person_code_pkey PRIMARY KEY (person_id)

TABLE crime.person_factor OWNER crimeinsight_owner
    person_id uuid NOT NULL
    secret text NOT NULL
    last_step bigint NOT NULL
    set_at timestamp with time zone NOT NULL DEFAULT now()
    CONSTRAINT person_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES crime.person(id) ON DELETE CASCADE
    CONSTRAINT person_factor_pkey PRIMARY KEY (person_id)
    CREATE TRIGGER person_factor_guarded BEFORE INSERT OR DELETE OR UPDATE ON crime.person_factor FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people()
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.person_jurisdiction OWNER crimeinsight_owner
    person_id uuid NOT NULL
    jurisdiction_id integer NOT NULL
    CONSTRAINT person_jurisdiction_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT person_jurisdiction_person_id_fkey FOREIGN KEY (person_id) REFERENCES crime.person(id) ON DELETE CASCADE
    CONSTRAINT person_jurisdiction_pkey PRIMARY KEY (person_id, jurisdiction_id)
    CREATE TRIGGER person_jurisdiction_changed AFTER INSERT OR DELETE OR UPDATE ON crime.person_jurisdiction FOR EACH ROW EXECUTE FUNCTION crime.tell_of_person('person_id')
    CREATE TRIGGER person_jurisdiction_guarded BEFORE INSERT OR DELETE OR UPDATE ON crime.person_jurisdiction FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people()
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.person_passkey OWNER crimeinsight_owner
    credential_id bytea NOT NULL
    person_id uuid NOT NULL
    name text NOT NULL
    public_key bytea NOT NULL
    sign_count bigint NOT NULL
    transports text[] NOT NULL
    is_backup_eligible boolean NOT NULL
    is_backed_up boolean NOT NULL
    added_at timestamp with time zone NOT NULL DEFAULT now()
    used_at timestamp with time zone
    CONSTRAINT person_passkey_credential_id_check CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1023)))
    CONSTRAINT person_passkey_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
    CONSTRAINT person_passkey_person_id_fkey FOREIGN KEY (person_id) REFERENCES crime.person(id) ON DELETE CASCADE
    CONSTRAINT person_passkey_pkey PRIMARY KEY (credential_id)
    CREATE INDEX person_passkey_person ON crime.person_passkey USING btree (person_id)
    CREATE TRIGGER person_passkey_guarded BEFORE INSERT OR DELETE OR UPDATE ON crime.person_passkey FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people()
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.person_recovery OWNER crimeinsight_owner
    person_id uuid NOT NULL
    code_hash bytea NOT NULL
    CONSTRAINT person_recovery_person_id_fkey FOREIGN KEY (person_id) REFERENCES crime.person(id) ON DELETE CASCADE
    CONSTRAINT person_recovery_pkey PRIMARY KEY (person_id, code_hash)
    CREATE TRIGGER person_recovery_guarded BEFORE INSERT OR DELETE OR UPDATE ON crime.person_recovery FOR EACH STATEMENT EXECUTE FUNCTION crime.guard_people()
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
    CREATE TRIGGER person_session_ended AFTER UPDATE OF ended_at ON crime.person_session FOR EACH ROW WHEN ((old.ended_at IS DISTINCT FROM new.ended_at)) EXECUTE FUNCTION crime.tell_of_person('person_id')
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.place_alias ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    name text NOT NULL
    key text NOT NULL
    state_id integer
    jurisdiction_id integer NOT NULL
    created_by uuid NOT NULL DEFAULT crime.current_person()
    created_at timestamp with time zone NOT NULL DEFAULT now()
    CONSTRAINT place_alias_jurisdiction_id_fkey FOREIGN KEY (jurisdiction_id) REFERENCES crime.jurisdiction(id)
    CONSTRAINT place_alias_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
    CONSTRAINT place_alias_key_state_id_key UNIQUE NULLS NOT DISTINCT (key, state_id)
    CONSTRAINT place_alias_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
    CONSTRAINT place_alias_pkey PRIMARY KEY (id)
    CONSTRAINT place_alias_state_id_fkey FOREIGN KEY (state_id) REFERENCES crime.jurisdiction(id)
    POLICY admin_adds PERMISSIVE FOR INSERT TO public CHECK ((( SELECT crime.current_is_admin() AS current_is_admin) AND (created_by = ( SELECT crime.current_person() AS current_person)) AND (( SELECT j.ordinal
       FROM crime.jurisdiction j
      WHERE (j.id = place_alias.jurisdiction_id)) <@ ( SELECT crime.current_scope() AS current_scope)) AND ((state_id IS NOT NULL) OR (0 <@ ( SELECT crime.current_scope() AS current_scope)))))
    POLICY admin_removes PERMISSIVE FOR DELETE TO public USING ((( SELECT crime.current_is_admin() AS current_is_admin) AND (( SELECT j.ordinal
       FROM crime.jurisdiction j
      WHERE (j.id = place_alias.jurisdiction_id)) <@ ( SELECT crime.current_scope() AS current_scope))))
    POLICY anyone_reads PERMISSIVE FOR SELECT TO public USING (true)
    GRANT DELETE, INSERT, SELECT TO crimeinsight_app

TABLE crime.place_change OWNER crimeinsight_owner
    edit_id bigint NOT NULL
    kind text NOT NULL
    place_id integer NOT NULL
    other_id integer
    valid_from date NOT NULL
    former_code text
    former_names text[] NOT NULL DEFAULT '{}'::text[]
    CONSTRAINT place_change_edit_id_fkey FOREIGN KEY (edit_id) REFERENCES crime.place_edit(id) ON DELETE CASCADE
    CONSTRAINT place_change_pkey PRIMARY KEY (edit_id, place_id)
    GRANT SELECT TO crimeinsight_app

TABLE crime.place_edit ROW LEVEL SECURITY OWNER crimeinsight_owner
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    kind text NOT NULL
    place_id integer NOT NULL
    other_id integer
    valid_from date NOT NULL
    reason text NOT NULL
    cases bigint NOT NULL DEFAULT 0
    touched integer[] NOT NULL
    shifts jsonb NOT NULL DEFAULT '[]'::jsonb
    before jsonb NOT NULL DEFAULT '{}'::jsonb
    people jsonb NOT NULL DEFAULT '[]'::jsonb
    person_id uuid NOT NULL DEFAULT crime.current_person()
    user_name text NOT NULL
    made_at timestamp with time zone NOT NULL DEFAULT clock_timestamp()
    undone_at timestamp with time zone
    undone_by text
    CONSTRAINT place_edit_kind_check CHECK ((kind = ANY (ARRAY['add'::text, 'rename'::text, 'move'::text, 'split'::text, 'merge'::text, 'population'::text, 'point'::text])))
    CONSTRAINT place_edit_pkey PRIMARY KEY (id)
    CONSTRAINT place_edit_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 200)))
    POLICY admin_reads PERMISSIVE FOR SELECT TO public USING (( SELECT crime.current_is_admin() AS current_is_admin))

SEQUENCE crime.place_edit_id_seq OWNER crimeinsight_owner
    last_value bigint NOT NULL
    log_cnt bigint NOT NULL
    is_called boolean NOT NULL

TABLE crime.population OWNER crimeinsight_owner
    jurisdiction_id integer NOT NULL
    year smallint NOT NULL
    residents bigint NOT NULL
    source text
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

TABLE crime.result ROW LEVEL SECURITY OWNER crimeinsight_owner
    kind text NOT NULL
    ordinal integer NOT NULL
    ordinal_until integer NOT NULL
    request_hash bytea NOT NULL
    request json NOT NULL
    version integer NOT NULL
    data_version bigint NOT NULL
    reference_version bigint NOT NULL
    run_id uuid NOT NULL
    computed_at timestamp with time zone NOT NULL DEFAULT now()
    body json NOT NULL
    CONSTRAINT result_area CHECK ((ordinal_until > ordinal))
    CONSTRAINT result_pkey PRIMARY KEY (ordinal, ordinal_until, kind, request_hash)
    CONSTRAINT result_request_hash_check CHECK ((length(request_hash) = 32))
    POLICY whole_area PERMISSIVE FOR SELECT TO public USING (((int4range(ordinal, ordinal_until) <@ ( SELECT crime.current_scope() AS current_scope)) IS TRUE))
    GRANT SELECT TO crimeinsight_app

TABLE crime.result_incoming UNLOGGED OWNER crimeinsight_owner
    kind text NOT NULL
    ordinal integer NOT NULL
    ordinal_until integer NOT NULL
    request_hash bytea NOT NULL
    request json NOT NULL
    version integer NOT NULL
    data_version bigint NOT NULL
    reference_version bigint NOT NULL
    run_id uuid NOT NULL
    computed_at timestamp with time zone NOT NULL DEFAULT now()
    body json NOT NULL
    GRANT INSERT TO crimeinsight_app

TABLE crime.rollup_cell PARTITION BY RANGE (year) ROW LEVEL SECURITY OWNER crimeinsight_owner
    zoom smallint NOT NULL
    head_id smallint NOT NULL
    cell bigint NOT NULL
    ordinal integer NOT NULL
    year date NOT NULL
    slots smallint[] NOT NULL
    cases integer[] NOT NULL
    CONSTRAINT rollup_cell_pkey PRIMARY KEY (zoom, head_id, cell, ordinal, year)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_cell_2018 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2018-01-01') TO ('2019-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2019 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2019-01-01') TO ('2020-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2020 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2021 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2022 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2022-01-01') TO ('2023-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2023 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2024 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2025 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2026 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2027 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2028 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2029 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2029-01-01') TO ('2030-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2030 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2030-01-01') TO ('2031-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2031 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2031-01-01') TO ('2032-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2032 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2032-01-01') TO ('2033-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2033 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2033-01-01') TO ('2034-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2034 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2034-01-01') TO ('2035-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_2035 PARTITION OF crime.rollup_cell FOR VALUES FROM ('2035-01-01') TO ('2036-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_cell_before_2018 PARTITION OF crime.rollup_cell FOR VALUES FROM (MINVALUE) TO ('2018-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour PARTITION BY RANGE (month) ROW LEVEL SECURITY OWNER crimeinsight_owner
    level smallint NOT NULL
    head_id smallint NOT NULL
    ordinal integer NOT NULL
    month date NOT NULL
    slots smallint[] NOT NULL
    cases integer[] NOT NULL
    CONSTRAINT rollup_hour_pkey PRIMARY KEY (level, head_id, ordinal, month)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_hour_2018 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2018-01-01') TO ('2019-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2019 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2019-01-01') TO ('2020-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2020 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2021 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2022 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2022-01-01') TO ('2023-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2023 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2024 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2025 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2026 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2027 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2028 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2029 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2029-01-01') TO ('2030-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2030 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2030-01-01') TO ('2031-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2031 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2031-01-01') TO ('2032-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2032 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2032-01-01') TO ('2033-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2033 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2033-01-01') TO ('2034-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2034 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2034-01-01') TO ('2035-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_2035 PARTITION OF crime.rollup_hour FOR VALUES FROM ('2035-01-01') TO ('2036-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_hour_before_2018 PARTITION OF crime.rollup_hour FOR VALUES FROM (MINVALUE) TO ('2018-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month PARTITION BY RANGE (month) ROW LEVEL SECURITY OWNER crimeinsight_owner
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
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_month_2018 PARTITION OF crime.rollup_month FOR VALUES FROM ('2018-01-01') TO ('2019-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2019 PARTITION OF crime.rollup_month FOR VALUES FROM ('2019-01-01') TO ('2020-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2020 PARTITION OF crime.rollup_month FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2021 PARTITION OF crime.rollup_month FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2022 PARTITION OF crime.rollup_month FOR VALUES FROM ('2022-01-01') TO ('2023-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2023 PARTITION OF crime.rollup_month FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2024 PARTITION OF crime.rollup_month FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2025 PARTITION OF crime.rollup_month FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2026 PARTITION OF crime.rollup_month FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2027 PARTITION OF crime.rollup_month FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2028 PARTITION OF crime.rollup_month FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2029 PARTITION OF crime.rollup_month FOR VALUES FROM ('2029-01-01') TO ('2030-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2030 PARTITION OF crime.rollup_month FOR VALUES FROM ('2030-01-01') TO ('2031-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2031 PARTITION OF crime.rollup_month FOR VALUES FROM ('2031-01-01') TO ('2032-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2032 PARTITION OF crime.rollup_month FOR VALUES FROM ('2032-01-01') TO ('2033-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2033 PARTITION OF crime.rollup_month FOR VALUES FROM ('2033-01-01') TO ('2034-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2034 PARTITION OF crime.rollup_month FOR VALUES FROM ('2034-01-01') TO ('2035-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_2035 PARTITION OF crime.rollup_month FOR VALUES FROM ('2035-01-01') TO ('2036-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_before_2018 PARTITION OF crime.rollup_month FOR VALUES FROM (MINVALUE) TO ('2018-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered PARTITION BY RANGE (month) ROW LEVEL SECURITY OWNER crimeinsight_owner
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
    CONSTRAINT rollup_month_registered_pkey PRIMARY KEY (level, head_id, ordinal, month)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_month_registered_2018 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2018-01-01') TO ('2019-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2019 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2019-01-01') TO ('2020-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2020 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2021 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2022 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2022-01-01') TO ('2023-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2023 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2024 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2025 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2026 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2027 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2028 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2029 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2029-01-01') TO ('2030-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2030 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2030-01-01') TO ('2031-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2031 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2031-01-01') TO ('2032-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2032 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2032-01-01') TO ('2033-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2033 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2033-01-01') TO ('2034-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2034 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2034-01-01') TO ('2035-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_2035 PARTITION OF crime.rollup_month_registered FOR VALUES FROM ('2035-01-01') TO ('2036-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_month_registered_before_2018 PARTITION OF crime.rollup_month_registered FOR VALUES FROM (MINVALUE) TO ('2018-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim PARTITION BY RANGE (month) ROW LEVEL SECURITY OWNER crimeinsight_owner
    level smallint NOT NULL
    head_id smallint NOT NULL
    ordinal integer NOT NULL
    month date NOT NULL
    slots smallint[] NOT NULL
    cases integer[] NOT NULL
    CONSTRAINT rollup_victim_pkey PRIMARY KEY (level, head_id, ordinal, month)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_victim_2018 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2018-01-01') TO ('2019-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2019 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2019-01-01') TO ('2020-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2020 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2021 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2022 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2022-01-01') TO ('2023-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2023 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2024 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2025 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2026 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2027 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2028 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2029 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2029-01-01') TO ('2030-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2030 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2030-01-01') TO ('2031-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2031 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2031-01-01') TO ('2032-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2032 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2032-01-01') TO ('2033-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2033 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2033-01-01') TO ('2034-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2034 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2034-01-01') TO ('2035-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_2035 PARTITION OF crime.rollup_victim FOR VALUES FROM ('2035-01-01') TO ('2036-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_before_2018 PARTITION OF crime.rollup_victim FOR VALUES FROM (MINVALUE) TO ('2018-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered PARTITION BY RANGE (month) ROW LEVEL SECURITY OWNER crimeinsight_owner
    level smallint NOT NULL
    head_id smallint NOT NULL
    ordinal integer NOT NULL
    month date NOT NULL
    slots smallint[] NOT NULL
    cases integer[] NOT NULL
    CONSTRAINT rollup_victim_registered_pkey PRIMARY KEY (level, head_id, ordinal, month)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((((ordinal >= ( SELECT lower(crime.current_scope()) AS lower)) IS TRUE) AND ((ordinal < ( SELECT upper(crime.current_scope()) AS upper)) IS TRUE) AND (( SELECT (count(*) = 1)
       FROM unnest(crime.current_scope()) unnest(unnest)) OR (ordinal <@ ( SELECT crime.current_scope() AS current_scope)))))
    GRANT SELECT TO crimeinsight_app

TABLE crime.rollup_victim_registered_2018 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2018-01-01') TO ('2019-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2019 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2019-01-01') TO ('2020-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2020 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2020-01-01') TO ('2021-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2021 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2022 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2022-01-01') TO ('2023-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2023 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2023-01-01') TO ('2024-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2024 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2024-01-01') TO ('2025-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2025 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2026 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2026-01-01') TO ('2027-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2027 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2027-01-01') TO ('2028-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2028 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2028-01-01') TO ('2029-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2029 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2029-01-01') TO ('2030-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2030 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2030-01-01') TO ('2031-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2031 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2031-01-01') TO ('2032-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2032 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2032-01-01') TO ('2033-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2033 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2033-01-01') TO ('2034-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2034 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2034-01-01') TO ('2035-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_2035 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM ('2035-01-01') TO ('2036-01-01') OWNER crimeinsight_owner

TABLE crime.rollup_victim_registered_before_2018 PARTITION OF crime.rollup_victim_registered FOR VALUES FROM (MINVALUE) TO ('2018-01-01') OWNER crimeinsight_owner

TABLE crime.run ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    person_id uuid NOT NULL
    owner text NOT NULL
    data_version bigint NOT NULL
    versions jsonb NOT NULL
    state text NOT NULL
    is_cancel_asked boolean NOT NULL DEFAULT false
    busy_ms bigint NOT NULL DEFAULT 0
    started_at timestamp with time zone NOT NULL DEFAULT now()
    updated_at timestamp with time zone NOT NULL DEFAULT now()
    finished_at timestamp with time zone
    problem text
    CONSTRAINT run_pkey PRIMARY KEY (id)
    CONSTRAINT run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
    CREATE INDEX run_newest ON crime.run USING btree (started_at DESC)
    CREATE UNIQUE INDEX run_open ON crime.run USING btree (person_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]))
    POLICY admin_asks PERMISSIVE FOR INSERT TO public CHECK ((( SELECT crime.current_is_admin() AS current_is_admin) AND (person_id = ( SELECT crime.current_person() AS current_person))))
    POLICY admin_reads PERMISSIVE FOR SELECT TO public USING (( SELECT crime.current_is_admin() AS current_is_admin))
    POLICY admin_steers PERMISSIVE FOR UPDATE TO public USING (( SELECT crime.current_is_admin() AS current_is_admin))
    GRANT INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.run_unit ROW LEVEL SECURITY OWNER crimeinsight_owner
    run_id uuid NOT NULL
    kind text NOT NULL
    name text NOT NULL
    version integer NOT NULL
    "position" integer NOT NULL
    work bigint NOT NULL
    needs text[] NOT NULL DEFAULT '{}'::text[]
    state text NOT NULL DEFAULT 'waiting'::text
    done bigint NOT NULL DEFAULT 0
    holder uuid
    held_until timestamp with time zone
    counts jsonb NOT NULL DEFAULT '{}'::jsonb
    finished_at timestamp with time zone
    CONSTRAINT run_unit_finished CHECK (((state = 'done'::text) = (finished_at IS NOT NULL)))
    CONSTRAINT run_unit_held CHECK ((((state = 'running'::text) = (holder IS NOT NULL)) AND ((holder IS NULL) = (held_until IS NULL))))
    CONSTRAINT run_unit_pkey PRIMARY KEY (run_id, kind, name)
    CONSTRAINT run_unit_run_id_fkey FOREIGN KEY (run_id) REFERENCES crime.run(id) ON DELETE CASCADE
    CONSTRAINT run_unit_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text])))
    CONSTRAINT run_unit_work_check CHECK ((work > 0))
    POLICY owner_works PERMISSIVE FOR ALL TO public USING ((run_id IN ( SELECT r.id
       FROM crime.run r
      WHERE (r.person_id = ( SELECT crime.current_person() AS current_person)))))
    POLICY with_run PERMISSIVE FOR SELECT TO public USING ((run_id IN ( SELECT r.id
       FROM crime.run r)))
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.setting OWNER crimeinsight_owner
    key text NOT NULL
    value text NOT NULL
    changed_at timestamp with time zone NOT NULL DEFAULT now()
    user_name text NOT NULL
    ends_with_demo boolean NOT NULL
    CONSTRAINT setting_key_check CHECK ((length(key) <= 60))
    CONSTRAINT setting_minimum_check CHECK (((key <> 'MinimumTotal'::text) OR ((value)::integer >= 10)))
    CONSTRAINT setting_pkey PRIMARY KEY (key)
    CONSTRAINT setting_value_check CHECK ((length(value) <= 1000))
    CREATE TRIGGER setting_changed AFTER INSERT OR DELETE OR UPDATE ON crime.setting FOR EACH STATEMENT EXECUTE FUNCTION crime.tell_of_settings()
    GRANT SELECT TO crimeinsight_app

TABLE crime.setting_history OWNER crimeinsight_owner
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY
    key text NOT NULL
    before text
    after text
    changed_at timestamp with time zone NOT NULL DEFAULT now()
    user_name text NOT NULL
    CONSTRAINT setting_history_pkey PRIMARY KEY (id)

SEQUENCE crime.setting_history_id_seq OWNER crimeinsight_owner
    last_value bigint NOT NULL
    log_cnt bigint NOT NULL
    is_called boolean NOT NULL

TABLE crime.source ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    name text NOT NULL
    kind text NOT NULL
    address text NOT NULL
    mapping_name text
    rhythm text NOT NULL
    at_time time without time zone NOT NULL
    weekday smallint NOT NULL
    day smallint NOT NULL
    owner_id uuid NOT NULL
    act text NOT NULL
    is_updating boolean NOT NULL
    sign_in text NOT NULL
    sign_in_name text
    hidden_secret text
    is_paused boolean NOT NULL DEFAULT false
    next_at timestamp with time zone
    mark text
    saved_at timestamp with time zone NOT NULL DEFAULT now()
    CONSTRAINT source_act_check CHECK ((act = ANY (ARRAY['check'::text, 'import'::text])))
    CONSTRAINT source_address_check CHECK ((length(address) <= 1000))
    CONSTRAINT source_day_check CHECK (((day >= 1) AND (day <= 31)))
    CONSTRAINT source_kind_check CHECK ((kind = ANY (ARRAY['folder'::text, 'web'::text])))
    CONSTRAINT source_name_check CHECK (((name <> ''::text) AND (length(name) <= 80)))
    CONSTRAINT source_name_key UNIQUE (name)
    CONSTRAINT source_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES crime.person(id) ON DELETE CASCADE
    CONSTRAINT source_pkey PRIMARY KEY (id)
    CONSTRAINT source_rhythm_check CHECK ((rhythm = ANY (ARRAY['hourly'::text, 'daily'::text, 'weekly'::text, 'monthly'::text])))
    CONSTRAINT source_sign_in_check CHECK ((sign_in = ANY (ARRAY['none'::text, 'basic'::text, 'bearer'::text])))
    CONSTRAINT source_weekday_check CHECK (((weekday >= 0) AND (weekday <= 6)))
    CREATE INDEX source_due ON crime.source USING btree (next_at) WHERE (NOT is_paused)
    CREATE INDEX source_owner ON crime.source USING btree (owner_id)
    POLICY managed PERMISSIVE FOR ALL TO public USING (crime.sees_source_of(owner_id))
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.source_run ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    source_id uuid NOT NULL
    state text NOT NULL DEFAULT 'waiting'::text
    asked_by text
    asked_at timestamp with time zone NOT NULL DEFAULT now()
    queued_at timestamp with time zone
    started_at timestamp with time zone
    told_at timestamp with time zone
    finished_at timestamp with time zone
    file_name text
    mark text
    sha256 bytea
    upload_id uuid
    batch_id uuid
    counts json
    trouble json
    doubts text[]
    CONSTRAINT source_run_finished CHECK (((state = ANY (ARRAY['waiting'::text, 'running'::text])) = (finished_at IS NULL)))
    CONSTRAINT source_run_pkey PRIMARY KEY (id)
    CONSTRAINT source_run_sha256_check CHECK ((length(sha256) = 32))
    CONSTRAINT source_run_source_id_fkey FOREIGN KEY (source_id) REFERENCES crime.source(id) ON DELETE CASCADE
    CONSTRAINT source_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'nothing'::text, 'unchanged'::text, 'waits'::text, 'imported'::text, 'failed'::text])))
    CREATE INDEX source_run_content ON crime.source_run USING btree (source_id, sha256) WHERE (sha256 IS NOT NULL)
    CREATE INDEX source_run_newest ON crime.source_run USING btree (source_id, asked_at DESC)
    CREATE UNIQUE INDEX source_run_open ON crime.source_run USING btree (source_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]))
    POLICY with_source PERMISSIVE FOR ALL TO public USING ((source_id IN ( SELECT s.id
       FROM crime.source s)))
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

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
    max_punishment text
    is_main boolean NOT NULL DEFAULT true
    source text NOT NULL DEFAULT ''::text
    CONSTRAINT statute_head_id_act_section_valid_from_key UNIQUE NULLS NOT DISTINCT (head_id, act, section, valid_from)
    CONSTRAINT statute_head_id_fkey FOREIGN KEY (head_id) REFERENCES crime.crime_head(id)
    CONSTRAINT statute_max_punishment_check CHECK ((max_punishment ~ '^(death|life|fine|rider|[0-9]+[ymd])$'::text))
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

TABLE crime.upload ROW LEVEL SECURITY OWNER crimeinsight_owner
    id uuid NOT NULL
    person_id uuid NOT NULL
    file_name text NOT NULL
    length bigint NOT NULL
    received bigint NOT NULL DEFAULT 0
    state text NOT NULL DEFAULT 'receiving'::text
    created_at timestamp with time zone NOT NULL DEFAULT now()
    expires_at timestamp with time zone NOT NULL
    sha256 bytea
    mapping json
    CONSTRAINT upload_file_name_check CHECK ((file_name <> ''::text))
    CONSTRAINT upload_length_check CHECK ((length >= 0))
    CONSTRAINT upload_pkey PRIMARY KEY (id)
    CONSTRAINT upload_received CHECK (((received >= 0) AND (received <= length)))
    CONSTRAINT upload_sha256_check CHECK ((length(sha256) = 32))
    CONSTRAINT upload_state_check CHECK ((state = ANY (ARRAY['receiving'::text, 'complete'::text, 'imported'::text])))
    CREATE INDEX upload_expiry ON crime.upload USING btree (expires_at)
    CREATE INDEX upload_person ON crime.upload USING btree (person_id, created_at DESC)
    POLICY own PERMISSIVE FOR ALL TO public USING (((person_id = ( SELECT crime.current_person() AS current_person)) AND ( SELECT crime.current_is_admin() AS current_is_admin)))
    CREATE TRIGGER upload_samples_forgotten AFTER UPDATE OF state ON crime.upload FOR EACH ROW WHEN ((new.state = 'imported'::text)) EXECUTE FUNCTION crime.forget_samples()
    GRANT DELETE, INSERT, SELECT, UPDATE TO crimeinsight_app

TABLE crime.upload_step ROW LEVEL SECURITY OWNER crimeinsight_owner
    upload_id uuid NOT NULL
    kind text NOT NULL
    run uuid NOT NULL
    state text NOT NULL DEFAULT 'waiting'::text
    is_cancel_asked boolean NOT NULL DEFAULT false
    request json NOT NULL
    stage text
    rows bigint NOT NULL DEFAULT 0
    bytes bigint NOT NULL DEFAULT 0
    asked_at timestamp with time zone NOT NULL DEFAULT now()
    started_at timestamp with time zone
    told_at timestamp with time zone
    finished_at timestamp with time zone
    problem json
    report json
    CONSTRAINT upload_step_finished CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text, 'cancelled'::text])) = (finished_at IS NOT NULL)))
    CONSTRAINT upload_step_kind_check CHECK ((kind = ANY (ARRAY['understand'::text, 'check'::text, 'import'::text])))
    CONSTRAINT upload_step_pkey PRIMARY KEY (upload_id, kind)
    CONSTRAINT upload_step_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text, 'cancelled'::text])))
    CONSTRAINT upload_step_upload_id_fkey FOREIGN KEY (upload_id) REFERENCES crime.upload(id) ON DELETE CASCADE
    POLICY with_upload PERMISSIVE FOR ALL TO public USING ((upload_id IN ( SELECT u.id
       FROM crime.upload u
      WHERE (u.person_id = ( SELECT crime.current_person() AS current_person)))))
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

CREATE OR REPLACE FUNCTION crime.add_incidents(p_name text, p_suffix text, p_is_rebuilt boolean, p_old_cases bigint)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET default_statistics_target TO '30'
AS $function$
DECLARE
    v_table text := format('%s_%s_incident', p_name, p_suffix);
BEGIN
    IF NOT p_is_rebuilt THEN
        EXECUTE format('INSERT INTO crime.%I SELECT * FROM staging.%I ORDER BY ordinal, occurred_on', 'incident_' || p_suffix, v_table);
        RETURN;
    END IF;
    IF p_old_cases > 0 THEN
        EXECUTE format('INSERT INTO staging.%I SELECT * FROM crime.%I i WHERE NOT EXISTS (SELECT 1 FROM staging.%I r WHERE r.id = i.id)',
            v_table, 'incident_' || p_suffix, p_name || '_removed');
    END IF;
    EXECUTE format('ALTER TABLE staging.%I ADD PRIMARY KEY (id, occurred_on)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (ordinal, occurred_on)
        INCLUDE (head_id, occurred_hour, status, victim_gender, victim_age_band, is_sensitive)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (ordinal, reported_on)
        INCLUDE (occurred_on, head_id, status, victim_gender, victim_age_band, is_sensitive)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (cell_key) INCLUDE (occurred_on, head_id, ordinal)
        WHERE cell_key IS NOT NULL AND NOT is_sensitive', v_table);
    EXECUTE format('CREATE UNIQUE INDEX ON staging.%I (key)', v_table);
    -- What conditions and groups are about; of the rest nothing need be known.
    EXECUTE format('ANALYZE staging.%I (occurred_on, reported_on, ordinal, head_id, status, cell_key, is_sensitive)', v_table);
    PERFORM crime.plan_swap(p_name, 'incident', p_suffix);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.add_place(p_parent integer, p_code text, p_names jsonb, p_from date, p_reason text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_parent crime.jurisdiction := crime.require_place_admin(p_parent);
    v_level smallint := CASE v_parent.level WHEN 1 THEN 4 WHEN 4 THEN 7 END;
    v_edit bigint;
    v_place integer;
BEGIN
    IF v_level IS NULL THEN
        RAISE EXCEPTION 'Districts are added to states and stations to districts.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('add', 0, p_parent, '{}', p_from, p_reason);
    v_place := crime.insert_place(p_parent, v_level, p_code, p_names, p_from);
    UPDATE crime.place_edit SET place_id = v_place, touched = ARRAY[v_place] WHERE id = v_edit;
    RETURN crime.close_place_edit(v_edit);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.add_rollup(p_name text, p_suffix text, p_rollup text, p_cases bigint, p_old_cases bigint, p_is_rebuilt boolean, p_is_summed boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET default_statistics_target TO '10'
AS $function$
DECLARE
    v_sent text := format('%s_%s_%s', p_name, p_suffix, p_rollup);
    v_partition text := p_rollup || '_' || p_suffix;
    v_sum text := p_name || '_sum';
    v_key text := crime.rollup_key(p_rollup);
    v_same text := (SELECT string_agg(format('k.%1$s = r.%1$s', c), ' AND ') FROM regexp_split_to_table(v_key, ', ') AS c);
    v_is_whole boolean := p_is_rebuilt AND p_is_summed AND p_old_cases = 0;
BEGIN
    -- What becomes the partition as it was sent is added up by its key, anything else before it changes.
    IF NOT v_is_whole THEN
        PERFORM crime.require_total(p_name, p_suffix, p_rollup, p_cases);
    END IF;
    IF NOT p_is_rebuilt THEN
        EXECUTE format('CREATE TABLE staging.%I AS SELECT * FROM crime.%I LIMIT 0', v_sum, v_partition);
        EXECUTE format('INSERT INTO staging.%I %s', v_sum, crime.summed(p_rollup, format(
            'SELECT * FROM staging.%1$I UNION ALL SELECT r.* FROM crime.%2$I r WHERE EXISTS (SELECT 1 FROM staging.%1$I k WHERE %3$s)',
            v_sent, v_partition, v_same)));
        EXECUTE format('DELETE FROM crime.%I r USING staging.%I k WHERE %s', v_partition, v_sent, v_same);
        EXECUTE format('INSERT INTO crime.%I TABLE staging.%I', v_partition, v_sum);
        EXECUTE format('DROP TABLE staging.%I', v_sum);
        RETURN;
    END IF;
    IF NOT p_is_summed THEN
        EXECUTE format('CREATE TABLE staging.%I (LIKE staging.%I INCLUDING CONSTRAINTS)', v_sum, v_sent);
        EXECUTE format('INSERT INTO staging.%I %s', v_sum, crime.summed(p_rollup, format('SELECT * FROM staging.%I', v_sent)));
        EXECUTE format('DROP TABLE staging.%I', v_sent);
        EXECUTE format('ALTER TABLE staging.%I RENAME TO %I', v_sum, v_sent);
    END IF;
    IF p_old_cases > 0 THEN
        PERFORM crime.merge_rollup(v_sum, v_sent, v_partition, p_rollup);
        EXECUTE format('DROP TABLE staging.%I', v_sent);
        EXECUTE format('ALTER TABLE staging.%I RENAME TO %I', v_sum, v_sent);
    END IF;
    EXECUTE format('ALTER TABLE staging.%I ADD PRIMARY KEY (%s)', v_sent, v_key);
    IF v_is_whole THEN
        PERFORM crime.require_total(p_name, p_suffix, p_rollup, p_cases);
    END IF;
    -- Conditions and groups are about the key.
    EXECUTE format('ANALYZE staging.%I (%s)', v_sent, v_key);
    PERFORM crime.plan_swap(p_name, p_rollup, p_suffix);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.add_rollups(p_name text, p_is_summed boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_year record;
    v_table text;
BEGIN
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases + removed > 0 ORDER BY suffix', p_name || '_plan') LOOP
        FOREACH v_table IN ARRAY (crime.yearly_tables())[2:] LOOP
            CONTINUE WHEN crime.is_by_registration(v_table);
            PERFORM crime.add_rollup(p_name, v_year.suffix, v_table,
                CASE WHEN v_table = 'rollup_cell' THEN v_year.placed - v_year.removed_placed ELSE v_year.cases - v_year.removed END,
                v_year.old_cases, v_year.is_rebuilt, p_is_summed);
        END LOOP;
    END LOOP;
    PERFORM crime.plan_registered_years(p_name);
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases + removed > 0 ORDER BY suffix', p_name || '_registered_plan') LOOP
        FOREACH v_table IN ARRAY (crime.yearly_tables())[2:] LOOP
            CONTINUE WHEN NOT crime.is_by_registration(v_table);
            PERFORM crime.add_rollup(
                p_name, v_year.suffix, v_table, v_year.cases - v_year.removed, v_year.old_cases, v_year.is_rebuilt, p_is_summed);
        END LOOP;
    END LOOP;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.add_sections(p_batch uuid, p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.incident_section (incident_id, place, occurred_on, ordinal, is_sensitive, is_principal, act, section, subsection)
        SELECT s.incident_id, s.place, i.occurred_on, i.ordinal, i.is_sensitive, s.is_principal, s.act, s.section, s.subsection
        FROM staging.%I s
        JOIN crime.incident i ON i.id = s.incident_id
        WHERE i.id >= $1 AND i.id < $1 + (1::bigint << 32)
        ORDER BY s.incident_id, s.place
        $sql$, p_name || '_section') USING (SELECT b.number::bigint << 32 FROM crime.batch b WHERE b.id = p_batch);
    PERFORM crime.enter_sections(p_name);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.advance_data_state(p_batch uuid, p_name text)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_new record;
    v_before crime.data_state;
    v_version bigint;
    v_late bigint;
BEGIN
    EXECUTE format($sql$
        SELECT sum(cases) AS cases, max(last_occurred) AS last_occurred, min(first_reported) AS first_reported, max(last_reported) AS last_reported
        FROM staging.%I
        $sql$, p_name || '_count') INTO v_new;
    SELECT * INTO v_before FROM crime.data_state;
    v_late := crime.batch_cases_before(p_batch, v_new.cases::bigint, v_new.first_reported, v_new.last_reported, v_before.as_of);
    UPDATE crime.data_state AS d
    SET data_version = d.data_version + 1,
        incident_count = d.incident_count + v_new.cases,
        is_synthetic = d.is_synthetic OR b.is_synthetic,
        first_month = least(d.first_month, date_trunc('month', v_new.first_reported)::date),
        last_occurred_on = greatest(d.last_occurred_on, v_new.last_occurred),
        last_reported_on = greatest(d.last_reported_on, v_new.last_reported),
        last_imported_at = clock_timestamp(),
        late_cases = d.late_cases + v_late,
        coverage = (b.detail ->> 'coverage')::double precision
    FROM crime.batch b
    WHERE b.id = p_batch
    RETURNING d.data_version INTO v_version;
    UPDATE crime.data_state
    SET as_of = least(
        date_trunc('month', last_occurred_on + interval '1 month'),
        date_trunc('month', greatest(last_occurred_on, last_reported_on) + interval '1 day'))::date;
    UPDATE crime.data_state
    SET months_version = v_version, late_cases = 0
    WHERE as_of IS DISTINCT FROM v_before.as_of
       OR first_month IS DISTINCT FROM v_before.first_month
       OR late_cases * 100 * greatest((as_of - first_month) / 30, 1) > incident_count;
    RETURN v_version;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.are_of_one_state(p_one integer, p_other integer)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1 FROM crime.jurisdiction s
        WHERE s.level = 1 AND s.ordinal < p_one AND p_one < s.ordinal_until AND s.ordinal < p_other AND p_other < s.ordinal_until)
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.assumed_registrations(p_detail jsonb, p_accepted bigint)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT least(coalesce(sum((w ->> 'Rows')::bigint), 0), p_accepted)::bigint
    FROM jsonb_array_elements(CASE jsonb_typeof(p_detail -> 'warnings') WHEN 'array' THEN p_detail -> 'warnings' ELSE '[]' END) AS w
    WHERE w ->> 'warning' = 'ReportDateAssumed'
$function$
    OWNER crimeinsight_owner

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

CREATE OR REPLACE FUNCTION crime.batch_cases_before(p_batch uuid, p_cases bigint, p_first date, p_last date, p_day date)
 RETURNS bigint
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_number bigint := (SELECT b.number FROM crime.batch b WHERE b.id = p_batch);
BEGIN
    IF p_day IS NULL OR p_first >= p_day THEN
        RETURN 0;
    END IF;
    IF p_last < p_day THEN
        RETURN p_cases;
    END IF;
    -- The upper half of an id is the number of its batch.
    RETURN (
        SELECT count(*)
        FROM crime.incident i
        WHERE i.id >= v_number << 32
          AND i.id < (v_number + 1) << 32
          AND i.occurred_on < p_day
          AND i.reported_on < p_day);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.batch_changes(p_batch uuid, p_suffix text)
 RETURNS TABLE(sign smallint, occurred_on date, reported_on date, occurred_hour smallint, head_id smallint, status smallint, ordinal integer, victim_gender smallint, victim_age_band smallint, cell_key bigint, is_sensitive boolean)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_facts constant text := 'i.occurred_on, i.reported_on, i.occurred_hour, i.head_id, i.status, i.ordinal, i.victim_gender, i.victim_age_band, '
        || 'i.cell_key, i.is_sensitive';
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT (-1)::smallint, %1$s FROM staging.%2$I i WHERE i.id IN (SELECT u.id FROM staging.%3$I u)
        UNION ALL
        SELECT (-1)::smallint, %1$s FROM staging.%4$I r JOIN crime.%5$I i ON i.id = r.id AND i.occurred_on = r.occurred_on
        UNION ALL
        SELECT 1::smallint, %1$s FROM staging.%6$I i WHERE crime.suffix_of(i.occurred_on) = $1
        $sql$, v_facts, format('%s_%s_incident', v_name, p_suffix), v_name || '_unstored', v_name || '_removed', 'incident_' || p_suffix,
        v_name || '_merged') USING p_suffix;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.batch_years(p_batch uuid)
 RETURNS SETOF text
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT suffix
        FROM staging.%I
        WHERE EXISTS (SELECT 1 FROM staging.%I) OR EXISTS (SELECT 1 FROM staging.%I) OR EXISTS (SELECT 1 FROM staging.%I)
        ORDER BY suffix
        $sql$, v_name || '_year', v_name || '_unstored', v_name || '_removed', v_name || '_merged');
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.bind_person(p_person uuid, p_jurisdictions integer[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.change_person(p_id uuid, p_display_name text, p_role smallint, p_jurisdictions integer[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.change_setting(p_key text, p_value text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.changes(p_was jsonb, p_is jsonb)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(array_agg(c.key ORDER BY c.key), '{}')
    FROM jsonb_each(p_is) AS c
    WHERE c.key NOT IN ('id', 'key', 'content_hash', 'source', 'suffix')
      AND c.value IS DISTINCT FROM p_was -> c.key
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.check_batch(p_batch uuid, p_keys_differ boolean, p_keeps_equal boolean, p_updates boolean, OUT accepted bigint, OUT updated bigint, OUT duplicates bigint, OUT conflicts bigint, OUT rejected bigint, OUT equal_rows bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    PERFORM crime.require_one_kind(p_batch);
    PERFORM crime.list_rows(v_name);
    PERFORM crime.count_rows(v_name);
    PERFORM crime.refuse_rows(v_name);
    PERFORM crime.close_sections(p_batch, v_name);
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint FROM staging.%I', v_name || '_count') INTO accepted;
    -- A file of which nothing is left ends nothing and takes no place.
    IF accepted = 0 THEN
        EXECUTE format('TRUNCATE staging.%I, staging.%I', v_name || '_removed', v_name || '_history');
    END IF;
    IF accepted > 0 AND (SELECT b.ends_demo AND d.is_synthetic FROM crime.batch b CROSS JOIN crime.data_state d WHERE b.id = p_batch) THEN
        UPDATE crime.batch SET removed = crime.remove_synthetic() WHERE id = p_batch;
    END IF;
    equal_rows := CASE WHEN p_keys_differ THEN 0 ELSE crime.number_equal_rows(v_name, p_keeps_equal) END;
    UPDATE crime.batch b SET equal_rows = check_batch.equal_rows WHERE b.id = p_batch AND check_batch.equal_rows > 0;
    PERFORM crime.find_known(v_name);
    PERFORM crime.find_others(v_name, p_keys_differ);
    PERFORM crime.judge_others(v_name, p_updates);
    PERFORM crime.judge_places(v_name);
    SELECT f.updated, f.duplicates, f.conflicts INTO updated, duplicates, conflicts FROM crime.count_fates(v_name) f;
    accepted := accepted - updated - duplicates - conflicts;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', v_name || '_reject') INTO rejected;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.claim_source_run()
 RETURNS TABLE(run uuid, source uuid, owner uuid)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.close_place_edit(p_edit bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_edit crime.place_edit;
    v_codes jsonb;
BEGIN
    UPDATE crime.place_edit e
    SET people = (
        SELECT coalesce(jsonb_agg(jsonb_build_object('name', p.display_name, 'gains', t.gains) ORDER BY p.display_name), '[]')
        FROM (
            SELECT coalesce(b.key, a.key) AS person, NOT coalesce(b.value, '[]') @> coalesce(a.value, '[]') AS gains
            FROM jsonb_each(e.before -> 'seeing') b
            FULL JOIN jsonb_each(crime.people_seeing(ARRAY(SELECT (j -> 'id')::integer FROM jsonb_array_elements(e.before -> 'places') j))) a
                ON a.key = b.key
            WHERE a.value IS DISTINCT FROM b.value) AS t
        JOIN crime.person p ON p.id = t.person::uuid)
    WHERE e.id = p_edit
    RETURNING * INTO v_edit;
    UPDATE crime.data_state SET reference_version = reference_version + 1, data_version = data_version + 1, months_version = data_version + 1;
    SELECT jsonb_agg(j.code ORDER BY j.code) INTO v_codes FROM crime.jurisdiction j WHERE j.id IN (v_edit.place_id, v_edit.other_id);
    PERFORM crime.write_audit(v_edit.user_name, 'place.' || v_edit.kind, 'place-edit:' || v_edit.id,
        jsonb_build_object('places', v_codes, 'from', v_edit.valid_from, 'reason', v_edit.reason, 'cases', v_edit.cases::text));
    RETURN p_edit;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.close_sections(p_batch uuid, p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_is_foreign boolean;
BEGIN
    EXECUTE format('REVOKE INSERT ON staging.%I FROM %I', p_name || '_section', session_user);
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I s WHERE s.incident_id >> 32 <> $1)', p_name || '_section')
        INTO v_is_foreign USING (SELECT b.number::bigint FROM crime.batch b WHERE b.id = p_batch);
    IF v_is_foreign THEN
        RAISE EXCEPTION 'Sections of cases of other batches.' USING ERRCODE = '42501';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.code_fits(p_person uuid, p_code_hash bytea)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
        SELECT 1
        FROM crime.person_code c
        JOIN crime.person p ON p.id = c.person_id
        WHERE c.person_id = p_person AND c.code_hash = p_code_hash AND c.expires_at > now() AND p.is_active)
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.commit_batch(p_batch uuid, p_file_sha256 bytea, p_detail jsonb, p_is_summed boolean, OUT accepted bigint, OUT updated bigint, OUT duplicates bigint, OUT conflicts bigint, OUT rejected bigint, OUT equal_rows bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET maintenance_work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_removed bigint;
BEGIN
    PERFORM crime.require_open(p_batch);
    INSERT INTO crime.batch_reject (batch_id, row_number, line_number, column_name, value, reason, suggestion)
    SELECT p_batch, r.row_number, r.line_number, r.column_name, r.value, r.reason, r.suggestion FROM crime.staged_rejects(v_name) r;
    rejected := (SELECT count(DISTINCT row_number) FROM crime.batch_reject WHERE batch_id = p_batch);
    SELECT f.updated, f.duplicates, f.conflicts INTO updated, duplicates, conflicts FROM crime.count_fates(v_name) f;
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint - $1, coalesce(sum(removed), 0)::bigint FROM staging.%I', v_name || '_plan')
        INTO accepted, v_removed USING crime.count_changed(v_name);
    PERFORM crime.keep_fates(p_batch, v_name);
    UPDATE crime.batch AS b
    SET finished_at = clock_timestamp(), accepted = commit_batch.accepted, updated = commit_batch.updated, duplicates = commit_batch.duplicates,
        conflicts = commit_batch.conflicts, rejected = commit_batch.rejected, superseded = v_removed - crime.count_changed(v_name),
        file_sha256 = p_file_sha256, detail = p_detail
    WHERE b.id = p_batch
    RETURNING b.equal_rows INTO equal_rows;
    PERFORM crime.add_rollups(v_name, p_is_summed);
    IF accepted + v_removed > 0 THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM crime.add_sections(p_batch, v_name);
        PERFORM pg_notify('crimeinsight_data',
            (CASE WHEN v_removed > 0 THEN crime.recount_data_state(v_name) ELSE crime.advance_data_state(p_batch, v_name) END)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.commit_decision(p_batch uuid, p_decision text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    PERFORM crime.keep_history(p_batch, v_name);
    UPDATE crime.batch
    SET conflicts = conflicts - (p_decision <> 'keep')::integer,
        updated = updated + (p_decision = 'update')::integer,
        accepted = accepted + (p_decision = 'separate')::integer
    WHERE id = p_batch;
    PERFORM crime.add_rollups(v_name, false);
    IF p_decision <> 'keep' THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM crime.enter_sections(v_name);
        PERFORM pg_notify('crimeinsight_data', crime.recount_data_state(v_name)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.commit_pairs(p_batch uuid, OUT decided bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET maintenance_work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_left bigint;
    v_back bigint;
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format('SELECT (SELECT count(*) FROM staging.%I), (SELECT count(*) FROM staging.%I)', v_name || '_removed', v_name || '_merged')
        INTO v_left, v_back;
    EXECUTE format($sql$
        INSERT INTO crime.batch_duplicate (batch_id, row_number, twin_id)
        SELECT $1, a.second_id & 4294967295, p.first_id
        FROM staging.%I a
        JOIN crime.likely_pair p ON p.second_id = a.second_id AND p.decision = 'same'
        $sql$, v_name || '_pair') USING p_batch;
    EXECUTE format('DELETE FROM crime.batch_duplicate d USING staging.%I m WHERE d.batch_id = $1 AND d.row_number = m.id & 4294967295', v_name || '_merged')
        USING p_batch;
    UPDATE crime.batch b SET accepted = b.accepted - v_left + v_back, duplicates = b.duplicates + v_left - v_back WHERE b.id = p_batch;
    PERFORM crime.add_rollups(v_name, false);
    IF v_left + v_back > 0 THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM crime.enter_sections(v_name);
        PERFORM pg_notify('crimeinsight_data', crime.recount_data_state(v_name)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
    decided := v_left + v_back;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.commit_rollback(p_batch uuid, OUT removed bigint, OUT restored bigint, OUT orphaned bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET maintenance_work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_number bigint := (SELECT b.number FROM crime.batch b WHERE b.id = p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format('SELECT (SELECT count(*) FROM staging.%I WHERE id >> 32 = $1), (SELECT count(*) FROM staging.%I)',
        v_name || '_removed', v_name || '_merged') INTO removed, restored USING v_number;
    PERFORM crime.part_pairs(p_batch, v_number);
    SELECT count(*) INTO orphaned
    FROM crime.batch_duplicate d
    JOIN crime.batch b ON b.id = d.batch_id
    WHERE d.twin_id >= v_number << 32 AND d.twin_id < (v_number + 1) << 32 AND d.batch_id <> p_batch AND b.rolled_back_at IS NULL;
    UPDATE crime.batch SET rolled_back_at = changed_at WHERE id = p_batch;
    DELETE FROM crime.incident_history WHERE batch_id = p_batch;
    PERFORM crime.add_rollups(v_name, false);
    IF removed + restored > 0 THEN
        PERFORM crime.swap_partitions(v_name);
        PERFORM crime.enter_sections(v_name);
        PERFORM pg_notify('crimeinsight_data', crime.recount_data_state(v_name)::text);
    END IF;
    PERFORM crime.drop_staging(v_name);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.compare_sections(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_any boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I k WHERE k.has_reference AND k.is_same) AND EXISTS (SELECT 1 FROM staging.%I)',
        p_name || '_known', p_name || '_section') INTO v_any;
    IF NOT v_any THEN
        RETURN;
    END IF;
    EXECUTE format('ANALYZE staging.%I (id, twin_id), staging.%I (incident_id)', p_name || '_known', p_name || '_section');
    EXECUTE format($sql$
        UPDATE staging.%1$I k
        SET is_same = false
        FROM (
            SELECT p.id
            FROM staging.%1$I p
            JOIN (
                SELECT s.incident_id, sum(hashtextextended(concat_ws(' ', s.act, s.section, s.subsection), 0)) AS names
                FROM staging.%2$I s
                GROUP BY s.incident_id) AS n ON n.incident_id = p.id
            LEFT JOIN (
                SELECT s.incident_id, sum(hashtextextended(concat_ws(' ', s.act, s.section, s.subsection), 0)) AS names
                FROM crime.incident_section s
                WHERE s.incident_id IN (SELECT t.twin_id FROM staging.%1$I t)
                GROUP BY s.incident_id) AS o ON o.incident_id = p.twin_id
            WHERE p.has_reference
              AND p.is_same
              AND o.names IS DISTINCT FROM n.names) AS d
        WHERE k.id = d.id
        $sql$, p_name || '_known', p_name || '_section');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.contradictions(o crime.incident, n crime.incident)
 RETURNS text[]
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    RETURN array_remove(ARRAY[
        CASE WHEN n.occurred_on <> o.occurred_on
            OR (n.occurred_hour IS NOT NULL AND o.occurred_hour IS NOT NULL AND n.occurred_from <> o.occurred_from) THEN 'occurred_from' END,
        CASE WHEN n.ordinal <> o.ordinal AND NOT EXISTS (
            SELECT 1 FROM crime.jurisdiction j WHERE j.ordinal = o.ordinal AND n.ordinal > j.ordinal AND n.ordinal < j.ordinal_until)
            THEN 'jurisdiction_code' END,
        CASE WHEN n.head_id <> o.head_id THEN 'head_code' END,
        CASE WHEN o.is_sensitive AND NOT n.is_sensitive THEN 'is_sensitive' END,
        CASE WHEN n.cell_key >> 18 <> o.cell_key >> 18 OR (NOT n.is_sensitive AND n.cell_key <> o.cell_key) THEN 'latitude' END,
        CASE WHEN crime.status_step(n.status) < crime.status_step(o.status) THEN 'status' END,
        CASE WHEN n.victim_gender <> o.victim_gender AND n.victim_gender > 0 AND o.victim_gender > 0 THEN 'victim_gender' END,
        CASE WHEN n.victim_age_band <> o.victim_age_band AND n.victim_age_band > 0 AND o.victim_age_band > 0 THEN 'victim_age' END,
        CASE WHEN n.offender_gender <> o.offender_gender AND n.offender_gender > 0 AND o.offender_gender > 0 THEN 'offender_gender' END,
        CASE WHEN n.offender_age_band <> o.offender_age_band AND n.offender_age_band > 0 AND o.offender_age_band > 0 THEN 'offender_age' END],
        NULL);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.contradictions(p_was jsonb, p_row jsonb)
 RETURNS text[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT CASE
        WHEN crime.section_names(p_was) <> '[]' AND crime.names_other_sections(p_was, p_row) THEN array_remove(c.columns, 'head_code')
        ELSE c.columns END
    FROM (
        SELECT crime.contradictions(
            jsonb_populate_record(NULL::crime.incident, p_was), jsonb_populate_record(NULL::crime.incident, p_row)) AS columns) AS c
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.count_assumed_registrations()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE crime.data_state
    SET assumed_registrations = assumed_registrations + crime.assumed_registrations(NEW.detail, NEW.accepted);
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.count_changed(p_name text)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_cases bigint;
BEGIN
    EXECUTE format('SELECT count(*) FROM staging.%I', p_name || '_merged') INTO v_cases;
    RETURN v_cases;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.count_fates(p_name text, OUT updated bigint, OUT duplicates bigint, OUT conflicts bigint)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    EXECUTE format($sql$
        SELECT count(DISTINCT id) FILTER (WHERE fate = 'update'), count(DISTINCT id) FILTER (WHERE fate = 'duplicate'),
            count(DISTINCT id) FILTER (WHERE fate = 'conflict')
        FROM staging.%I
        $sql$, p_name || '_unstored') INTO updated, duplicates, conflicts;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.count_removed(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I AS
        SELECT crime.suffix_of(i.occurred_on) AS suffix, crime.suffix_of(i.reported_on) AS registered, count(*) AS cases,
            count(i.cell_key) FILTER (WHERE NOT i.is_sensitive) AS placed,
            count(*) FILTER (WHERE i.reported_on < d.as_of AND (m.head_id, m.ordinal, m.occurred_on, m.reported_on, m.cell_key)
                IS DISTINCT FROM (i.head_id, i.ordinal, i.occurred_on, i.reported_on, i.cell_key)) AS late
        FROM staging.%I r
        JOIN crime.incident i ON i.id = r.id AND i.occurred_on = r.occurred_on
        LEFT JOIN staging.%I m ON m.id = r.id
        CROSS JOIN crime.data_state d
        GROUP BY 1, 2
        $sql$, p_name || '_leaving', p_name || '_removed', p_name || '_merged');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.count_rows(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET parallel_tuple_cost TO '0'
AS $function$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I AS
        SELECT g.suffix, (g.facts >> 18)::double precision AS registered, (((g.facts >> 2) & 65535) - 32768)::smallint AS head_id,
            (g.facts & 2) <> 0 AS is_sensitive, (g.facts & 1) <> 0 AS has_reference,
            g.cases, g.placed, g.first_occurred, g.last_occurred, g.first_reported, g.last_reported
        FROM (
            SELECT s.suffix,
                (date_part('year', s.reported_on)::bigint << 18) | ((s.head_id + 32768)::bigint << 2)
                    | CASE WHEN s.is_sensitive THEN 2 ELSE 0 END | CASE WHEN s.key <> s.content_hash THEN 1 ELSE 0 END AS facts,
                count(*) AS cases, count(s.cell_key) FILTER (WHERE NOT s.is_sensitive) AS placed, min(s.occurred_on) AS first_occurred,
                max(s.occurred_on) AS last_occurred, min(s.reported_on) AS first_reported, max(s.reported_on) AS last_reported
            FROM staging.%I s
            GROUP BY 1, 2) AS g
        $sql$, p_name || '_count', p_name || '_rows');
END
$function$
    OWNER crimeinsight_owner

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

CREATE OR REPLACE FUNCTION crime.current_sees_country()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (SELECT 1 FROM crime.jurisdiction WHERE level = 0 AND int4range(ordinal, ordinal_until) <@ crime.current_scope())
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.describe_person(p_person uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.district_ordinals(p_places integer[])
 RETURNS integer[]
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT ARRAY(
        SELECT DISTINCT a.ordinal
        FROM crime.jurisdiction j
        JOIN crime.jurisdiction a ON j.ordinal >= a.ordinal AND j.ordinal < a.ordinal_until
        WHERE j.id = ANY (p_places) AND a.level BETWEEN 2 AND 6)
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.drop_staging(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_table text;
BEGIN
    FOR v_table IN SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'staging' AND starts_with(t.tablename::text, p_name || '_') LOOP
        EXECUTE format('DROP TABLE staging.%I', v_table);
    END LOOP;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.enable_person(p_id uuid, p_is_active boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.end_boundaries(p_id uuid, p_by text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE crime.boundary_edition SET undone_at = clock_timestamp(), undone_by = p_by WHERE id = p_id;
    UPDATE crime.data_state SET reference_version = reference_version + 1;
    PERFORM crime.write_audit(p_by, 'boundary.undone', 'boundary-edition:' || p_id, jsonb_build_object('source', e.source, 'places', e.places::text))
    FROM crime.boundary_edition e
    WHERE e.id = p_id;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.end_demo_accounts()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.end_demo_boundaries()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.end_boundaries(e.id, NEW.user_name)
    FROM crime.boundary_edition e
    WHERE e.person_id = NEW.id
      AND e.undone_at IS NULL
      AND NOT EXISTS (
          SELECT 1
          FROM crime.later_boundaries(e.id) later
          LEFT JOIN crime.person p ON p.id = later.person_id
          WHERE (p.is_demo OR p.ends_with_demo) IS NOT TRUE);
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.end_demo_places()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_edit bigint;
BEGIN
    FOR v_edit IN
        SELECT e.id
        FROM crime.place_edit e
        JOIN crime.person p ON p.id = e.person_id
        WHERE (p.is_demo OR p.ends_with_demo) AND e.undone_at IS NULL
        ORDER BY e.id DESC
    LOOP
        BEGIN
            PERFORM crime.undo_place_edit(v_edit);
        EXCEPTION WHEN insufficient_privilege OR object_in_use OR foreign_key_violation OR unique_violation THEN
            NULL;
        END;
    END LOOP;
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.end_demo_settings()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    DELETE FROM crime.setting WHERE ends_with_demo;
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.end_demo_sources()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    DELETE FROM crime.source WHERE owner_id = NEW.id;
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.end_person_sessions(p_id uuid)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.end_sessions_of(p_person uuid)
 RETURNS integer
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    WITH ended AS (
        UPDATE crime.person_session SET ended_at = clock_timestamp() WHERE person_id = p_person AND ended_at IS NULL RETURNING 1)
    SELECT count(*)::integer FROM ended
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.enter_attempt(p_kinds smallint[], p_keys bytea[], p_free integer[], p_first_wait interval[], p_longest_wait interval[], p_window interval[])
 RETURNS interval
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.enter_sections(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.incident_section (incident_id, place, occurred_on, ordinal, is_sensitive, is_principal, act, section, subsection)
        SELECT s.incident_id, s.place, m.occurred_on, m.ordinal, m.is_sensitive, s.is_principal, s.act, s.section, s.subsection
        FROM staging.%I m
        JOIN staging.%I s ON s.incident_id = m.id
        $sql$, p_name || '_merged', p_name || '_section');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.enter_states(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT i.*
        FROM staging.%I s
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, s.state) AS i
        $sql$, p_name || '_merged', p_name || '_state');
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT (s.state ->> 'id')::bigint, e.place, (e.item -> 'is_principal')::boolean, e.item ->> 'act', e.item ->> 'section', e.item ->> 'subsection'
        FROM staging.%I s
        CROSS JOIN LATERAL jsonb_array_elements(s.state -> 'sections') WITH ORDINALITY AS e (item, place)
        $sql$, p_name || '_section', p_name || '_state');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.find_joined(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM crime.likely_pair p WHERE p.second_key IS NOT NULL) THEN
        RETURN;
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.id, 'duplicate', p.first_id
        FROM crime.likely_pair p
        JOIN staging.%1$I s ON s.key = p.second_key
        WHERE EXISTS (SELECT 1 FROM crime.incident i WHERE i.id = p.first_id)
          AND p.first_id NOT IN (SELECT r.id FROM staging.%3$I r)
        $sql$, p_name || '_rows', p_name || '_unstored', p_name || '_removed');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.find_known(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_is_small boolean;
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I (
            id bigint NOT NULL, twin_id bigint NOT NULL, twin_on date NOT NULL, has_reference boolean NOT NULL, is_same boolean NOT NULL)
        $sql$, p_name || '_known');
    IF (SELECT incident_count = 0 FROM crime.data_state) THEN
        RETURN;
    END IF;
    -- The planner knows nothing of tables just made. Looking up each row costs about twenty times reading it.
    EXECUTE format('SELECT sum(cases) * 20 < (SELECT incident_count FROM crime.data_state) FROM staging.%I', p_name || '_count') INTO v_is_small;
    IF v_is_small THEN
        SET LOCAL enable_hashjoin = off;
    ELSE
        SET LOCAL enable_nestloop = off;
    END IF;
    SET LOCAL enable_mergejoin = off;
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.id, i.id, i.occurred_on, s.source_reference IS NOT NULL, s.source_reference IS NULL OR (i.content_hash = s.content_hash AND %4$s)
        FROM staging.%1$I s
        JOIN crime.incident i ON i.key = s.key
        WHERE i.id NOT IN (SELECT r.id FROM staging.%3$I r)
        $sql$, p_name || '_rows', p_name || '_known', p_name || '_removed', crime.same_stage('i', 's'));
    -- Cases without a reference were once known by their content.
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.id, i.id, i.occurred_on, false, true
        FROM staging.%1$I s
        JOIN crime.incident i ON i.key = s.content_hash AND i.content_hash = i.key
        WHERE s.source_reference IS NULL
          AND s.key <> s.content_hash
          AND EXISTS (SELECT 1 FROM staging.%4$I c WHERE NOT c.has_reference)
          AND i.id NOT IN (SELECT r.id FROM staging.%3$I r)
        $sql$, p_name || '_rows', p_name || '_known', p_name || '_removed', p_name || '_count');
    SET LOCAL enable_nestloop = on;
    SET LOCAL enable_hashjoin = on;
    SET LOCAL enable_mergejoin = on;
    PERFORM crime.find_joined(p_name);
    PERFORM crime.compare_sections(p_name);
    EXECUTE format('INSERT INTO staging.%I SELECT id, ''duplicate'', min(twin_id) FROM staging.%I WHERE is_same GROUP BY id',
        p_name || '_unstored', p_name || '_known');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.find_others(p_name text, p_keys_differ boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_any boolean;
BEGIN
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, is_known boolean NOT NULL, was jsonb NOT NULL, row jsonb NOT NULL)', p_name || '_other');
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, sections jsonb NOT NULL)', p_name || '_named');
    -- Most batches have none: nothing is read for them.
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I WHERE NOT is_same)', p_name || '_known') INTO v_any;
    IF v_any THEN
        PERFORM crime.list_sections(p_name, format('SELECT k.id FROM staging.%I k WHERE NOT k.is_same', p_name || '_known'));
        EXECUTE format($sql$
            INSERT INTO staging.%3$I
            SELECT k.id, true, crime.state_of(coalesce(w, i)), crime.with_sections(to_jsonb(s), n.sections)
            FROM staging.%2$I k
            JOIN staging.%1$I s ON s.id = k.id
            JOIN crime.incident i ON i.id = k.twin_id AND i.occurred_on = k.twin_on
            LEFT JOIN crime.incident w ON w.key = crime.widened_key(s.key, s.content_hash)
                AND w.id NOT IN (SELECT r.id FROM staging.%4$I r)
            LEFT JOIN staging.%5$I n ON n.id = k.id
            WHERE NOT k.is_same
            $sql$, p_name || '_rows', p_name || '_known', p_name || '_other', p_name || '_removed', p_name || '_named');
    END IF;
    IF p_keys_differ THEN
        RETURN;
    END IF;
    EXECUTE format($sql$
        CREATE TABLE staging.%3$I AS
        SELECT s.id, g.first_id, to_jsonb(f) AS was, to_jsonb(s) AS row
        FROM (
            SELECT r.key, min(r.id) AS first_id
            FROM staging.%1$I r
            WHERE r.source_reference IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM staging.%2$I k WHERE k.id = r.id)
            GROUP BY r.key
            HAVING count(*) > 1) AS g
        JOIN staging.%1$I s ON s.key = g.key AND s.id > g.first_id
        JOIN staging.%1$I f ON f.id = g.first_id
        $sql$, p_name || '_rows', p_name || '_known', p_name || '_pair');
    PERFORM crime.list_sections(p_name, format('SELECT p.id FROM staging.%1$I p UNION SELECT p.first_id FROM staging.%1$I p', p_name || '_pair'));
    EXECUTE format($sql$
        CREATE TABLE staging.%3$I AS
        SELECT p.id, p.first_id, crime.with_sections(p.was, f.sections) AS was, crime.with_sections(p.row, n.sections) AS row
        FROM staging.%1$I p
        LEFT JOIN staging.%2$I f ON f.id = p.first_id
        LEFT JOIN staging.%2$I n ON n.id = p.id
        $sql$, p_name || '_pair', p_name || '_named', p_name || '_again');
    EXECUTE format('INSERT INTO staging.%I SELECT id, ''duplicate'', first_id FROM staging.%I WHERE crime.is_same_state(was, row)',
        p_name || '_unstored', p_name || '_again');
    EXECUTE format('INSERT INTO staging.%I SELECT id, false, was, row FROM staging.%I WHERE NOT crime.is_same_state(was, row)',
        p_name || '_other', p_name || '_again');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.finish_unit(p_run uuid, p_kind text, p_name text, p_holder uuid, p_from integer, p_until integer, p_counts jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.require_run(p_run);
    IF (int4range(p_from, p_until) <@ crime.current_scope()) IS NOT TRUE THEN
        RAISE EXCEPTION 'The places of unit % lie outside the person''s.', p_name USING ERRCODE = '42501';
    END IF;
    UPDATE crime.run_unit
    SET state = 'done', done = work, holder = NULL, held_until = NULL, counts = p_counts, finished_at = clock_timestamp()
    WHERE run_id = p_run AND kind = p_kind AND name = p_name AND state = 'running' AND holder = p_holder;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Unit % is not held by this process.', p_name USING ERRCODE = '42501';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.follow_updates(p_judged text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_row record;
    v_case text := '';
    v_state jsonb;
    v_next jsonb;
    v_differs text[];
    v_changes text[];
    v_last bigint;
BEGIN
    CREATE TEMPORARY TABLE follow (id bigint PRIMARY KEY, differs text[], merged jsonb, changes text[], is_followed boolean NOT NULL) ON COMMIT DROP;
    FOR v_row IN EXECUTE format($sql$
        SELECT j.id, j.was, j.row, j.was ->> 'id' AS case_id
        FROM staging.%1$I j
        WHERE j.is_known
          AND j.differs = '{}'
          AND j.was ->> 'id' IN (SELECT k.was ->> 'id' FROM staging.%1$I k WHERE k.is_known AND k.turn > 1)
          AND NOT crime.is_settled(j.was, j.row)
        ORDER BY case_id, crime.status_step((j.row ->> 'status')::smallint), j.id
        $sql$, p_judged) LOOP
        IF v_row.case_id <> v_case THEN
            v_case := v_row.case_id;
            v_state := v_row.was;
            v_last := NULL;
        END IF;
        v_differs := crime.contradictions(v_state, v_row.row);
        v_next := CASE WHEN v_differs = '{}' THEN crime.next_state(v_state, v_row.row) ELSE v_state END;
        v_changes := crime.changes(v_state, v_next);
        INSERT INTO pg_temp.follow VALUES (v_row.id, v_differs, v_next, v_changes, false);
        IF v_changes <> '{}' THEN
            UPDATE pg_temp.follow f SET is_followed = true WHERE f.id = v_last;
            v_last := v_row.id;
            v_state := v_next;
        END IF;
    END LOOP;
    EXECUTE format($sql$
        UPDATE staging.%I j
        SET differs = f.differs, merged = f.merged, changes = f.changes, turn = 1, is_followed = f.is_followed
        FROM pg_temp.follow f
        WHERE f.id = j.id
        $sql$, p_judged);
    DROP TABLE pg_temp.follow;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.foreseen_changes(p_batch uuid)
 RETURNS TABLE(month date, ordinal integer, head_id smallint, change bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT date_trunc('month', c.reported_on)::date, c.ordinal, c.head_id, sum(c.sign)::bigint
        FROM (
            SELECT 1 AS sign, i.reported_on, i.ordinal, i.head_id FROM staging.%I i
            UNION ALL
            SELECT b.sign, b.reported_on, b.ordinal, b.head_id
            FROM crime.batch_years($1) AS y (suffix)
            CROSS JOIN LATERAL crime.batch_changes($1, y.suffix) AS b) AS c
        GROUP BY 1, 2, 3
        $sql$, crime.staging_name(p_batch) || '_rows') USING p_batch;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.foreseen_months(p_batch uuid, p_source text)
 RETURNS TABLE(ordinal integer, month date, entering bigint, stored bigint, known bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET enable_nestloop TO 'off'
AS $function$
BEGIN
    PERFORM crime.require_open(p_batch);
    IF (SELECT d.incident_count = 0 FROM crime.data_state d) THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format($sql$
        WITH sent AS (
            SELECT s.ordinal, date_trunc('month', s.reported_on)::date AS month, count(*) AS cases, count(u.id) AS known
            FROM staging.%1$I s
            LEFT JOIN (SELECT DISTINCT n.id FROM staging.%2$I n) AS u ON u.id = s.id
            WHERE s.source = $1
            GROUP BY 1, 2),
        kept AS (
            SELECT i.ordinal, date_trunc('month', i.reported_on)::date AS month, count(*) AS cases
            FROM crime.incident i
            WHERE i.source = $1
              AND i.reported_on >= (SELECT min(t.month) FROM sent t)
              AND i.reported_on < (SELECT max(t.month) FROM sent t) + interval '1 month'
            GROUP BY 1, 2)
        SELECT e.ordinal, e.month, e.cases, k.cases, e.known
        FROM sent e
        JOIN kept k ON k.ordinal = e.ordinal AND k.month = e.month
        WHERE e.ordinal <@ (SELECT crime.current_scope())
        ORDER BY 1, 2
        $sql$, crime.staging_name(p_batch) || '_rows', crime.staging_name(p_batch) || '_unstored') USING p_source;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.foreseen_rows(p_batch uuid, p_most integer)
 RETURNS TABLE(row_number bigint, fate text, twin_id bigint, is_update boolean, differs text[], is_row jsonb, was jsonb)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET enable_nestloop TO 'off'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT f.id & 4294967295, f.fate, f.twin_id, f.is_update, f.differs,
            CASE WHEN s.ordinal <@ (SELECT crime.current_scope()) THEN coalesce(j.row, to_jsonb(s)) END,
            CASE WHEN (j.was ->> 'ordinal')::integer <@ (SELECT crime.current_scope()) THEN j.was END
        FROM (
            SELECT u.id, u.fate, min(u.twin_id) AS twin_id, bool_or(u.is_update) AS is_update, max(u.differs) AS differs,
                row_number() OVER (PARTITION BY u.fate ORDER BY u.id) AS place
            FROM staging.%1$I u
            GROUP BY u.id, u.fate) AS f
        JOIN staging.%2$I s ON s.id = f.id
        LEFT JOIN staging.%3$I j ON j.id = f.id
        WHERE f.place <= $1
        ORDER BY 1
        $sql$, v_name || '_unstored', v_name || '_rows', v_name || '_judged') USING p_most;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.foreseen_values(p_batch uuid)
 RETURNS TABLE(kind text, value text, cases bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        (SELECT 'point', concat(round(i.latitude::numeric, 5), ' ', round(i.longitude::numeric, 5)), count(*)
         FROM staging.%1$I i
         WHERE i.latitude IS NOT NULL AND NOT i.is_sensitive
         GROUP BY i.latitude, i.longitude
         ORDER BY 3 DESC, 2
         LIMIT 1)
        UNION ALL
        SELECT 'points', '', count(*) FROM staging.%1$I i WHERE i.latitude IS NOT NULL AND NOT i.is_sensitive
        UNION ALL
        SELECT 'hour', CASE WHEN t.local = time '00:00' THEN '0' ELSE date_part('hour', t.local)::text || '+' END, count(*)
        FROM staging.%1$I i
        CROSS JOIN LATERAL (SELECT (i.occurred_from AT TIME ZONE 'Asia/Kolkata')::time AS local) AS t
        WHERE i.occurred_hour IS NOT NULL AND NOT i.is_sensitive
        GROUP BY 2
        UNION ALL
        SELECT 'day', date_part('day', i.occurred_on)::text, count(*) FROM staging.%1$I i GROUP BY 2
        UNION ALL
        SELECT 'year', date_part('year', i.occurred_on)::text, count(*) FROM staging.%1$I i GROUP BY 2
        UNION ALL
        SELECT 'gender', i.victim_gender::text, count(*) FROM staging.%1$I i WHERE i.victim_gender > 0 GROUP BY 2
        UNION ALL
        SELECT 'age', i.victim_age_band::text, count(*) FROM staging.%1$I i WHERE i.victim_age_band > 0 GROUP BY 2
        $sql$, crime.staging_name(p_batch) || '_rows');
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.forget_figures(p_places integer[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    DELETE FROM crime.forecast f USING crime.jurisdiction j WHERE j.id = ANY (p_places) AND j.level > 1 AND f.ordinal = j.ordinal;
    DELETE FROM crime.result r USING crime.jurisdiction j
    WHERE j.id = ANY (p_places) AND j.level > 1 AND r.ordinal < j.ordinal_until AND r.ordinal_until > j.ordinal;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.forget_old(p_idle_days integer, p_session_days integer, p_reject_days integer, OUT ended bigint, OUT sessions bigint, OUT rejects bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.forget_samples()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    UPDATE crime.upload_step
    SET report = crime.without_samples(report)
    WHERE upload_id = NEW.id AND kind = 'understand' AND report IS NOT NULL;
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO PUBLIC

CREATE OR REPLACE FUNCTION crime.guard_people()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF crime.current_person() IS NOT NULL AND NOT pg_has_role(current_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
        RAISE EXCEPTION 'People are changed by the functions that check who may.' USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.has_registered_cases()
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT EXISTS (SELECT 1 FROM crime.batch WHERE NOT is_synthetic AND finished_at IS NOT NULL AND accepted > 0) $function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.hold_minimum_total(p_minimum integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_before integer;
    v_version bigint;
BEGIN
    SELECT d.minimum_total INTO v_before FROM crime.data_state d FOR UPDATE;
    IF v_before IS NOT DISTINCT FROM p_minimum THEN
        RETURN;
    END IF;
    UPDATE crime.data_state SET minimum_total = p_minimum;
    IF v_before IS NOT NULL THEN
        UPDATE crime.data_state SET data_version = data_version + 1, months_version = data_version + 1 RETURNING data_version INTO v_version;
        PERFORM pg_notify('crimeinsight_data', v_version::text);
    END IF;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.index_batch(p_batch uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET maintenance_work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_year record;
BEGIN
    PERFORM crime.require_open(p_batch);
    PERFORM crime.settle_rows(v_name);
    PERFORM crime.plan_years(v_name);
    EXECUTE format('DROP VIEW staging.%I', v_name || '_rows');
    -- Sections go first: a case that is not protected enters only when none that protects is left of what it was.
    EXECUTE format('DELETE FROM crime.incident_section s USING staging.%I r WHERE s.incident_id = r.id', v_name || '_removed');
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I WHERE cases + removed > 0 ORDER BY suffix', v_name || '_plan') LOOP
        IF v_year.removed > 0 AND NOT v_year.is_rebuilt THEN
            PERFORM crime.remove_cases(v_name, v_year.suffix);
        END IF;
        PERFORM crime.add_incidents(v_name, v_year.suffix, v_year.is_rebuilt, v_year.old_cases);
    END LOOP;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.insert_place(p_parent integer, p_level smallint, p_code text, p_names jsonb, p_from date)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_slot integer := crime.next_slot(p_parent, p_level);
BEGIN
    IF p_code !~ '^[A-Z]{2}(-[A-Z0-9]{1,12}){1,4}$' OR coalesce(btrim(p_names ->> 'en'), '') = '' THEN
        RAISE EXCEPTION 'A place has a code such as IN-TN-603 and a name in English.' USING ERRCODE = '22023';
    END IF;
    INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names, valid_from, is_edited, is_synthetic)
    SELECT v_slot, p_parent, p_level, p_code, v_slot, v_slot + CASE p_level WHEN 4 THEN 100000 ELSE 100 END, p_names, p_from, true, p.is_synthetic
    FROM crime.jurisdiction p
    WHERE p.id = p_parent;
    RETURN v_slot;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.invite_person(p_id uuid, p_user_name text, p_display_name text, p_role smallint, p_jurisdictions integer[], p_code_hash bytea, p_life interval)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.require_manager(NULL);
    INSERT INTO crime.person (id, user_name, normalized_name, display_name, role, security_stamp, concurrency_stamp, ends_with_demo)
    VALUES (p_id, p_user_name, upper(p_user_name), p_display_name, p_role, gen_random_uuid()::text, gen_random_uuid()::text,
        (SELECT me.is_demo OR me.ends_with_demo FROM crime.person me WHERE me.id = crime.current_person()));
    PERFORM crime.bind_person(p_id, p_jurisdictions);
    PERFORM crime.note_person('person.created', p_id, crime.describe_person(p_id));
    RETURN crime.put_code(p_id, p_code_hash, p_life);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.is_by_registration(p_table text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT p_table LIKE '%\_registered' $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.is_protected_head(p_head smallint)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    WITH RECURSIVE line AS (
        SELECT h.parent_id, h.is_sensitive FROM crime.crime_head h WHERE h.id = p_head
        UNION ALL
        SELECT h.parent_id, h.is_sensitive FROM line l JOIN crime.crime_head h ON h.id = l.parent_id)
    SELECT coalesce(bool_or(l.is_sensitive), false) FROM line l
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.is_protected_section(p_act text, p_section text, p_subsection text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE p_act WHEN 'IPC'::text THEN ((p_section = ANY ('{228A,305,317,363A,366A,369,372,373,376,376A,376AB,376B,376C,376D,376DA,376DB,376E,377}'::text[])) OR ((p_section = '370'::text) AND (starts_with(p_subsection, '(4)'::text) OR starts_with(p_subsection, '(5)'::text))) OR ((p_section = '370A'::text) AND starts_with(p_subsection, '(1)'::text))) WHEN 'BNS'::text THEN ((p_section = ANY ('{64,65,66,67,68,69,70,71,72,73,93,95,96,97,98,99,107,139}'::text[])) OR ((p_section = '143'::text) AND (starts_with(p_subsection, '(4)'::text) OR starts_with(p_subsection, '(5)'::text))) OR ((p_section = '144'::text) AND starts_with(p_subsection, '(1)'::text))) WHEN 'IT'::text THEN (p_section = '67B'::text) ELSE (p_act = ANY (ARRAY['POCSO'::text, 'JJ'::text, 'PCMA'::text, 'CHILD-LABOUR'::text])) END
    OWNER crimeinsight_owner
    GRANT EXECUTE TO PUBLIC

CREATE OR REPLACE FUNCTION crime.is_same_stage(p_one jsonb, p_other jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT p_one -> 'status' = p_other -> 'status'
        AND p_one ->> 'chargesheeted_on' IS NOT DISTINCT FROM p_other ->> 'chargesheeted_on'
        AND p_one ->> 'disposed_on' IS NOT DISTINCT FROM p_other ->> 'disposed_on'
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.is_same_state(p_was jsonb, p_row jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT p_was -> 'content_hash' = p_row -> 'content_hash'
        AND crime.is_same_stage(p_was, p_row)
        AND NOT crime.names_other_sections(p_was, p_row)
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.is_settled(p_was jsonb, p_row jsonb)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT EXISTS (
            SELECT 1 FROM crime.incident_history h
            WHERE h.incident_id = (p_was ->> 'id')::bigint AND crime.is_same_state(h.was, p_row))
        OR EXISTS (
            SELECT 1 FROM crime.batch_conflict c
            WHERE c.key = (p_row ->> 'key')::uuid AND c.decision = 'keep' AND crime.is_same_state(c.incident, p_row))
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.is_year_rebuilt(p_changes bigint, p_old_cases bigint)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
RETURN ((p_changes >= 2000) AND ((p_changes * 10) >= p_old_cases))
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.join_pairs(p_batch uuid, p_name text, p_firsts bigint[], p_seconds bigint[])
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_count bigint;
BEGIN
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT DISTINCT ON (p.second_id) p.second_id, p.first_id
        FROM unnest($1, $2) AS a (first_id, second_id)
        JOIN crime.likely_pair p ON p.first_id = a.first_id AND p.second_id = a.second_id
        WHERE p.batch_id = $3 AND p.decision IS NULL AND crime.may_decide(p)
        ORDER BY p.second_id, p.score DESC, p.first_id
        $sql$, p_name || '_pair') USING p_firsts, p_seconds, p_batch;
    EXECUTE format($sql$
        UPDATE crime.likely_pair p
        SET decision = 'same', decided_at = clock_timestamp(), decided_by = crime.current_person(), state = crime.state_of(i), second_key = i.key
        FROM staging.%I a
        JOIN crime.incident i ON i.id = a.second_id
        WHERE p.first_id = a.first_id AND p.second_id = a.second_id
        $sql$, p_name || '_pair');
    GET DIAGNOSTICS v_count = ROW_COUNT;
    EXECUTE format('INSERT INTO staging.%I SELECT i.id, i.occurred_on FROM staging.%I a JOIN crime.incident i ON i.id = a.second_id',
        p_name || '_removed', p_name || '_pair');
    -- What is the same as a case that left is the same as the one that stays.
    LOOP
        DELETE FROM crime.likely_pair x
        USING crime.likely_pair p
        JOIN crime.likely_pair q ON q.second_id = p.first_id AND q.decision = 'same'
        WHERE p.decision = 'same' AND x.second_id = p.second_id AND x.first_id = q.first_id;
        UPDATE crime.likely_pair p
        SET first_id = q.first_id
        FROM crime.likely_pair q
        WHERE q.second_id = p.first_id AND q.decision = 'same' AND p.decision = 'same';
        EXIT WHEN NOT FOUND;
    END LOOP;
    RETURN v_count;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.judge_demo_account()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM pg_advisory_xact_lock(4711007);
    NEW.is_active := NOT crime.has_registered_cases();
    RETURN NEW;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.judge_others(p_name text, p_updates boolean)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%2$I AS
        SELECT j.*, false AS is_followed,
            crime.changes(j.was, j.merged) AS changes,
            row_number() OVER (PARTITION BY j.was ->> 'id' ORDER BY j.differs <> '{}', j.id) AS turn,
            first_value(j.row) OVER (PARTITION BY j.was ->> 'id' ORDER BY j.differs <> '{}', j.id) AS first_row
        FROM (
            SELECT o.id, o.is_known, o.was, o.row, crime.contradictions(o.was, o.row) AS differs, crime.next_state(o.was, o.row) AS merged
            FROM staging.%1$I o) AS j
        $sql$, p_name || '_other', p_name || '_judged');
    IF p_updates THEN
        PERFORM crime.follow_updates(p_name || '_judged');
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT j.id,
            CASE
                WHEN j.differs = '{}' AND j.changes = '{}' THEN 'duplicate'
                WHEN crime.is_settled(j.was, j.row) THEN 'duplicate'
                WHEN j.turn > 1 AND crime.is_same_state(j.first_row, j.row) AND $1 AND j.is_known AND j.differs = '{}' THEN 'duplicate'
                WHEN $1 AND j.is_known AND j.differs = '{}' AND j.turn = 1 THEN 'update'
                ELSE 'conflict' END,
            (j.was ->> 'id')::bigint, j.differs = '{}', CASE WHEN j.differs = '{}' THEN j.changes ELSE j.differs END
        FROM staging.%1$I j
        $sql$, p_name || '_judged', p_name || '_unstored') USING p_updates;
    EXECUTE format($sql$
        WITH changed AS (
            SELECT j.was, j.merged, (j.id & 4294967295) AS row_number
            FROM staging.%1$I j
            JOIN staging.%2$I u ON u.id = j.id AND u.fate = 'update'
            WHERE NOT j.is_followed),
        removed AS (
            INSERT INTO staging.%3$I SELECT (c.was ->> 'id')::bigint, (c.was ->> 'occurred_on')::date FROM changed c),
        history AS (
            INSERT INTO staging.%5$I SELECT (c.was ->> 'id')::bigint, c.row_number, crime.scrubbed(c.was, c.merged) FROM changed c)
        INSERT INTO staging.%4$I SELECT c.merged FROM changed c
        $sql$, p_name || '_judged', p_name || '_unstored', p_name || '_removed', p_name || '_state', p_name || '_history');
    PERFORM crime.enter_states(p_name);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.judge_places(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_bad bigint;
BEGIN
    EXECUTE format($sql$
        SELECT count(*)
        FROM (
            SELECT i.ordinal FROM staging.%I r JOIN crime.incident i ON i.id = r.id AND i.occurred_on = r.occurred_on
            UNION
            SELECT m.ordinal FROM staging.%I m) AS p
        WHERE NOT p.ordinal <@ (SELECT crime.current_scope())
        $sql$, p_name || '_removed', p_name || '_merged') INTO v_bad;
    IF v_bad > 0 THEN
        RAISE EXCEPTION 'Cases that would change lie outside the jurisdictions of the person.' USING ERRCODE = '42501';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.keep_fates(p_batch uuid, p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.batch_duplicate (batch_id, row_number, twin_id)
        SELECT $1, u.id & 4294967295, min(u.twin_id)
        FROM staging.%I u
        WHERE u.fate = 'duplicate'
        GROUP BY u.id
        $sql$, p_name || '_unstored') USING p_batch;
    EXECUTE format($sql$
        INSERT INTO crime.batch_conflict (batch_id, row_number, twin_id, is_update, differs, key, content_hash, status, ordinal, incident)
        SELECT $1, u.id & 4294967295, u.twin_id, u.is_update, u.differs, n.key, n.content_hash, n.status, n.ordinal, crime.with_sections(CASE WHEN (j.was -> 'is_sensitive')::boolean THEN crime.protected_state(to_jsonb(n)) ELSE to_jsonb(n) END, j.row -> 'sections')
        FROM staging.%I u
        JOIN staging.%I j ON j.id = u.id
        CROSS JOIN LATERAL jsonb_populate_record(NULL::crime.incident, j.row) AS n
        WHERE u.fate = 'conflict'
        $sql$, p_name || '_unstored', p_name || '_judged') USING p_batch;
    PERFORM crime.keep_history(p_batch, p_name);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.keep_history(p_batch uuid, p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    EXECUTE format($sql$
        UPDATE crime.batch_conflict c
        SET incident = crime.protected_state(c.incident)
        FROM staging.%I m
        WHERE m.is_sensitive
          AND c.twin_id = m.id
          AND NOT (c.incident -> 'is_sensitive')::boolean
        $sql$, p_name || '_merged');
    -- Of cases that are protected from now on the older states go the same way.
    EXECUTE format($sql$
        UPDATE crime.incident_history h
        SET was = crime.scrubbed(h.was, to_jsonb(m))
        FROM staging.%I m
        WHERE m.is_sensitive
          AND h.incident_id = m.id
          AND NOT (h.was -> 'is_sensitive')::boolean
        $sql$, p_name || '_merged');
    EXECUTE format($sql$
        INSERT INTO crime.incident_history (incident_id, batch_id, row_number, ordinal, was)
        SELECT h.incident_id, $1, h.row_number, (h.was ->> 'ordinal')::integer, h.was
        FROM staging.%I h
        ORDER BY h.incident_id
        $sql$, p_name || '_history') USING p_batch;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.keep_pairs(p_batch uuid, p_firsts bigint[], p_seconds bigint[], p_scores double precision[], p_agreements bigint[], p_chance double precision[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_number bigint;
BEGIN
    UPDATE crime.batch b
    SET likely_at = clock_timestamp(), likely_chance = p_chance
    WHERE b.id = p_batch AND b.finished_at IS NOT NULL AND b.rolled_back_at IS NULL AND crime.current_is_admin()
    RETURNING b.number INTO v_number;
    IF v_number IS NULL THEN
        RAISE EXCEPTION '%', p_batch USING ERRCODE = 'CI010';
    END IF;
    DELETE FROM crime.likely_pair WHERE batch_id = p_batch AND decision IS NULL;
    INSERT INTO crime.likely_pair (second_id, first_id, batch_id, score, agreement)
    SELECT p.second_id, p.first_id, p_batch, p.score, p.agreement
    FROM unnest(p_firsts, p_seconds, p_scores, p_agreements) AS p (first_id, second_id, score, agreement)
    WHERE p.second_id >> 32 = v_number AND p.first_id < p.second_id
    ON CONFLICT DO NOTHING;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.known_uploads(p_ids uuid[])
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT u.id FROM crime.upload u WHERE u.id = ANY (p_ids)
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.later_boundaries(p_id uuid)
 RETURNS SETOF crime.boundary_edition
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT later.*
    FROM crime.boundary_edition e
    JOIN crime.boundary_edition later ON later.number > e.number AND later.undone_at IS NULL
    WHERE e.id = p_id
      AND EXISTS (
          SELECT 1
          FROM crime.boundary_shape a
          JOIN crime.boundary_shape b ON b.jurisdiction_id = a.jurisdiction_id
          WHERE a.edition_id = e.id AND b.edition_id = later.id)
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.list_audit(p_person text, p_action text, p_subject text, p_address text, p_from timestamp with time zone, p_until timestamp with time zone, p_before bigint, p_limit integer)
 RETURNS TABLE(id bigint, at timestamp with time zone, person_id uuid, user_name text, action text, subject text, detail text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_all boolean;
    v_people uuid[];
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator reads the trail.' USING ERRCODE = '42501';
    END IF;
    -- Anybody can be the administrator of the demo.
    v_all := crime.current_sees_country()
        AND NOT (SELECT me.is_demo OR me.ends_with_demo FROM crime.person me WHERE me.id = crime.current_person());
    IF NOT v_all THEN
        v_people := ARRAY(
            SELECT p.id FROM crime.person p
            WHERE p.id = crime.current_person() OR crime.may_manage(p.id) OR (p.is_demo AND crime.scope_of(p.id) <@ crime.current_scope()));
    END IF;
    RETURN QUERY
    SELECT a.id, a.at, a.person_id, a.user_name, a.action, a.subject, a.detail::text
    FROM crime.audit a
    WHERE (v_all OR a.person_id = ANY (v_people))
      AND (p_person IS NULL OR position(lower(p_person) IN lower(a.user_name)) > 0 OR position(lower(p_person) IN lower(coalesce(a.detail ->> 'user', ''))) > 0)
      AND (p_action IS NULL OR a.action = p_action)
      AND (p_subject IS NULL OR position(lower(p_subject) IN lower(a.subject)) > 0)
      AND (p_address IS NULL OR starts_with(a.detail ->> 'address', p_address) OR starts_with(a.subject, 'address:' || p_address))
      AND (p_from IS NULL OR a.at >= p_from)
      AND (p_until IS NULL OR a.at < p_until)
      AND (p_before IS NULL OR a.id < p_before)
    ORDER BY a.id DESC
    LIMIT least(p_limit, 50001);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.list_people()
 RETURNS TABLE(id uuid, user_name text, display_name text, role smallint, is_demo boolean, is_active boolean, has_password boolean, has_factor boolean, may_change boolean, culture text, last_seen_at timestamp with time zone, sessions integer, code_expires_at timestamp with time zone, jurisdiction_ids integer[])
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.list_rows(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_suffix text;
    v_tables text := '';
BEGIN
    FOR v_suffix IN EXECUTE format('SELECT suffix FROM staging.%I ORDER BY suffix', p_name || '_year') LOOP
        EXECUTE format('REVOKE INSERT ON staging.%I FROM %I', format('%s_%s_incident', p_name, v_suffix), session_user);
        v_tables := v_tables || format(' UNION ALL SELECT *, %L FROM staging.%I', v_suffix, format('%s_%s_incident', p_name, v_suffix));
    END LOOP;
    EXECUTE format('CREATE VIEW staging.%I AS SELECT (NULL::crime.incident).*, '''' AS suffix WHERE false%s', p_name || '_rows', v_tables);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.list_sections(p_name text, p_ids text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT s.incident_id, jsonb_agg(jsonb_build_object(
            'act', s.act, 'section', s.section, 'subsection', s.subsection, 'is_principal', s.is_principal) ORDER BY s.place)
        FROM staging.%I s
        WHERE s.incident_id IN (%s)
        GROUP BY s.incident_id
        $sql$, p_name || '_named', p_name || '_section', p_ids);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.list_setting_changes()
 RETURNS TABLE(id bigint, key text, before text, after text, changed_at timestamp with time zone, user_name text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.require_settings_admin();
    RETURN QUERY
    SELECT h.id, h.key, h.before, h.after, h.changed_at, h.user_name FROM crime.setting_history h ORDER BY h.id DESC LIMIT 200;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.load_boundaries(p_id uuid, p_level smallint, p_source text, p_file_name text, p_sha256 text, p_valid_from date, p_codes text[], p_geometries text[])
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_places integer;
BEGIN
    -- As approximate ones are drawn: one after the other.
    PERFORM pg_advisory_xact_lock(4711008);
    IF NOT crime.current_is_admin() OR EXISTS (
        SELECT 1
        FROM unnest(p_codes) AS c (code)
        LEFT JOIN crime.jurisdiction j ON j.code = c.code AND j.valid_until IS NULL AND j.level <= p_level
        WHERE j.id IS NULL OR NOT int4range(j.ordinal, j.ordinal_until) <@ crime.current_scope()) THEN
        RAISE EXCEPTION 'Only an administrator of all its places loads boundaries.' USING ERRCODE = '42501';
    END IF;
    -- A day may have begun in India before it does here.
    IF p_valid_from > current_date + 1 THEN
        RAISE EXCEPTION 'Boundaries hold from a day that has come.' USING ERRCODE = '22007';
    END IF;
    INSERT INTO crime.boundary_edition (id, level, source, file_name, file_sha256, valid_from, places, loaded_by)
    SELECT p_id, p_level, btrim(p_source), p_file_name, p_sha256, p_valid_from, cardinality(p_codes), me.user_name
    FROM crime.person me
    WHERE me.id = crime.current_person();
    INSERT INTO crime.boundary_shape (jurisdiction_id, edition_id, geometry)
    SELECT j.id, p_id, s.geometry::jsonb
    FROM unnest(p_codes, p_geometries) AS s (code, geometry)
    JOIN crime.jurisdiction j ON j.code = s.code;
    GET DIAGNOSTICS v_places = ROW_COUNT;
    UPDATE crime.data_state SET reference_version = reference_version + 1;
    PERFORM crime.write_audit(e.loaded_by, 'boundary.loaded', 'boundary-edition:' || p_id, jsonb_build_object(
        'source', e.source, 'file', e.file_name, 'sha256', e.file_sha256, 'from', e.valid_from, 'places', v_places::text))
    FROM crime.boundary_edition e
    WHERE e.id = p_id;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.may_decide(p crime.likely_pair)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT count(*) = 2
    FROM crime.incident i
    WHERE i.id IN (p.first_id, p.second_id) AND i.ordinal <@ (SELECT crime.current_scope())
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.may_manage(p_person uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.merge_place(p_place integer, p_into integer, p_from date, p_reason text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_into crime.jurisdiction := crime.require_place_admin(p_into);
    v_stations integer[] := ARRAY(SELECT j.id FROM crime.jurisdiction j WHERE j.parent_id = p_place AND j.level = 7);
    v_closed integer[] := ARRAY(SELECT j.id FROM crime.jurisdiction j WHERE j.parent_id = p_place AND j.level = 8) || p_place;
    v_touched integer[] := ARRAY[p_into] || v_stations || v_closed || CASE v_place.level WHEN 7 THEN v_place.parent_id END;
    v_districts integer[] := ARRAY[p_into, v_into.parent_id, v_place.parent_id];
    v_row crime.jurisdiction;
    v_shift jsonb;
    v_edit bigint;
BEGIN
    IF v_place.level NOT IN (4, 7) OR v_into.level <> v_place.level OR p_place = p_into
        OR NOT crime.are_of_one_state(v_place.ordinal, v_into.ordinal) THEN
        RAISE EXCEPTION 'A district or station is merged with another of its state.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('merge', p_place, p_into, array_remove(v_touched, NULL), p_from, p_reason);
    UPDATE crime.place_edit SET before = before || jsonb_build_object('bound', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('person', b.person_id, 'both', EXISTS (
            SELECT 1 FROM crime.person_jurisdiction a WHERE a.person_id = b.person_id AND a.jurisdiction_id = p_into))), '[]')
        FROM crime.person_jurisdiction b WHERE b.jurisdiction_id = p_place))
    WHERE id = v_edit;
    PERFORM crime.take_stations(v_edit, 'merge', v_stations, p_into, p_from);
    FOR v_row IN SELECT * FROM crime.jurisdiction j WHERE j.id = ANY (v_closed) ORDER BY j.ordinal LOOP
        v_shift := jsonb_build_array(jsonb_build_array(v_row.ordinal, v_row.ordinal + 1, crime.next_slot(p_into, 8::smallint)));
        UPDATE crime.place_edit SET shifts = shifts || v_shift, cases = cases + crime.shift_places(v_shift) WHERE id = v_edit;
        UPDATE crime.jurisdiction
        SET parent_id = p_into, level = 8, ordinal_until = ordinal + 1, merged_into = p_into, valid_until = coalesce(valid_until, p_from)
        WHERE id = v_row.id;
    END LOOP;
    INSERT INTO crime.place_change (edit_id, kind, place_id, other_id, valid_from, former_code, former_names)
    SELECT v_edit, 'merge', p_into, p_place, p_from, v_place.code, ARRAY(SELECT DISTINCT n.value FROM jsonb_each_text(v_place.names) n);
    -- What is known of one only is known of the whole no more.
    UPDATE crime.population a SET residents = a.residents + b.residents, source = p_reason
    FROM crime.population b
    WHERE a.jurisdiction_id = p_into AND b.jurisdiction_id = p_place AND b.year = a.year;
    DELETE FROM crime.population a
    WHERE a.jurisdiction_id = p_into AND NOT EXISTS (SELECT 1 FROM crime.population b WHERE b.jurisdiction_id = p_place AND b.year = a.year);
    UPDATE crime.jurisdiction SET population_2011 = population_2011 + v_place.population_2011, is_edited = true WHERE id = p_into;
    INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
    SELECT b.person_id, p_into FROM crime.person_jurisdiction b WHERE b.jurisdiction_id = p_place
    ON CONFLICT DO NOTHING;
    DELETE FROM crime.person_jurisdiction WHERE jurisdiction_id = p_place;
    PERFORM crime.recount_places(crime.district_ordinals(v_districts), ARRAY[v_place.ordinal]);
    PERFORM crime.forget_figures(v_districts);
    RETURN crime.close_place_edit(v_edit);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.merge_rollup(p_sum text, p_sent text, p_partition text, p_rollup text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET enable_hashjoin TO 'off'
AS $function$
DECLARE
    v_key text := crime.rollup_key(p_rollup);
    v_sides text := format('crime.%I r FULL JOIN staging.%I k USING (%s)', p_partition, p_sent, v_key);
BEGIN
    EXECUTE format('CREATE TABLE staging.%I (LIKE staging.%I INCLUDING CONSTRAINTS)', p_sum, p_sent);
    IF p_rollup LIKE 'rollup\_month%' THEN
        EXECUTE format('INSERT INTO staging.%I SELECT * FROM (SELECT %s, %s FROM %s) AS m WHERE m.cases <> 0 ORDER BY %2$s', p_sum, v_key, (
            SELECT string_agg(format('coalesce(r.%1$s, 0) + coalesce(k.%1$s, 0) AS %1$s', c), ', ')
            FROM unnest('{cases,under_investigation,chargesheeted,closed,convicted,acquitted}'::text[]) AS c), v_sides);
        RETURN;
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT *
        FROM (
            SELECT %s, coalesce(r.slots, k.slots) AS slots,
                CASE WHEN k.slots IS NULL THEN r.cases WHEN r.slots IS NULL THEN k.cases ELSE ARRAY[r.cases[1] + k.cases[1]] END AS cases
            FROM %s
            WHERE r.slots IS NULL OR k.slots IS NULL OR (r.slots = k.slots AND cardinality(r.slots) = 1 AND r.cases[1] + k.cases[1] <> 0)
            UNION ALL
            (%s)) AS m
        ORDER BY %2$s
        $sql$, p_sum, v_key, v_sides, crime.summed(p_rollup, format(
            'SELECT %s, r.slots || k.slots AS slots, r.cases || k.cases AS cases FROM crime.%I r JOIN staging.%I k USING (%1$s) '
                'WHERE r.slots <> k.slots OR cardinality(r.slots) > 1',
            v_key, p_partition, p_sent)));
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.merged(o crime.incident, n crime.incident)
 RETURNS crime.incident
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF n.is_sensitive AND NOT o.is_sensitive THEN
        o := crime.protected(o);
    END IF;
    n.id := o.id;
    n.key := o.key;
    n.source_reference := o.source_reference;
    n.victim_gender := coalesce(nullif(n.victim_gender, 0), o.victim_gender);
    n.victim_age_band := coalesce(nullif(n.victim_age_band, 0), o.victim_age_band);
    n.offender_gender := coalesce(nullif(n.offender_gender, 0), o.offender_gender);
    n.offender_age_band := coalesce(nullif(n.offender_age_band, 0), o.offender_age_band);
    IF n.occurred_hour IS NULL AND n.occurred_on = o.occurred_on THEN
        n.occurred_hour := o.occurred_hour;
        n.occurred_from := o.occurred_from;
    END IF;
    IF n.occurred_on = o.occurred_on THEN
        n.occurred_until := coalesce(n.occurred_until, o.occurred_until);
    END IF;
    IF n.cell_key IS NULL THEN
        n.cell_key := o.cell_key;
        n.latitude := o.latitude;
        n.longitude := o.longitude;
        n.place_precision := o.place_precision;
    END IF;
    n.property_value := coalesce(n.property_value, o.property_value);
    n.modus_operandi := coalesce(n.modus_operandi, o.modus_operandi);
    RETURN n;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.move_place(p_place integer, p_parent integer, p_from date, p_reason text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_parent crime.jurisdiction := crime.require_place_admin(p_parent);
    v_before crime.jurisdiction := crime.require_place_admin(v_place.parent_id);
    v_edit bigint;
    v_districts integer[] := ARRAY[v_before.id, p_parent];
BEGIN
    IF v_place.level <> 7 OR v_parent.level <> 4 OR v_before.level <> 4 OR v_parent.id = v_before.id
        OR NOT crime.are_of_one_state(v_before.ordinal, v_parent.ordinal) THEN
        RAISE EXCEPTION 'A station moves to another district of its state.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('move', p_place, p_parent, ARRAY[p_place, v_before.id], p_from, p_reason);
    PERFORM crime.take_stations(v_edit, 'move', ARRAY[p_place], p_parent, p_from);
    PERFORM crime.recount_places(crime.district_ordinals(v_districts), '{}');
    PERFORM crime.forget_figures(v_districts);
    RETURN crime.close_place_edit(v_edit);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.names_other_sections(p_was jsonb, p_row jsonb)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT p_was ? 'sections'
        AND coalesce(jsonb_array_length(p_row -> 'sections'), 0) > 0
        AND crime.section_names(p_row) <> crime.section_names(p_was)
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.near_days(p_days date[])
 RETURNS datemultirange
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT coalesce(range_agg(daterange(d.day - 31, d.day + 32)), '{}') FROM unnest(p_days) AS d (day) $function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.next_slot(p_parent integer, p_level smallint)
 RETURNS integer
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_parent crime.jurisdiction;
    v_width integer := CASE p_level WHEN 4 THEN 100000 WHEN 7 THEN 100 ELSE 1 END;
    v_first integer;
    v_limit integer;
    v_slot integer;
BEGIN
    SELECT * INTO STRICT v_parent FROM crime.jurisdiction WHERE id = p_parent;
    v_first := v_parent.ordinal + CASE p_level WHEN 4 THEN 100000 WHEN 7 THEN 1000 ELSE 1 END;
    v_limit := CASE WHEN p_level = 8 AND v_parent.level = 4 THEN v_parent.ordinal + 1000 ELSE v_parent.ordinal_until END;
    SELECT v_first + v_width * coalesce(max((t.used - v_first) / v_width) + 1, 0) INTO v_slot
    FROM (
        SELECT j.ordinal FROM crime.jurisdiction j
        UNION ALL SELECT j.id FROM crime.jurisdiction j
        UNION ALL SELECT (s ->> 0)::integer FROM crime.place_edit e, jsonb_array_elements(e.shifts) s WHERE e.undone_at IS NULL) AS t (used)
    WHERE t.used >= v_first AND t.used < v_limit;
    IF v_slot + v_width > v_limit THEN
        RAISE EXCEPTION '% has no room for another place.', v_parent.code USING ERRCODE = '54000';
    END IF;
    RETURN v_slot;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.next_state(p_was jsonb, p_row jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT crime.with_stages(p_was, to_jsonb(crime.merged(
            jsonb_populate_record(NULL::crime.incident, p_was), jsonb_populate_record(NULL::crime.incident, p_row))))
        || jsonb_build_object('sections', CASE WHEN crime.names_other_sections(p_was, p_row) OR NOT p_was ? 'sections'
            THEN coalesce(p_row -> 'sections', '[]') ELSE p_was -> 'sections' END)
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.note_person(p_action text, p_person uuid, p_detail jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.write_audit((SELECT user_name FROM crime.person WHERE id = crime.current_person()), p_action, 'person:' || p_person, p_detail);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.number_equal_rows(p_name text, p_keeps_equal boolean)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_suffix text;
    v_count bigint;
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%2$I AS
        SELECT e.*
        FROM (
            SELECT s.id, s.suffix, row_number() OVER (PARTITION BY s.key ORDER BY s.id) AS occurrence, min(s.id) OVER (PARTITION BY s.key) AS first_id
            FROM staging.%1$I s
            WHERE s.source_reference IS NULL
              AND s.key IN (SELECT r.key FROM staging.%1$I r WHERE r.source_reference IS NULL GROUP BY r.key HAVING count(*) > 1)) AS e
        WHERE e.occurrence > 1
        $sql$, p_name || '_rows', p_name || '_equal');
    GET DIAGNOSTICS v_count = ROW_COUNT;
    IF v_count = 0 THEN
        RETURN 0;
    END IF;
    IF NOT p_keeps_equal THEN
        EXECUTE format('INSERT INTO staging.%I SELECT id, ''duplicate'', first_id FROM staging.%I', p_name || '_unstored', p_name || '_equal');
        RETURN v_count;
    END IF;
    FOR v_suffix IN EXECUTE format('SELECT DISTINCT suffix FROM staging.%I', p_name || '_equal') LOOP
        EXECUTE format('UPDATE staging.%I s SET key = md5(s.key::text || '' '' || e.occurrence)::uuid FROM staging.%I e WHERE e.id = s.id',
            format('%s_%s_incident', p_name, v_suffix), p_name || '_equal');
    END LOOP;
    RETURN v_count;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.open_batch(p_batch uuid, p_kind text, p_file_name text, p_is_synthetic boolean, p_ends_demo boolean)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_number integer;
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    PERFORM pg_advisory_xact_lock(4711004);
    INSERT INTO crime.batch (id, kind, file_name, person_id, is_synthetic, ends_demo)
    VALUES (p_batch, p_kind, p_file_name, crime.current_person(), p_is_synthetic, p_ends_demo AND NOT p_is_synthetic)
    RETURNING number INTO v_number;
    PERFORM crime.require_one_kind(p_batch);
    PERFORM crime.open_change(v_name);
    EXECUTE format('CREATE TABLE staging.%I (suffix text PRIMARY KEY, from_day date, until_day date)', v_name || '_year');
    EXECUTE format($sql$
        CREATE TABLE staging.%I (
            row_number bigint NOT NULL, line_number bigint, column_name text NOT NULL, value text, reason text NOT NULL, suggestion text)
        $sql$, v_name || '_reject');
    EXECUTE format('GRANT INSERT ON staging.%I TO %I', v_name || '_reject', session_user);
    RETURN v_number;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.open_change(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    -- Rows that are not stored, and the case that each is about.
    EXECUTE format('CREATE TABLE staging.%I (id bigint NOT NULL, fate text NOT NULL, twin_id bigint NOT NULL, is_update boolean, differs text[])',
        p_name || '_unstored');
    EXECUTE format('CREATE TABLE staging.%I (id bigint PRIMARY KEY, occurred_on date NOT NULL)', p_name || '_removed');
    -- What cases are from now on, and its parts.
    EXECUTE format('CREATE TABLE staging.%I (state jsonb NOT NULL)', p_name || '_state');
    EXECUTE format('CREATE TABLE staging.%I (LIKE crime.incident)', p_name || '_merged');
    EXECUTE format($sql$
        CREATE TABLE staging.%I (
            incident_id bigint NOT NULL, place smallint NOT NULL, is_principal boolean NOT NULL, act text NOT NULL, section text NOT NULL,
            subsection text NOT NULL)
        $sql$, p_name || '_section');
    EXECUTE format('GRANT INSERT ON staging.%I TO %I', p_name || '_section', session_user);
    EXECUTE format('CREATE TABLE staging.%I (incident_id bigint, row_number bigint, was jsonb)', p_name || '_history');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.open_partition(p_batch uuid, p_suffix text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_is_old boolean := p_suffix = 'before_2018';
    v_from date := CASE WHEN v_is_old THEN NULL ELSE make_date(p_suffix::integer, 1, 1) END;
    v_until date := CASE WHEN v_is_old THEN date '2018-01-01' ELSE make_date(p_suffix::integer + 1, 1, 1) END;
    v_table text;
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', v_name || '_year') USING p_suffix, v_from, v_until;
    IF to_regclass(format('staging.%I', format('%s_%s_incident', v_name, p_suffix))) IS NOT NULL THEN
        RETURN;
    END IF;
    FOREACH v_table IN ARRAY crime.yearly_tables() LOOP
        EXECUTE format('CREATE TABLE staging.%1$I (LIKE crime.%2$I INCLUDING CONSTRAINTS, CONSTRAINT within_partition CHECK (%3$s < %4$L%5$s))',
            format('%s_%s_%s', v_name, p_suffix, v_table), v_table, crime.yearly_column(v_table), v_until,
            CASE WHEN v_is_old THEN '' ELSE format(' AND %s >= %L', crime.yearly_column(v_table), v_from) END);
        EXECUTE format('GRANT INSERT ON staging.%I TO %I', format('%s_%s_%s', v_name, p_suffix, v_table), session_user);
    END LOOP;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.open_place_edit(p_kind text, p_place integer, p_other integer, p_touched integer[], p_from date, p_reason text)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_id bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(4711004) THEN
        RAISE EXCEPTION 'An import is at work.' USING ERRCODE = '55P03';
    END IF;
    -- A day may have begun in India before it does here.
    IF p_from > current_date + 1 OR p_from < date '1947-08-15' THEN
        RAISE EXCEPTION 'An edit holds from a day that has come.' USING ERRCODE = '22007';
    END IF;
    INSERT INTO crime.place_edit (kind, place_id, other_id, valid_from, reason, touched, user_name, before)
    SELECT p_kind, p_place, p_other, p_from, btrim(p_reason), p_touched, me.user_name, jsonb_build_object(
        'places', (SELECT coalesce(jsonb_agg(to_jsonb(j)), '[]') FROM crime.jurisdiction j WHERE j.id = ANY (p_touched)),
        'populations', (SELECT coalesce(jsonb_agg(to_jsonb(p)), '[]') FROM crime.population p WHERE p.jurisdiction_id = ANY (p_touched || 0)),
        'seeing', crime.people_seeing(p_touched))
    FROM crime.person me
    WHERE me.id = crime.current_person()
    RETURNING id INTO v_id;
    RETURN v_id;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.open_traces(p_batch uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_days datemultirange;
    v_columns text := (
        SELECT string_agg(format('i.%I', a.attname), ', ' ORDER BY a.attnum)
        FROM pg_attribute a
        WHERE a.attrelid = 'crime.incident'::regclass AND a.attnum > 0 AND NOT a.attisdropped);
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format('SELECT crime.near_days(array_agg(DISTINCT i.occurred_on)) FROM staging.%I i', v_name || '_rows') INTO v_days;
    EXECUTE format($sql$
        CREATE VIEW staging.%1$I AS
        SELECT %2$s, true AS is_new
        FROM staging.%3$I i
        WHERE i.ordinal <@ (SELECT crime.current_scope()) AND i.id NOT IN (SELECT u.id FROM staging.%4$I u)
        UNION ALL
        SELECT %2$s, false
        FROM crime.incident i
        WHERE i.ordinal <@ (SELECT crime.current_scope()) AND i.id NOT IN (SELECT r.id FROM staging.%5$I r) AND i.occurred_on <@ %6$L::datemultirange
        $sql$, v_name || '_trace', v_columns, v_name || '_rows', v_name || '_unstored', v_name || '_removed', coalesce(v_days, '{}'));
    EXECUTE format('GRANT SELECT ON staging.%I TO %I', v_name || '_trace', session_user);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.open_years(p_batch uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_suffix text;
BEGIN
    FOR v_suffix IN EXECUTE format(
        'SELECT crime.suffix_of(occurred_on) FROM staging.%I UNION SELECT crime.suffix_of(occurred_on) FROM staging.%I',
        v_name || '_removed', v_name || '_merged') LOOP
        PERFORM crime.open_partition(p_batch, v_suffix);
    END LOOP;
    PERFORM crime.judge_places(v_name);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.part_pairs(p_batch uuid, p_number bigint)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    WITH parted AS (
        DELETE FROM crime.likely_pair p
        WHERE p.first_id >= p_number << 32 AND p.first_id < (p_number + 1) << 32 AND p.batch_id <> p_batch
        RETURNING p.*),
    back AS (
        DELETE FROM crime.batch_duplicate d
        USING parted p
        WHERE p.decision = 'same' AND d.batch_id = p.batch_id AND d.row_number = p.second_id & 4294967295),
    counted AS (
        SELECT p.batch_id, count(*) AS cases FROM parted p WHERE p.decision = 'same' GROUP BY p.batch_id)
    UPDATE crime.batch b
    SET accepted = b.accepted + c.cases, duplicates = b.duplicates - c.cases
    FROM counted c
    WHERE b.id = c.batch_id;
    DELETE FROM crime.likely_pair p WHERE p.batch_id = p_batch;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.people_seeing(p_places integer[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(jsonb_object_agg(s.person_id, s.places), '{}')
    FROM (
        SELECT b.person_id, jsonb_agg(DISTINCT j.id) AS places
        FROM crime.person_jurisdiction b
        JOIN crime.jurisdiction h ON h.id = b.jurisdiction_id
        JOIN crime.jurisdiction j ON j.ordinal >= h.ordinal AND j.ordinal < h.ordinal_until
        WHERE j.id = ANY (p_places)
        GROUP BY b.person_id) AS s
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.plan_registered_years(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%1$I AS
        SELECT n.suffix, n.cases, n.removed, o.cases AS old_cases, crime.is_year_rebuilt(n.cases + n.removed, o.cases) AS is_rebuilt
        FROM (
            SELECT p.suffix, sum(p.cases)::bigint AS cases, sum(p.removed)::bigint AS removed
            FROM (
                SELECT CASE WHEN c.registered < 2018 THEN 'before_2018' ELSE c.registered::integer::text END AS suffix, c.cases, 0 AS removed
                FROM staging.%2$I c
                UNION ALL
                SELECT l.registered, 0, l.cases FROM staging.%4$I l) AS p
            GROUP BY p.suffix) n
        LEFT JOIN staging.%3$I y ON y.suffix = n.suffix
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(r.cases), 0)::bigint AS cases
            FROM crime.rollup_month_registered r
            WHERE r.level = 0 AND r.head_id = 0 AND r.month >= coalesce(y.from_day, '-infinity') AND r.month < y.until_day) o
        $sql$, p_name || '_registered_plan', p_name || '_count', p_name || '_year', p_name || '_leaving');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.plan_swap(p_name text, p_parent text, p_suffix text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    EXECUTE format('INSERT INTO staging.%I SELECT $1, y.suffix, y.from_day, y.until_day FROM staging.%I y WHERE y.suffix = $2',
        p_name || '_swap', p_name || '_year') USING p_parent, p_suffix;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.plan_years(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.count_removed(p_name);
    EXECUTE format('CREATE TABLE staging.%I (parent text, suffix text, from_day date, until_day date)', p_name || '_swap');
    EXECUTE format($sql$
        CREATE TABLE staging.%1$I AS
        SELECT n.suffix, n.cases, n.placed, n.removed, n.removed_placed, o.cases AS old_cases,
            crime.is_year_rebuilt(n.cases + n.removed, o.cases) AS is_rebuilt
        FROM (
            SELECT p.suffix, sum(p.cases)::bigint AS cases, sum(p.placed)::bigint AS placed, sum(p.removed)::bigint AS removed,
                sum(p.removed_placed)::bigint AS removed_placed
            FROM (
                SELECT c.suffix, c.cases, c.placed, 0 AS removed, 0 AS removed_placed FROM staging.%2$I c
                UNION ALL
                SELECT l.suffix, 0, 0, l.cases, l.placed FROM staging.%4$I l) AS p
            GROUP BY p.suffix) n
        JOIN staging.%3$I y ON y.suffix = n.suffix
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(r.cases), 0)::bigint AS cases
            FROM crime.rollup_month r
            WHERE r.level = 0 AND r.head_id = 0 AND r.month >= coalesce(y.from_day, '-infinity') AND r.month < y.until_day) o
        $sql$, p_name || '_plan', p_name || '_count', p_name || '_year', p_name || '_leaving');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.prepare_decision(p_batch uuid, p_row bigint, p_decision text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_conflict crime.batch_conflict;
    v_old crime.incident;
    v_was jsonb;
    v_state jsonb;
BEGIN
    PERFORM crime.reopen_batch(p_batch);
    UPDATE crime.batch_conflict
    SET decision = p_decision, decided_at = clock_timestamp(), decided_by = crime.current_person()
    WHERE batch_id = p_batch AND row_number = p_row AND decision IS NULL
    RETURNING * INTO v_conflict;
    IF v_conflict.batch_id IS NULL THEN
        RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI014';
    END IF;
    IF NOT v_conflict.ordinal <@ (SELECT crime.current_scope()) THEN
        RAISE EXCEPTION 'The case lies outside the jurisdictions of the person.' USING ERRCODE = '42501';
    END IF;
    SELECT * INTO v_old FROM crime.incident i WHERE i.id = v_conflict.twin_id;
    IF p_decision = 'separate' THEN
        v_state := v_conflict.incident || jsonb_build_object('key', crime.widened_key(v_conflict.key, v_conflict.content_hash));
        IF EXISTS (SELECT 1 FROM crime.incident i WHERE i.key = (v_state ->> 'key')::uuid) THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI015';
        END IF;
    ELSIF p_decision = 'update' THEN
        -- The case is gone, and with it what the row contradicted: it is undone by its own batch.
        IF v_old.id IS NULL THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI016';
        END IF;
        -- What is protected is not laid open by a row that does not know why.
        IF v_old.is_sensitive AND NOT (v_conflict.incident -> 'is_sensitive')::boolean THEN
            RAISE EXCEPTION '%', p_row USING ERRCODE = 'CI017';
        END IF;
        v_was := crime.state_of(v_old);
        v_state := crime.next_state(v_was, v_conflict.incident);
        EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2)', v_name || '_removed') USING v_old.id, v_old.occurred_on;
        EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2, $3)', v_name || '_history') USING v_old.id, p_row, crime.scrubbed(v_was, v_state);
    END IF;
    IF p_decision <> 'keep' THEN
        EXECUTE format('INSERT INTO staging.%I VALUES ($1)', v_name || '_state') USING v_state;
        PERFORM crime.enter_states(v_name);
    END IF;
    PERFORM crime.open_years(p_batch);
    PERFORM crime.list_rows(v_name);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.prepare_pairs(p_batch uuid, p_firsts bigint[], p_seconds bigint[], p_decision text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_decided bigint;
BEGIN
    PERFORM crime.reopen_batch(p_batch);
    EXECUTE format('CREATE TABLE staging.%I (second_id bigint PRIMARY KEY, first_id bigint NOT NULL)', v_name || '_pair');
    IF p_decision = 'open' THEN
        v_decided := crime.reopen_pairs(p_batch, v_name, p_firsts, p_seconds);
    ELSIF p_decision = 'same' THEN
        v_decided := crime.join_pairs(p_batch, v_name, p_firsts, p_seconds);
    ELSE
        UPDATE crime.likely_pair p
        SET decision = 'different', decided_at = clock_timestamp(), decided_by = crime.current_person()
        FROM unnest(p_firsts, p_seconds) AS a (first_id, second_id)
        WHERE p.first_id = a.first_id AND p.second_id = a.second_id AND p.batch_id = p_batch AND p.decision IS NULL
          AND crime.may_decide(p);
        GET DIAGNOSTICS v_decided = ROW_COUNT;
    END IF;
    IF v_decided = 0 THEN
        RAISE EXCEPTION '%', coalesce(p_seconds[1] & 4294967295, 0) USING ERRCODE = 'CI018';
    END IF;
    PERFORM crime.open_years(p_batch);
    PERFORM crime.list_rows(v_name);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.prepare_rollback(p_batch uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_batch crime.batch;
    v_first bigint;
    v_next bigint;
    v_later text;
BEGIN
    v_batch := crime.reopen_batch(p_batch);
    IF v_batch.kind = 'demo' THEN
        RAISE EXCEPTION '%', v_batch.file_name USING ERRCODE = 'CI013';
    END IF;
    v_first := v_batch.number::bigint << 32;
    v_next := (v_batch.number + 1)::bigint << 32;
    -- Who changed the same cases later has to be undone first: what was before it is then exactly what is there.
    SELECT string_agg(DISTINCT format('%s %s', b.number, b.file_name), chr(10)) INTO v_later
    FROM crime.incident_history h
    JOIN crime.batch b ON b.id = h.batch_id
    WHERE h.batch_id <> p_batch
      AND ((h.incident_id >= v_first AND h.incident_id < v_next)
        OR EXISTS (SELECT 1 FROM crime.incident_history m WHERE m.batch_id = p_batch AND m.incident_id = h.incident_id AND m.id < h.id));
    IF v_later IS NOT NULL THEN
        RAISE EXCEPTION '%', v_later USING ERRCODE = 'CI012';
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT i.id, i.occurred_on FROM crime.incident i WHERE i.id >= $1 AND i.id < $2
        UNION
        SELECT i.id, i.occurred_on
        FROM crime.incident i
        WHERE i.id IN (SELECT h.incident_id FROM crime.incident_history h WHERE h.batch_id = $3)
        $sql$, v_name || '_removed') USING v_first, v_next, p_batch;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT f.was
        FROM (
            SELECT DISTINCT ON (h.incident_id) h.was
            FROM crime.incident_history h
            WHERE h.batch_id = $1 AND NOT (h.incident_id >= $2 AND h.incident_id < $3)
            ORDER BY h.incident_id, h.id) AS f
        $sql$, v_name || '_state') USING p_batch, v_first, v_next;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT p.state FROM crime.likely_pair p WHERE p.decision = 'same' AND p.first_id >= $1 AND p.first_id < $2 AND p.batch_id <> $3
        $sql$, v_name || '_state') USING v_first, v_next, p_batch;
    PERFORM crime.enter_states(v_name);
    EXECUTE format($sql$
        SELECT string_agg(DISTINCT format('%%s %%s', b.number, b.file_name), chr(10))
        FROM staging.%I m
        JOIN crime.incident i ON i.key = m.key AND i.id <> m.id
        JOIN crime.batch b ON b.number = i.id >> 32
        WHERE i.id NOT IN (SELECT r.id FROM staging.%I r)
        $sql$, v_name || '_merged', v_name || '_removed') INTO v_later;
    IF v_later IS NOT NULL THEN
        RAISE EXCEPTION '%', v_later USING ERRCODE = 'CI012';
    END IF;
    PERFORM crime.open_years(p_batch);
    PERFORM crime.list_rows(v_name);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.protect_cases()
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_cases bigint;
    v_heads smallint[] := ARRAY(SELECT h.id FROM crime.crime_head h WHERE crime.is_protected_head(h.id));
BEGIN
    UPDATE crime.incident i
    SET is_sensitive = true,
        place_precision = greatest(i.place_precision, 2),
        latitude = p.latitude,
        longitude = p.longitude,
        cell_key = ((i.cell_key >> 18) << 18)
            | CASE floor((p.longitude + 180) / 360 * 4194304)::bigint & 511 WHEN 255 THEN 21845 ELSE 65536 END
            | CASE floor((1 - asinh(tan(radians(p.latitude))) / pi()) / 2 * 4194304)::bigint & 511 WHEN 255 THEN 43690 ELSE 131072 END,
        occurred_hour = NULL,
        occurred_from = p.from_day,
        occurred_until = p.until_day,
        property_value = NULL,
        modus_operandi = NULL
    FROM (
        SELECT n.id, n.occurred_on, n.occurred_on::timestamp AT TIME ZONE 'Asia/Kolkata' AS from_day,
            CASE WHEN (n.occurred_until AT TIME ZONE 'Asia/Kolkata')::date > n.occurred_on
                THEN date_trunc('day', n.occurred_until AT TIME ZONE 'Asia/Kolkata') AT TIME ZONE 'Asia/Kolkata' END AS until_day,
            round(((floor((n.longitude + 180) / 360 * 8192) + 0.5) / 8192 * 360 - 180)::numeric, 6)::double precision AS longitude,
            round(degrees(atan(sinh(pi() * (1 - 2 * (floor((1 - asinh(tan(radians(n.latitude))) / pi()) / 2 * 8192) + 0.5) / 8192))))::numeric, 6)
                ::double precision AS latitude
        FROM crime.incident n
        WHERE n.is_sensitive
           OR n.victim_age_band BETWEEN 1 AND 4
           OR n.offender_age_band BETWEEN 1 AND 4
           OR n.head_id = ANY(v_heads)) AS p
    WHERE i.id = p.id
      AND i.occurred_on = p.occurred_on
      AND (NOT i.is_sensitive OR i.occurred_hour IS NOT NULL OR i.occurred_from <> p.from_day OR i.occurred_until IS DISTINCT FROM p.until_day
        OR i.latitude IS DISTINCT FROM p.latitude OR i.longitude IS DISTINCT FROM p.longitude);
    GET DIAGNOSTICS v_cases = ROW_COUNT;
    RETURN v_cases;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.protect_cases_of_head()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF crime.protect_cases() > 0 THEN
        PERFORM crime.recount_fine_rollups();
        DELETE FROM crime.result;
        DELETE FROM crime.forecast WHERE step = 1;
        UPDATE crime.data_state SET data_version = data_version + 1, months_version = data_version + 1;
    END IF;
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.protected(i crime.incident)
 RETURNS crime.incident
 LANGUAGE plpgsql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_x double precision := floor((i.longitude + 180) / 360 * 8192) + 0.5;
    v_y double precision := floor((1 - asinh(tan(radians(i.latitude))) / pi()) / 2 * 8192) + 0.5;
BEGIN
    i.occurred_hour := NULL;
    i.occurred_from := i.occurred_on::timestamp AT TIME ZONE 'Asia/Kolkata';
    i.occurred_until := CASE WHEN (i.occurred_until AT TIME ZONE 'Asia/Kolkata')::date > i.occurred_on
        THEN date_trunc('day', i.occurred_until AT TIME ZONE 'Asia/Kolkata') AT TIME ZONE 'Asia/Kolkata' END;
    i.property_value := NULL;
    i.modus_operandi := NULL;
    i.place_precision := greatest(i.place_precision, 2);
    i.longitude := round((v_x / 8192 * 360 - 180)::numeric, 6);
    i.latitude := round(degrees(atan(sinh(pi() * (1 - 2 * v_y / 8192))))::numeric, 6);
    -- As rounding leaves it: on one side of the middle of 2^9 cells of zoom 22, or on the other.
    i.cell_key := ((i.cell_key >> 18) << 18)
        | CASE floor((i.longitude + 180) / 360 * 4194304)::bigint & 511 WHEN 255 THEN 21845 ELSE 65536 END
        | CASE floor((1 - asinh(tan(radians(i.latitude))) / pi()) / 2 * 4194304)::bigint & 511 WHEN 255 THEN 43690 ELSE 131072 END;
    RETURN i;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.protected_state(p_state jsonb)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT p_state || to_jsonb(crime.protected(jsonb_populate_record(NULL::crime.incident, p_state))) $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.purge_batch_rows(p_days integer)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_old uuid[];
    v_rows bigint := 0;
    v_count bigint;
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may purge rows of batches.' USING ERRCODE = '42501';
    END IF;
    v_old := ARRAY(SELECT b.id FROM crime.batch b WHERE b.finished_at < now() - make_interval(days => greatest(p_days, 1)));
    DELETE FROM crime.batch_reject WHERE batch_id = ANY(v_old);
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_rows := v_rows + v_count;
    DELETE FROM crime.batch_duplicate WHERE batch_id = ANY(v_old);
    GET DIAGNOSTICS v_count = ROW_COUNT;
    v_rows := v_rows + v_count;
    DELETE FROM crime.batch_conflict WHERE batch_id = ANY(v_old);
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_rows + v_count;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.purge_uploads()
 RETURNS SETOF uuid
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    DELETE FROM crime.upload u
    WHERE u.expires_at < now()
      AND NOT EXISTS (
        SELECT 1 FROM crime.upload_step s
        WHERE s.upload_id = u.id AND s.state IN ('waiting', 'running') AND coalesce(s.told_at, s.asked_at) > now() - interval '1 day')
    RETURNING u.id
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.put_code(p_person uuid, p_code_hash bytea, p_life interval)
 RETURNS timestamp with time zone
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    INSERT INTO crime.person_code (person_id, code_hash, expires_at)
    VALUES (p_person, p_code_hash, now() + least(p_life, interval '14 days'))
    ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, issued_at = now(), expires_at = excluded.expires_at
    RETURNING expires_at
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.recount_data_state(p_name text)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_now record;
    v_before crime.data_state;
    v_late bigint;
    v_version bigint;
BEGIN
    SELECT * INTO v_before FROM crime.data_state;
    SELECT count(*) AS cases, max(i.occurred_on) AS last_occurred, min(i.reported_on) AS first_reported, max(i.reported_on) AS last_reported
    INTO v_now
    FROM crime.incident i;
    EXECUTE format('SELECT coalesce(sum(late), 0)::bigint FROM staging.%I', p_name || '_leaving') INTO v_late;
    UPDATE crime.data_state AS d
    SET data_version = d.data_version + 1,
        incident_count = v_now.cases,
        is_synthetic = EXISTS (SELECT 1 FROM crime.batch b WHERE b.is_synthetic AND b.accepted > 0 AND b.finished_at IS NOT NULL AND b.rolled_back_at IS NULL),
        first_month = date_trunc('month', v_now.first_reported)::date,
        last_occurred_on = v_now.last_occurred,
        last_reported_on = v_now.last_reported,
        last_imported_at = (SELECT max(b.finished_at) FROM crime.batch b WHERE b.rolled_back_at IS NULL),
        late_cases = d.late_cases + v_late,
        coverage = (
            SELECT (b.detail ->> 'coverage')::double precision
            FROM crime.batch b
            WHERE b.finished_at IS NOT NULL AND b.accepted > 0 AND b.rolled_back_at IS NULL
            ORDER BY b.finished_at DESC
            LIMIT 1),
        assumed_registrations = (
            SELECT coalesce(sum(crime.assumed_registrations(b.detail, b.accepted)), 0)
            FROM crime.batch b
            WHERE b.finished_at IS NOT NULL AND b.rolled_back_at IS NULL),
        as_of = least(
            date_trunc('month', v_now.last_occurred + interval '1 month'),
            date_trunc('month', greatest(v_now.last_occurred, v_now.last_reported) + interval '1 day'))::date
    RETURNING d.data_version INTO v_version;
    UPDATE crime.data_state
    SET months_version = v_version, late_cases = 0
    WHERE as_of IS DISTINCT FROM v_before.as_of
       OR first_month IS DISTINCT FROM v_before.first_month
       OR late_cases * 100 * greatest((as_of - first_month) / 30, 1) > incident_count;
    RETURN v_version;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.recount_fine_rollups()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    DELETE FROM crime.rollup_hour;
    DELETE FROM crime.rollup_victim;
    DELETE FROM crime.rollup_victim_registered;
    DELETE FROM crime.rollup_cell;
    -- Every head with each at or above it; every place with the state and the country it is of, and with its district or what is known instead.
    CREATE TEMP TABLE recount_head ON COMMIT DROP AS
    WITH RECURSIVE line AS (
        SELECT h.id AS leaf, h.id AS node, h.parent_id FROM crime.crime_head h
        UNION ALL
        SELECT l.leaf, h.id, h.parent_id FROM line l JOIN crime.crime_head h ON h.id = l.parent_id)
    SELECT leaf, node FROM line;
    CREATE TEMP TABLE recount_place ON COMMIT DROP AS
    WITH RECURSIVE line AS (
        SELECT j.ordinal AS finest, j.ordinal, j.level, j.parent_id FROM crime.jurisdiction j
        UNION ALL
        SELECT l.finest, j.ordinal, j.level, j.parent_id FROM line l JOIN crime.jurisdiction j ON j.id = l.parent_id)
    SELECT finest, ordinal, level, level <= 4 AND level = max(level) FILTER (WHERE level <= 4) OVER (PARTITION BY finest) AS is_district FROM line;
    PERFORM crime.recount_slots('rollup_hour', 'occurred_on',
        'CASE WHEN i.is_sensitive THEN 175 ELSE (date_part(''isodow'', i.occurred_on)::integer - 1) * 25 + coalesce(i.occurred_hour, -1) + 1 END');
    PERFORM crime.recount_slots('rollup_victim', 'occurred_on', 'i.victim_gender * 9 + i.victim_age_band + CASE WHEN i.is_sensitive THEN 36 ELSE 0 END');
    PERFORM crime.recount_slots('rollup_victim_registered', 'reported_on',
        'i.victim_gender * 9 + i.victim_age_band + CASE WHEN i.is_sensitive THEN 36 ELSE 0 END');
    INSERT INTO crime.rollup_cell (zoom, head_id, cell, ordinal, year, slots, cases)
    SELECT s.zoom, s.node, s.cell, s.ordinal, s.year, array_agg(s.month ORDER BY s.month), array_agg(s.cases ORDER BY s.month)
    FROM (
        SELECT z.zoom, h.node, c.cell >> (z.shift - 18) AS cell, c.ordinal, c.year, c.month, sum(c.cases)::integer AS cases
        FROM (
            SELECT i.cell_key >> 18 AS cell, p.ordinal, i.head_id, date_trunc('year', i.occurred_on)::date AS year,
                date_part('month', i.occurred_on)::smallint AS month, count(*) AS cases
            FROM crime.incident i
            JOIN recount_place p ON p.finest = i.ordinal AND p.is_district
            WHERE i.cell_key IS NOT NULL
              AND NOT i.is_sensitive
            GROUP BY 1, 2, 3, 4, 5) AS c
        JOIN recount_head h ON h.leaf = c.head_id
        JOIN (VALUES (10::smallint, 24), (13::smallint, 18)) AS z (zoom, shift) ON z.zoom = 10 OR h.node = 0
        GROUP BY 1, 2, 3, 4, 5, 6) AS s
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5;
    DROP TABLE recount_head, recount_place;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.recount_places(p_ordinals integer[], p_gone integer[])
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '64MB'
AS $function$
DECLARE
    v_rollup text;
    v_heads smallint[] := ARRAY(SELECT id FROM crime.crime_head);
BEGIN
    DELETE FROM crime.rollup_cell WHERE ordinal = ANY (p_ordinals || p_gone);
    CREATE TEMP TABLE recount_head ON COMMIT DROP AS
    WITH RECURSIVE line AS (
        SELECT h.id AS leaf, h.id AS node, h.parent_id FROM crime.crime_head h
        UNION ALL
        SELECT l.leaf, h.id, h.parent_id FROM line l JOIN crime.crime_head h ON h.id = l.parent_id)
    SELECT leaf, node FROM line;
    CREATE TEMP TABLE recount_place ON COMMIT DROP AS
    SELECT f.ordinal AS finest, p.ordinal, p.level,
        p.level <= 4 AND NOT EXISTS (
            SELECT 1 FROM crime.jurisdiction d
            WHERE d.level > p.level AND d.level <= 4 AND f.ordinal >= d.ordinal AND f.ordinal < d.ordinal_until) AS is_district
    FROM crime.jurisdiction p
    JOIN crime.jurisdiction f ON f.ordinal >= p.ordinal AND f.ordinal < p.ordinal_until
    WHERE p.ordinal = ANY (p_ordinals)
      AND p.level <= 6;
    ANALYZE recount_place;
    FOREACH v_rollup IN ARRAY ARRAY['rollup_month', 'rollup_month_registered'] LOOP
        EXECUTE format('DELETE FROM crime.%I WHERE level = ANY (ARRAY[2, 3, 4, 5, 6]::smallint[]) AND head_id = ANY ($1) AND ordinal = ANY ($2)', v_rollup)
            USING v_heads, p_ordinals || p_gone;
        EXECUTE format($sql$
            INSERT INTO crime.%I (level, head_id, ordinal, month, cases, under_investigation, chargesheeted, closed, convicted, acquitted)
            SELECT c.level, h.node, c.ordinal, c.month, sum(c.cases), sum(c.s0), sum(c.s1), sum(c.s2), sum(c.s3), sum(c.s4)
            FROM (
                SELECT p.level, p.ordinal, i.head_id, date_trunc('month', i.%I)::date AS month, count(*) AS cases,
                    count(*) FILTER (WHERE i.status = 0) AS s0, count(*) FILTER (WHERE i.status = 1) AS s1, count(*) FILTER (WHERE i.status = 2) AS s2,
                    count(*) FILTER (WHERE i.status = 3) AS s3, count(*) FILTER (WHERE i.status = 4) AS s4
                FROM pg_temp.recount_place p
                JOIN crime.incident i ON i.ordinal = p.finest
                GROUP BY 1, 2, 3, 4) AS c
            JOIN pg_temp.recount_head h ON h.leaf = c.head_id
            GROUP BY 1, 2, 3, 4
            $sql$, v_rollup, CASE v_rollup WHEN 'rollup_month' THEN 'occurred_on' ELSE 'reported_on' END);
    END LOOP;
    INSERT INTO crime.rollup_cell (zoom, head_id, cell, ordinal, year, slots, cases)
    SELECT s.zoom, s.node, s.cell, s.ordinal, s.year, array_agg(s.month ORDER BY s.month), array_agg(s.cases ORDER BY s.month)
    FROM (
        SELECT z.zoom, h.node, c.cell >> (z.shift - 18) AS cell, c.ordinal, c.year, c.month, sum(c.cases)::integer AS cases
        FROM (
            SELECT i.cell_key >> 18 AS cell, p.ordinal, i.head_id, date_trunc('year', i.occurred_on)::date AS year,
                date_part('month', i.occurred_on)::smallint AS month, count(*) AS cases
            FROM pg_temp.recount_place p
            JOIN crime.incident i ON i.ordinal = p.finest
            WHERE p.is_district
              AND i.cell_key IS NOT NULL
              AND NOT i.is_sensitive
            GROUP BY 1, 2, 3, 4, 5) AS c
        JOIN pg_temp.recount_head h ON h.leaf = c.head_id
        JOIN (VALUES (10::smallint, 24), (13::smallint, 18)) AS z (zoom, shift) ON z.zoom = 10 OR h.node = 0
        GROUP BY 1, 2, 3, 4, 5, 6) AS s
    GROUP BY 1, 2, 3, 4, 5;
    DROP TABLE pg_temp.recount_head, pg_temp.recount_place;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.recount_slots(p_rollup text, p_date text, p_slot text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.%I (level, head_id, ordinal, month, slots, cases)
        SELECT s.level, s.node, s.ordinal, s.month, array_agg(s.slot ORDER BY s.slot), array_agg(s.cases ORDER BY s.slot)
        FROM (
            SELECT p.level, h.node, p.ordinal, c.month, c.slot, sum(c.cases)::integer AS cases
            FROM (
                SELECT i.ordinal, i.head_id, date_trunc('month', i.%I)::date AS month, (%s)::smallint AS slot, count(*) AS cases
                FROM crime.incident i
                GROUP BY 1, 2, 3, 4) AS c
            JOIN recount_head h ON h.leaf = c.head_id
            JOIN recount_place p ON p.finest = c.ordinal AND p.level <= 1
            GROUP BY 1, 2, 3, 4, 5) AS s
        GROUP BY 1, 2, 3, 4
        ORDER BY 1, 2, 3, 4
        $sql$, p_rollup, p_date, p_slot);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.redeem_code(p_person uuid, p_code_hash bytea, p_password_hash text)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'crime.audit is append-only'; END $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.refuse_rows(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_bad text;
BEGIN
    EXECUTE format('CREATE TABLE staging.%I AS SELECT DISTINCT ordinal FROM staging.%I', p_name || '_place', p_name || '_rows');
    EXECUTE format($sql$
        WITH RECURSIVE head AS (
            SELECT h.id, h.is_sensitive FROM crime.crime_head h WHERE h.parent_id IS NULL
            UNION ALL
            SELECT c.id, c.is_sensitive OR h.is_sensitive FROM head h JOIN crime.crime_head c ON c.parent_id = h.id)
        SELECT min(b.subject)
        FROM (
            SELECT format('jurisdiction %%s', p.ordinal)
            FROM staging.%I p
            LEFT JOIN crime.jurisdiction j ON j.ordinal = p.ordinal
            WHERE j.id IS NULL OR NOT p.ordinal <@ (SELECT crime.current_scope())
            UNION ALL
            SELECT format('head %%s', p.head_id)
            FROM staging.%I p
            LEFT JOIN head h ON h.id = p.head_id
            WHERE h.id IS NULL OR (h.is_sensitive AND NOT p.is_sensitive)
               OR EXISTS (SELECT 1 FROM crime.crime_head c WHERE c.parent_id = h.id)) AS b (subject)
        $sql$, p_name || '_place', p_name || '_count') INTO v_bad;
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'The batch holds rows that may not be loaded: %.', v_bad
            USING ERRCODE = '42501', HINT = 'Rows must lie in the jurisdictions of the person who loads them and carry a leaf head.';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.remove_cases(p_name text, p_suffix text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    EXECUTE format('DELETE FROM crime.%I i USING staging.%I r WHERE r.id = i.id AND r.occurred_on = i.occurred_on',
        'incident_' || p_suffix, p_name || '_removed');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.remove_synthetic()
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_cases bigint := (SELECT incident_count FROM crime.data_state);
BEGIN
    DELETE FROM crime.run;
    DELETE FROM crime.forecast;
    DELETE FROM crime.forecast_calibration;
    DELETE FROM crime.forecast_incoming;
    DELETE FROM crime.result;
    DELETE FROM crime.result_incoming;
    -- Orders it with the writer of the stations.
    PERFORM pg_advisory_xact_lock(4711006);
    UPDATE crime.jurisdiction SET valid_until = current_date WHERE is_synthetic AND valid_until IS NULL;
    PERFORM crime.take_tables('crime.incident, crime.rollup_month, crime.rollup_hour, crime.rollup_victim, crime.rollup_cell, crime.rollup_month_registered, crime.rollup_victim_registered');
    TRUNCATE crime.incident, crime.rollup_month, crime.rollup_hour, crime.rollup_victim, crime.rollup_cell, crime.rollup_month_registered, crime.rollup_victim_registered;
    DELETE FROM crime.incident_history;
    DELETE FROM crime.batch_duplicate;
    DELETE FROM crime.batch WHERE is_synthetic;
    UPDATE crime.data_state
    SET reference_version = reference_version + 1, is_synthetic = false, incident_count = 0,
        first_month = NULL, as_of = NULL, last_occurred_on = NULL, last_reported_on = NULL;
    RETURN v_cases;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.rename_place(p_place integer, p_names jsonb, p_from date, p_reason text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_edit bigint;
BEGIN
    IF coalesce(btrim(p_names ->> 'en'), '') = '' OR v_place.level = 0 THEN
        RAISE EXCEPTION 'A place has a name in English.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('rename', p_place, NULL, ARRAY[p_place], p_from, p_reason);
    UPDATE crime.jurisdiction SET names = p_names, is_edited = true WHERE id = p_place;
    INSERT INTO crime.place_change (edit_id, kind, place_id, valid_from, former_names)
    SELECT v_edit, 'rename', p_place, p_from, ARRAY(SELECT DISTINCT n.value FROM jsonb_each_text(v_place.names) n);
    RETURN crime.close_place_edit(v_edit);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.reopen_batch(p_batch uuid)
 RETURNS crime.batch
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_batch crime.batch;
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may change a batch.' USING ERRCODE = '42501';
    END IF;
    PERFORM pg_advisory_xact_lock(4711004);
    UPDATE crime.batch
    SET changed_at = clock_timestamp(), changed_by = crime.current_person()
    WHERE id = p_batch AND finished_at IS NOT NULL
    RETURNING * INTO v_batch;
    IF v_batch.id IS NULL THEN
        RAISE EXCEPTION '%', p_batch USING ERRCODE = 'CI010';
    END IF;
    IF v_batch.rolled_back_at IS NOT NULL THEN
        RAISE EXCEPTION '%', v_batch.rolled_back_at USING ERRCODE = 'CI011';
    END IF;
    EXECUTE format('CREATE TABLE staging.%I (suffix text PRIMARY KEY, from_day date, until_day date)', v_name || '_year');
    PERFORM crime.open_change(v_name);
    RETURN v_batch;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.reopen_pairs(p_batch uuid, p_name text, p_firsts bigint[], p_seconds bigint[])
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_count bigint;
    v_taken bigint;
BEGIN
    SELECT min(p.second_id & 4294967295) INTO v_taken
    FROM unnest(p_firsts, p_seconds) AS a (first_id, second_id)
    JOIN crime.likely_pair p ON p.first_id = a.first_id AND p.second_id = a.second_id
    JOIN crime.incident i ON i.key = p.second_key
    WHERE p.batch_id = p_batch;
    IF v_taken IS NOT NULL THEN
        RAISE EXCEPTION '%', v_taken USING ERRCODE = 'CI015';
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT p.state
        FROM unnest($1, $2) AS a (first_id, second_id)
        JOIN crime.likely_pair p ON p.first_id = a.first_id AND p.second_id = a.second_id
        WHERE p.batch_id = $3 AND p.decision = 'same'
        $sql$, p_name || '_state') USING p_firsts, p_seconds, p_batch;
    PERFORM crime.enter_states(p_name);
    UPDATE crime.likely_pair p
    SET decision = NULL, decided_at = NULL, decided_by = NULL, state = NULL, second_key = NULL
    FROM unnest(p_firsts, p_seconds) AS a (first_id, second_id)
    WHERE p.first_id = a.first_id AND p.second_id = a.second_id AND p.batch_id = p_batch AND p.decision IS NOT NULL
      AND (p.decision = 'same' OR crime.may_decide(p));
    GET DIAGNOSTICS v_count = ROW_COUNT;
    RETURN v_count;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_manager(p_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM pg_advisory_xact_lock(4711045);
    IF NOT crime.current_is_admin() OR (p_person IS NOT NULL AND NOT crime.may_manage(p_person)) THEN
        RAISE EXCEPTION 'Only an administrator of all of a person''s jurisdictions manages them.' USING ERRCODE = '42501';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_one_kind(p_batch uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_batch record;
    v_holds_synthetic boolean := (SELECT is_synthetic FROM crime.data_state);
    v_holds_registered boolean := crime.has_registered_cases();
BEGIN
    SELECT b.is_synthetic, b.ends_demo INTO v_batch FROM crime.batch b WHERE b.id = p_batch;
    IF v_batch.is_synthetic AND v_holds_registered THEN
        RAISE EXCEPTION 'The database holds registered cases: the demo is over, and synthetic ones are not taken.' USING ERRCODE = 'CI002';
    END IF;
    IF NOT v_batch.is_synthetic AND v_holds_synthetic AND v_holds_registered THEN
        RAISE EXCEPTION 'The database mixes registered and synthetic cases: load the registered ones into an empty one.' USING ERRCODE = 'CI003';
    END IF;
    IF NOT v_batch.is_synthetic AND v_holds_synthetic AND NOT v_batch.ends_demo THEN
        RAISE EXCEPTION 'The database holds synthetic cases, and the batch does not end the demo.' USING ERRCODE = 'CI001';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_open(p_batch uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    PERFORM 1
    FROM crime.batch b
    WHERE b.id = p_batch
      AND ((b.finished_at IS NULL AND b.person_id = crime.current_person())
        -- Opened again by this transaction (crime.reopen_batch).
        OR (b.changed_by = crime.current_person() AND b.xmin = pg_current_xact_id()::xid));
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Batch % is not an open batch of the current person.', p_batch USING ERRCODE = '42501';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_other(p_person uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.require_manager(p_person);
    IF p_person = crime.current_person() THEN
        RAISE EXCEPTION 'Another administrator changes these rights.' USING ERRCODE = '42501';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_place_admin(p_place integer)
 RETURNS crime.jurisdiction
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_place crime.jurisdiction;
BEGIN
    SELECT * INTO v_place FROM crime.jurisdiction WHERE id = p_place AND valid_until IS NULL;
    IF v_place.id IS NULL OR NOT crime.current_is_admin() OR NOT int4range(v_place.ordinal, v_place.ordinal_until) <@ crime.current_scope() THEN
        RAISE EXCEPTION 'Only an administrator of a place changes it.' USING ERRCODE = '42501';
    END IF;
    RETURN v_place;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_protected_case()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_case bigint;
BEGIN
    -- Planned each time: for one row as for a million.
    EXECUTE $sql$
        SELECT w.incident_id
        FROM written w
        WHERE w.is_sensitive
          AND NOT EXISTS (
              SELECT 1 FROM crime.incident i WHERE i.id = w.incident_id AND i.occurred_on = w.occurred_on AND i.is_sensitive)
        LIMIT 1
        $sql$ INTO v_case;
    IF v_case IS NOT NULL THEN
        RAISE EXCEPTION 'Case % is not sensitive, its section is.', v_case USING ERRCODE = '23514', CONSTRAINT = 'section_is_sensitive';
    END IF;
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_protection()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF crime.is_protected_head(NEW.head_id) THEN
        RAISE EXCEPTION 'Head % is sensitive, the case is not.', NEW.head_id USING ERRCODE = '23514', CONSTRAINT = 'head_is_sensitive';
    END IF;
    PERFORM 1
    FROM crime.incident_section s
    WHERE s.incident_id = NEW.id
      AND crime.is_protected_section(s.act, s.section, s.subsection);
    IF FOUND THEN
        RAISE EXCEPTION 'Case % has a sensitive section and is not sensitive.', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'section_is_sensitive';
    END IF;
    RETURN NEW;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_run(p_run uuid)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM 1 FROM crime.run WHERE id = p_run AND state = 'running' AND person_id = crime.current_person() FOR KEY SHARE;
    IF NOT FOUND OR NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Run % is not the current person''s, or does not run.', p_run USING ERRCODE = '42501';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_settings_admin()
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    IF NOT crime.current_is_admin() OR NOT crime.current_sees_country() THEN
        RAISE EXCEPTION 'Only an administrator of the whole country changes settings.' USING ERRCODE = '42501';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.require_total(p_name text, p_suffix text, p_rollup text, p_cases bigint)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_total bigint;
BEGIN
    EXECUTE format('SELECT coalesce(sum(%s), 0)::bigint FROM staging.%I t WHERE %s AND t.head_id = 0',
        CASE WHEN p_rollup LIKE 'rollup\_month%' THEN 't.cases' ELSE '(SELECT sum(u) FROM unnest(t.cases) AS u)' END,
        format('%s_%s_%s', p_name, p_suffix, p_rollup),
        CASE p_rollup WHEN 'rollup_cell' THEN 't.zoom = 10' ELSE 't.level = 0' END) INTO v_total;
    IF v_total <> p_cases THEN
        RAISE EXCEPTION '% of % counts % cases, the rows are %.', p_rollup, p_suffix, v_total, p_cases USING ERRCODE = '23514';
    END IF;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.reset_factor(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.reset_person(p_id uuid, p_code_hash bytea, p_life interval)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.rollup_key(p_rollup text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT CASE p_rollup WHEN 'rollup_cell' THEN 'zoom, head_id, cell, ordinal, year' ELSE 'level, head_id, ordinal, month' END $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.run_progress()
 RETURNS TABLE(state text, done bigint, total bigint, busy_ms bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'pg_temp'
AS $function$
    SELECT r.state, coalesce(sum(u.done), 0)::bigint, coalesce(sum(u.work), 0)::bigint, r.busy_ms
    FROM (
        SELECT n.*
        FROM crime.run n
        ORDER BY n.state = 'running' DESC, n.state = 'waiting' DESC, n.started_at DESC
        LIMIT 1) AS r
    LEFT JOIN crime.run_unit u ON u.run_id = r.id
    WHERE r.state IN ('waiting', 'running', 'failed')
    GROUP BY r.state, r.busy_ms
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.same_stage(p_one text, p_other text)
 RETURNS text
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT string_agg(format('%1$s.%3$I IS NOT DISTINCT FROM %2$s.%3$I', p_one, p_other, a.attname), ' AND ')
    FROM pg_attribute a
    WHERE a.attrelid = 'crime.incident'::regclass
      AND a.attname IN ('status', 'chargesheeted_on', 'disposed_on')
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.scope_of(p_person uuid)
 RETURNS int4multirange
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(range_agg(int4range(j.ordinal, j.ordinal_until)), '{}'::int4multirange)
    FROM crime.person_jurisdiction b
    JOIN crime.jurisdiction j ON j.id = b.jurisdiction_id
    WHERE b.person_id = p_person
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.scrubbed(p_was jsonb, p_is jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT CASE WHEN (p_is -> 'is_sensitive')::boolean AND NOT (p_was -> 'is_sensitive')::boolean
        THEN p_was || jsonb_build_object(
            'cell_key', p_is -> 'cell_key', 'latitude', p_is -> 'latitude', 'longitude', p_is -> 'longitude', 'place_precision', p_is -> 'place_precision',
            'occurred_hour', NULL, 'occurred_from', (p_was ->> 'occurred_on')::timestamp AT TIME ZONE 'Asia/Kolkata', 'occurred_until', NULL,
            'property_value', NULL, 'modus_operandi', NULL)
        ELSE p_was END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.section_names(p_state jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(jsonb_agg(e.item - 'is_principal' ORDER BY e.item - 'is_principal'), '[]')
    FROM jsonb_array_elements(p_state -> 'sections') AS e (item)
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.sections_of(p_case bigint)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
        'act', s.act, 'section', s.section, 'subsection', s.subsection, 'is_principal', s.is_principal) ORDER BY s.place), '[]')
    FROM crime.incident_section s
    WHERE s.incident_id = p_case
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.sees_source_of(p_owner uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT crime.current_is_admin() AND (p_owner = crime.current_person() OR crime.may_manage(p_owner))
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.set_place_point(p_place integer, p_latitude double precision, p_longitude double precision, p_reason text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_edit bigint;
BEGIN
    IF (p_latitude IS NULL) <> (p_longitude IS NULL) OR NOT p_latitude BETWEEN 6 AND 38 OR NOT p_longitude BETWEEN 68 AND 98 THEN
        RAISE EXCEPTION 'A point lies in India.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('point', p_place, NULL, ARRAY[v_place.id], current_date, p_reason);
    UPDATE crime.jurisdiction SET latitude = p_latitude, longitude = p_longitude, is_edited = true WHERE id = p_place;
    RETURN crime.close_place_edit(v_edit);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.set_populations(p_place integer, p_years integer[], p_residents bigint[], p_source text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_edit bigint;
BEGIN
    IF v_place.level = 0 OR EXISTS (SELECT 1 FROM unnest(p_years) y WHERE y NOT BETWEEN 1901 AND 2100) THEN
        RAISE EXCEPTION 'Residents are said of states, districts and stations, by year.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('population', p_place, NULL, ARRAY[p_place], current_date, p_source);
    DELETE FROM crime.population p USING unnest(p_years, p_residents) AS n (year, residents)
    WHERE p.jurisdiction_id = p_place AND p.year = n.year AND n.residents IS NULL;
    INSERT INTO crime.population (jurisdiction_id, year, residents, source)
    SELECT p_place, n.year, n.residents, btrim(p_source) FROM unnest(p_years, p_residents) AS n (year, residents) WHERE n.residents IS NOT NULL
    ON CONFLICT (jurisdiction_id, year) DO UPDATE SET residents = excluded.residents, source = excluded.source;
    PERFORM crime.sum_country_residents();
    RETURN crime.close_place_edit(v_edit);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.settle_rows(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_suffix text;
    v_any boolean;
BEGIN
    EXECUTE format('SELECT EXISTS (SELECT 1 FROM staging.%I) OR EXISTS (SELECT 1 FROM staging.%I)', p_name || '_unstored', p_name || '_merged') INTO v_any;
    IF NOT v_any AND to_regclass(format('staging.%I', p_name || '_count')) IS NOT NULL THEN
        RETURN;
    END IF;
    FOR v_suffix IN EXECUTE format('SELECT suffix FROM staging.%I', p_name || '_year') LOOP
        EXECUTE format('DELETE FROM staging.%I s USING (SELECT DISTINCT id FROM staging.%I) u WHERE u.id = s.id',
            format('%s_%s_incident', p_name, v_suffix), p_name || '_unstored');
        EXECUTE format('INSERT INTO staging.%I SELECT m.* FROM staging.%I m WHERE crime.suffix_of(m.occurred_on) = $1',
            format('%s_%s_incident', p_name, v_suffix), p_name || '_merged') USING v_suffix;
    END LOOP;
    EXECUTE format('DROP TABLE IF EXISTS staging.%I', p_name || '_count');
    PERFORM crime.count_rows(p_name);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.shift_places(p_shifts jsonb, OUT cases bigint)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v record;
    v_cases bigint;
BEGIN
    cases := 0;
    FOR v IN
        SELECT (s ->> 0)::integer AS lo, (s ->> 1)::integer AS hi, (s ->> 2)::integer - (s ->> 0)::integer AS delta
        FROM jsonb_array_elements(p_shifts) AS s
    LOOP
        UPDATE crime.jurisdiction
        SET ordinal = ordinal + v.delta, ordinal_until = ordinal_until + v.delta
        WHERE ordinal >= v.lo AND ordinal < v.hi;
        UPDATE crime.incident SET ordinal = ordinal + v.delta WHERE ordinal >= v.lo AND ordinal < v.hi;
        GET DIAGNOSTICS v_cases = ROW_COUNT;
        cases := cases + v_cases;
        UPDATE crime.incident_section x SET ordinal = i.ordinal
        FROM crime.incident i
        WHERE i.ordinal >= v.lo + v.delta AND i.ordinal < v.hi + v.delta
          AND x.incident_id = i.id
          AND x.ordinal <> i.ordinal;
        UPDATE crime.incident_history
        SET ordinal = ordinal + v.delta, was = jsonb_set(was, '{ordinal}', to_jsonb(ordinal + v.delta))
        WHERE ordinal >= v.lo AND ordinal < v.hi;
        UPDATE crime.batch_conflict
        SET ordinal = ordinal + v.delta, incident = jsonb_set(incident, '{ordinal}', to_jsonb(ordinal + v.delta))
        WHERE ordinal >= v.lo AND ordinal < v.hi;
        UPDATE crime.likely_pair
        SET state = jsonb_set(state, '{ordinal}', to_jsonb((state ->> 'ordinal')::integer + v.delta))
        WHERE (state ->> 'ordinal')::integer >= v.lo AND (state ->> 'ordinal')::integer < v.hi;
        DELETE FROM crime.forecast WHERE ordinal >= v.lo AND ordinal < v.hi;
        DELETE FROM crime.result r WHERE r.ordinal < v.hi AND r.ordinal_until > v.lo;
    END LOOP;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.source_owner_name(p_owner uuid)
 RETURNS text
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT p.display_name FROM crime.person p WHERE p.id = p_owner AND crime.sees_source_of(p_owner)
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.split_place(p_place integer, p_code text, p_names jsonb, p_stations integer[], p_share double precision, p_from date, p_reason text)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_place crime.jurisdiction := crime.require_place_admin(p_place);
    v_parent crime.jurisdiction := crime.require_place_admin(v_place.parent_id);
    v_touched integer[] := p_place || p_stations;
    v_edit bigint;
    v_new integer;
BEGIN
    IF v_place.level NOT IN (4, 7) OR p_share <= 0 OR p_share >= 1
        OR EXISTS (SELECT 1 FROM unnest(p_stations) AS s (id) LEFT JOIN crime.jurisdiction j ON j.id = s.id
            WHERE j.parent_id IS DISTINCT FROM p_place OR j.level <> 7 OR j.valid_until IS NOT NULL) THEN
        RAISE EXCEPTION 'A district is split by its stations.' USING ERRCODE = '22023';
    END IF;
    v_edit := crime.open_place_edit('split', p_place, NULL, v_touched, p_from, p_reason);
    v_new := crime.insert_place(v_parent.id, v_place.level, p_code, p_names, p_from);
    UPDATE crime.place_edit SET other_id = v_new, touched = touched || v_new WHERE id = v_edit;
    PERFORM crime.take_stations(v_edit, 'split', p_stations, v_new, p_from);
    INSERT INTO crime.place_change (edit_id, kind, place_id, other_id, valid_from) VALUES (v_edit, 'split', v_new, p_place, p_from);
    INSERT INTO crime.population (jurisdiction_id, year, residents, source)
    SELECT v_new, p.year, round(p.residents * p_share), p_reason FROM crime.population p WHERE p.jurisdiction_id = p_place AND p_share IS NOT NULL;
    UPDATE crime.population SET residents = residents - round(residents * p_share), source = p_reason
    WHERE jurisdiction_id = p_place AND p_share IS NOT NULL;
    DELETE FROM crime.population WHERE jurisdiction_id = p_place AND p_share IS NULL;
    UPDATE crime.jurisdiction SET population_2011 = CASE id WHEN v_new THEN round(v_place.population_2011 * p_share)
        ELSE v_place.population_2011 - round(v_place.population_2011 * p_share) END, is_edited = true
    WHERE id IN (p_place, v_new);
    PERFORM crime.recount_places(crime.district_ordinals(v_touched || v_new), '{}');
    PERFORM crime.forget_figures(v_touched);
    RETURN crime.close_place_edit(v_edit);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.staged_rejects(p_name text)
 RETURNS TABLE(row_number bigint, line_number bigint, column_name text, value text, reason text, suggestion text)
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    RETURN QUERY EXECUTE format($sql$
        SELECT DISTINCT ON (r.row_number, r.column_name) r.row_number, r.line_number, r.column_name, r.value, r.reason, r.suggestion
        FROM staging.%I r
        ORDER BY r.row_number, r.column_name
        $sql$, p_name || '_reject');
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.staging_name(p_batch uuid)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT 'b' || replace(p_batch::text, '-', '') $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.state_of(i crime.incident)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT to_jsonb(i) || jsonb_build_object('sections', crime.sections_of(i.id)) $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.status_step(p_status smallint)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT CASE WHEN p_status = 0 THEN 0 WHEN p_status <= 2 THEN 1 ELSE 2 END $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.store_coherent_forecasts(p_run uuid, p_kind text, p_name text, p_holder uuid, p_from integer, p_until integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.finish_unit(p_run, p_kind, p_name, p_holder, p_from, p_until, '{}');
    UPDATE crime.forecast f
    SET mean = s.mean, bounds = s.bounds
    FROM crime.forecast_incoming s
    WHERE s.run_id = p_run
      AND s.ordinal >= p_from
      AND s.ordinal < p_until
      AND (f.ordinal, f.step, f.head_id, f.run_id, f.data_version) = (s.ordinal, s.step, s.head_id, p_run, s.data_version)
      AND f.obstacle IS NULL;
    DELETE FROM crime.forecast_incoming s WHERE s.run_id = p_run;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.store_forecast_calibration(p_run uuid, p_kind text, p_name text, p_holder uuid, p_step smallint, p_data_version bigint, p_calibration jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.finish_unit(p_run, p_kind, p_name, p_holder, 0, 0, '{}');
    INSERT INTO crime.forecast_calibration AS c (step, data_version, run_id, calibration)
    VALUES (p_step, p_data_version, p_run, p_calibration)
    ON CONFLICT (step) DO UPDATE
    SET data_version = EXCLUDED.data_version, run_id = EXCLUDED.run_id, computed_at = clock_timestamp(), calibration = EXCLUDED.calibration;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.store_forecasts(p_run uuid, p_kind text, p_name text, p_holder uuid, p_from integer, p_until integer, p_counts jsonb, p_step smallint, p_levels smallint[], p_data_version bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.finish_unit(p_run, p_kind, p_name, p_holder, p_from, p_until, p_counts);
    IF EXISTS (
        SELECT 1 FROM crime.forecast_incoming s
        WHERE s.run_id = p_run
          AND (s.step <> p_step OR s.level <> ALL (p_levels) OR s.ordinal < p_from OR s.ordinal >= p_until OR s.data_version <> p_data_version)) THEN
        RAISE EXCEPTION 'Unit % holds rows of other places.', p_name USING ERRCODE = '23514';
    END IF;
    DELETE FROM crime.forecast f
    WHERE f.ordinal >= p_from AND f.ordinal < p_until AND f.step = p_step AND f.level = ANY (p_levels);
    INSERT INTO crime.forecast SELECT s.* FROM crime.forecast_incoming s WHERE s.run_id = p_run ORDER BY s.ordinal, s.step, s.head_id;
    DELETE FROM crime.forecast_incoming s WHERE s.run_id = p_run;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.store_results(p_run uuid, p_kind text, p_name text, p_holder uuid, p_from integer, p_until integer, p_kinds text[], p_counts jsonb)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.finish_unit(p_run, p_kind, p_name, p_holder, p_from, p_until, p_counts);
    IF EXISTS (
        SELECT 1 FROM crime.result_incoming s
        WHERE s.run_id = p_run
          AND (s.ordinal <> p_from OR s.ordinal_until <> p_until OR s.kind <> ALL (p_kinds))) THEN
        RAISE EXCEPTION 'Unit % holds results of other places or kinds.', p_name USING ERRCODE = '23514';
    END IF;
    DELETE FROM crime.result r
    WHERE r.kind = ANY (p_kinds)
      AND ((r.ordinal, r.ordinal_until) = (p_from, p_until)
        OR (r.ordinal >= p_from AND r.ordinal_until <= p_until AND r.reference_version < (SELECT d.reference_version FROM crime.data_state d)));
    INSERT INTO crime.result SELECT s.* FROM crime.result_incoming s WHERE s.run_id = p_run ORDER BY s.kind, s.request_hash;
    DELETE FROM crime.result_incoming s WHERE s.run_id = p_run;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.suffix_of(p_day date)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT CASE WHEN p_day < date '2018-01-01' THEN 'before_2018' ELSE date_part('year', p_day)::integer::text END $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.sum_country_residents()
 RETURNS void
 LANGUAGE sql
 SET search_path TO 'pg_catalog'
AS $function$
    INSERT INTO crime.population (jurisdiction_id, year, residents)
    SELECT 0, p.year, sum(p.residents)
    FROM crime.population p
    JOIN crime.jurisdiction j ON j.id = p.jurisdiction_id AND j.level = 1
    GROUP BY p.year
    HAVING count(*) = (SELECT count(*) FROM crime.jurisdiction s WHERE s.level = 1 AND s.valid_until IS NULL)
    ON CONFLICT (jurisdiction_id, year) DO UPDATE SET residents = excluded.residents
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.summed(p_rollup text, p_rows text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT CASE WHEN p_rollup LIKE 'rollup\_month%' THEN format($sql$
            SELECT %1$s, sum(cases)::integer, sum(under_investigation)::integer, sum(chargesheeted)::integer,
                sum(closed)::integer, sum(convicted)::integer, sum(acquitted)::integer
            FROM (%2$s) AS r
            GROUP BY %1$s
            HAVING sum(cases) <> 0
            ORDER BY %1$s
            $sql$, crime.rollup_key(p_rollup), p_rows)
        ELSE format($sql$
            SELECT %1$s, array_agg(slot ORDER BY slot), array_agg(cases ORDER BY slot)
            FROM (
                SELECT %1$s, u.slot, sum(u.cases)::integer AS cases
                FROM (%2$s) AS r
                CROSS JOIN LATERAL unnest(r.slots, r.cases) AS u (slot, cases)
                GROUP BY %1$s, u.slot
                HAVING sum(u.cases) <> 0) AS s
            GROUP BY %1$s
            ORDER BY %1$s
            $sql$, crime.rollup_key(p_rollup), p_rows) END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.supersede(p_batch uuid, p_source text, p_place text, p_month date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format($sql$
        WITH gone AS (
            SELECT i AS incident
            FROM crime.jurisdiction j
            JOIN crime.incident i ON i.ordinal >= j.ordinal AND i.ordinal < j.ordinal_until
            WHERE j.code = $1
              AND i.source = $2
              AND i.reported_on >= $3
              AND i.reported_on < $3 + interval '1 month'
              AND i.id NOT IN (SELECT r.id FROM staging.%1$I r)),
        removed AS (
            INSERT INTO staging.%1$I SELECT (g.incident).id, (g.incident).occurred_on FROM gone g)
        INSERT INTO staging.%2$I SELECT (g.incident).id, NULL, crime.state_of(g.incident) FROM gone g
        $sql$, v_name || '_removed', v_name || '_history') USING p_place, p_source, p_month;
    PERFORM crime.open_years(p_batch);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.swap_partition(p_table text, p_parent text, p_suffix text, p_from text, p_until date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_partition text := p_parent || '_' || p_suffix;
BEGIN
    EXECUTE format('ALTER TABLE crime.%I DETACH PARTITION crime.%I', p_parent, v_partition);
    EXECUTE format('DROP TABLE crime.%I', v_partition);
    EXECUTE format('REVOKE ALL ON staging.%I FROM %I', p_table, session_user);
    EXECUTE format('ALTER TABLE staging.%I RENAME TO %I', p_table, v_partition);
    EXECUTE format('ALTER TABLE staging.%I SET SCHEMA crime', v_partition);
    EXECUTE format('ALTER TABLE crime.%I ATTACH PARTITION crime.%I FOR VALUES FROM (%s) TO (%L)', p_parent, v_partition, p_from, p_until);
    EXECUTE format('ALTER TABLE crime.%I DROP CONSTRAINT within_partition', v_partition);
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.swap_partitions(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_swap record;
    v_parents text;
BEGIN
    EXECUTE format('SELECT string_agg(DISTINCT format(''crime.%%I'', parent), '', '') FROM staging.%I', p_name || '_swap') INTO v_parents;
    IF v_parents IS NULL THEN
        RETURN;
    END IF;
    PERFORM crime.take_tables(v_parents);
    FOR v_swap IN EXECUTE format('SELECT * FROM staging.%I', p_name || '_swap') LOOP
        PERFORM crime.swap_partition(format('%s_%s_%s', p_name, v_swap.suffix, v_swap.parent), v_swap.parent, v_swap.suffix,
            CASE WHEN v_swap.from_day IS NULL THEN 'MINVALUE' ELSE quote_literal(v_swap.from_day) END, v_swap.until_day);
    END LOOP;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.take_stations(p_edit bigint, p_kind text, p_stations integer[], p_to integer, p_from date)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_station crime.jurisdiction;
    v_slot integer;
    v_shift jsonb;
BEGIN
    FOR v_station IN SELECT * FROM crime.jurisdiction j WHERE j.id = ANY (p_stations) ORDER BY j.ordinal LOOP
        v_slot := crime.next_slot(p_to, v_station.level);
        v_shift := jsonb_build_array(jsonb_build_array(v_station.ordinal, v_station.ordinal_until, v_slot));
        UPDATE crime.place_edit SET shifts = shifts || v_shift, cases = cases + crime.shift_places(v_shift) WHERE id = p_edit;
        UPDATE crime.jurisdiction SET parent_id = p_to WHERE id = v_station.id;
        INSERT INTO crime.place_change (edit_id, kind, place_id, other_id, valid_from)
        VALUES (p_edit, p_kind, v_station.id, v_station.parent_id, p_from);
    END LOOP;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.take_tables(p_tables text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET lock_timeout TO '250ms'
AS $function$
DECLARE
    v_attempts integer := 0;
BEGIN
    LOOP
        BEGIN
            EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', p_tables);
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            v_attempts := v_attempts + 1;
            IF v_attempts > 600 THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(0.05);
        END;
    END LOOP;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.take_turn(OUT is_taken boolean, OUT holder text)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    is_taken := pg_try_advisory_xact_lock(4711004);
    IF is_taken THEN
        -- Seen by whoever waits: the batch itself is not, before its end.
        EXECUTE format('SET LOCAL application_name = %L', 'crimeinsight turn ' || coalesce(crime.current_person()::text, ''));
        RETURN;
    END IF;
    SELECT p.display_name INTO holder
    FROM pg_locks l
    JOIN pg_stat_activity a ON a.pid = l.pid
    LEFT JOIN crime.person p ON 'crimeinsight turn ' || p.id = a.application_name
    WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = 4711004 AND l.granted
      AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database());
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.tell_of_person()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM pg_notify('crimeinsight_people', CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0]);
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.tell_of_settings()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM pg_notify('crimeinsight_settings', '');
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.truncate_sections()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    TRUNCATE crime.incident_section;
    RETURN NULL;
END
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.undo_boundaries(p_id uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM pg_advisory_xact_lock(4711008);
    IF NOT crime.current_is_admin() OR EXISTS (
        SELECT 1
        FROM crime.boundary_shape s
        JOIN crime.jurisdiction j ON j.id = s.jurisdiction_id
        WHERE s.edition_id = p_id AND NOT int4range(j.ordinal, j.ordinal_until) <@ crime.current_scope()) THEN
        RAISE EXCEPTION 'Only an administrator of all its places takes boundaries back.' USING ERRCODE = '42501';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM crime.boundary_edition e WHERE e.id = p_id AND e.undone_at IS NULL) THEN
        RAISE EXCEPTION 'No such boundaries hold.' USING ERRCODE = 'P0002';
    END IF;
    IF EXISTS (SELECT 1 FROM crime.later_boundaries(p_id)) THEN
        RAISE EXCEPTION 'Later boundaries of the same places are taken back first.' USING ERRCODE = '55006';
    END IF;
    PERFORM crime.end_boundaries(p_id, (SELECT p.user_name FROM crime.person p WHERE p.id = crime.current_person()));
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.undo_place_edit(p_edit bigint)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_edit crime.place_edit;
    v_back jsonb;
    v_new integer;
    v_districts integer[];
BEGIN
    IF NOT pg_try_advisory_xact_lock(4711004) THEN
        RAISE EXCEPTION 'An import is at work.' USING ERRCODE = '55P03';
    END IF;
    SELECT * INTO v_edit FROM crime.place_edit e WHERE e.id = p_edit AND e.undone_at IS NULL FOR UPDATE;
    IF v_edit.id IS NULL OR NOT crime.current_is_admin() OR EXISTS (
        SELECT 1 FROM crime.jurisdiction j
        WHERE j.id = ANY (v_edit.touched) AND NOT int4range(j.ordinal, j.ordinal_until) <@ crime.current_scope()) THEN
        RAISE EXCEPTION 'Only an administrator of its places undoes an edit.' USING ERRCODE = '42501';
    END IF;
    IF EXISTS (
        SELECT 1 FROM crime.place_edit e
        WHERE e.id > p_edit AND e.undone_at IS NULL
          AND (e.touched && v_edit.touched OR EXISTS (
              SELECT 1 FROM jsonb_array_elements(e.shifts) s, jsonb_array_elements(v_edit.shifts) o
              WHERE int4range((s ->> 0)::integer, (s ->> 1)::integer) @> (o ->> 2)::integer
                 OR int4range((o ->> 0)::integer, (o ->> 1)::integer) @> (s ->> 2)::integer))) THEN
        RAISE EXCEPTION 'Later edits of the same places are undone first.' USING ERRCODE = '55006';
    END IF;
    SELECT coalesce(jsonb_agg(jsonb_build_array((s ->> 2)::integer, (s ->> 2)::integer + (s ->> 1)::integer - (s ->> 0)::integer, (s ->> 0)::integer)
        ORDER BY n DESC), '[]')
    INTO v_back
    FROM jsonb_array_elements(v_edit.shifts) WITH ORDINALITY AS t (s, n);
    PERFORM crime.forget_figures(v_edit.touched);
    PERFORM crime.shift_places(v_back);
    UPDATE crime.jurisdiction j
    SET parent_id = b.parent_id, level = b.level, ordinal_until = b.ordinal_until, names = b.names, latitude = b.latitude, longitude = b.longitude,
        population_2011 = b.population_2011, valid_until = b.valid_until, merged_into = b.merged_into, is_edited = b.is_edited
    FROM jsonb_populate_recordset(NULL::crime.jurisdiction, v_edit.before -> 'places') AS b
    WHERE j.id = b.id;
    DELETE FROM crime.population p WHERE p.jurisdiction_id = ANY (v_edit.touched) AND v_edit.kind IN ('split', 'merge', 'population');
    INSERT INTO crime.population
    SELECT p.* FROM jsonb_populate_recordset(NULL::crime.population, v_edit.before -> 'populations') AS p
    WHERE p.jurisdiction_id = ANY (v_edit.touched) AND v_edit.kind IN ('split', 'merge', 'population');
    IF v_edit.kind = 'population' THEN
        DELETE FROM crime.population WHERE jurisdiction_id = 0;
        INSERT INTO crime.population
        SELECT p.* FROM jsonb_populate_recordset(NULL::crime.population, v_edit.before -> 'populations') AS p WHERE p.jurisdiction_id = 0;
        PERFORM crime.sum_country_residents();
    END IF;
    IF v_edit.kind = 'merge' THEN
        DELETE FROM crime.person_jurisdiction a USING jsonb_to_recordset(v_edit.before -> 'bound') AS b (person uuid, "both" boolean)
        WHERE a.person_id = b.person AND a.jurisdiction_id = v_edit.other_id AND NOT b."both";
        INSERT INTO crime.person_jurisdiction (person_id, jurisdiction_id)
        SELECT b.person, v_edit.place_id FROM jsonb_to_recordset(v_edit.before -> 'bound') AS b (person uuid, "both" boolean)
        JOIN crime.person p ON p.id = b.person
        ON CONFLICT DO NOTHING;
    END IF;
    v_new := CASE v_edit.kind WHEN 'add' THEN v_edit.place_id WHEN 'split' THEN v_edit.other_id END;
    IF v_new IS NOT NULL THEN
        IF EXISTS (SELECT 1 FROM crime.jurisdiction j JOIN crime.incident i ON i.ordinal >= j.ordinal AND i.ordinal < j.ordinal_until WHERE j.id = v_new)
            OR EXISTS (SELECT 1 FROM crime.person_jurisdiction b WHERE b.jurisdiction_id = v_new) THEN
            RAISE EXCEPTION 'The place is used.' USING ERRCODE = '23503';
        END IF;
        DELETE FROM crime.forecast f USING crime.jurisdiction j WHERE j.id = v_new AND f.ordinal = j.ordinal;
        DELETE FROM crime.jurisdiction WHERE id = v_new;
    END IF;
    DELETE FROM crime.place_change WHERE edit_id = p_edit;
    IF v_edit.shifts <> '[]' THEN
        v_districts := ARRAY(
            SELECT j.id FROM crime.jurisdiction j
            WHERE j.id = ANY (v_edit.touched || v_edit.other_id) OR j.id IN (SELECT t.parent_id FROM crime.jurisdiction t WHERE t.id = ANY (v_edit.touched || v_edit.other_id)));
        PERFORM crime.forget_figures(v_districts);
        PERFORM crime.recount_places(crime.district_ordinals(v_districts), ARRAY(
            SELECT v_new WHERE v_new IS NOT NULL UNION ALL SELECT (s ->> 2)::integer FROM jsonb_array_elements(v_edit.shifts) s));
    END IF;
    UPDATE crime.place_edit SET undone_at = clock_timestamp(), undone_by = (SELECT p.user_name FROM crime.person p WHERE p.id = crime.current_person())
    WHERE id = p_edit;
    UPDATE crime.data_state SET reference_version = reference_version + 1, data_version = data_version + 1, months_version = data_version + 1;
    PERFORM crime.write_audit((SELECT p.user_name FROM crime.person p WHERE p.id = crime.current_person()), 'place.undone', 'place-edit:' || p_edit,
        jsonb_build_object('kind', v_edit.kind, 'reason', v_edit.reason));
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.unsearched_batches()
 RETURNS TABLE(id uuid, person_id uuid, user_name text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT b.id, p.id, p.user_name
    FROM crime.batch b
    JOIN crime.person p ON p.id = b.person_id
    WHERE b.kind = 'import'
      AND b.likely_at IS NULL
      AND b.accepted > 0
      AND b.rolled_back_at IS NULL
      AND b.finished_at > now() - interval '1 day'
      AND p.role = 3
      AND p.is_active
    ORDER BY b.number
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.unstored_rows(p_batch uuid)
 RETURNS TABLE(row_number bigint)
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format('SELECT u.id & 4294967295 FROM staging.%I u', crime.staging_name(p_batch) || '_unstored');
END
$function$
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

CREATE OR REPLACE FUNCTION crime.widened_key(p_key uuid, p_content uuid)
 RETURNS uuid
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT md5(p_key::text || ' ' || p_content)::uuid $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.with_sections(p_row jsonb, p_sections jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT p_row || jsonb_build_object('sections', coalesce(p_sections, '[]')) $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.with_stages(p_was jsonb, p_is jsonb)
 RETURNS jsonb
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT c.chargesheeted || CASE
        WHEN c.chargesheeted ->> 'disposed_on' IS NULL AND (p_is ->> 'status') IN ('2', '3', '4')
            AND p_was ->> 'disposed_on' >= greatest(c.chargesheeted ->> 'reported_on', c.chargesheeted ->> 'chargesheeted_on')
            THEN jsonb_build_object('disposed_on', p_was -> 'disposed_on')
        ELSE '{}' END
    FROM (
        SELECT p_is || CASE
            WHEN p_is ->> 'chargesheeted_on' IS NULL AND (p_is ->> 'status') IN ('1', '3', '4')
                AND p_was ->> 'chargesheeted_on' >= p_is ->> 'reported_on'
                AND p_was ->> 'chargesheeted_on' <= coalesce(p_is ->> 'disposed_on', p_was ->> 'chargesheeted_on')
                THEN jsonb_build_object('chargesheeted_on', p_was -> 'chargesheeted_on')
            ELSE '{}' END AS chargesheeted) AS c
$function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.without_samples(p_report json)
 RETURNS json
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$
    SELECT (r.report || jsonb_build_object(
        'First', '[]'::jsonb,
        'Last', '[]'::jsonb,
        'Columns', (
            SELECT coalesce(jsonb_agg(c.value || '{"Samples": []}' ORDER BY c.place), '[]')
            FROM jsonb_array_elements(r.report -> 'Columns') WITH ORDINALITY AS c (value, place)),
        'Understanding', (r.report -> 'Understanding') || jsonb_build_object(
            'Oddest', '[]'::jsonb,
            'FooterExamples', '[]'::jsonb,
            'Columns', (
                SELECT coalesce(jsonb_agg(c.value || '{"Frequent": []}' ORDER BY c.place), '[]')
                FROM jsonb_array_elements(r.report -> 'Understanding' -> 'Columns') WITH ORDINALITY AS c (value, place)))))::json
    FROM (SELECT p_report::jsonb AS report) AS r
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO PUBLIC

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

CREATE OR REPLACE FUNCTION crime.yearly_column(p_table text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT CASE p_table WHEN 'incident' THEN 'occurred_on' WHEN 'rollup_cell' THEN 'year' ELSE 'month' END $function$
    OWNER crimeinsight_owner

CREATE OR REPLACE FUNCTION crime.yearly_tables()
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT ARRAY['incident', 'rollup_month', 'rollup_hour', 'rollup_victim', 'rollup_cell', 'rollup_month_registered', 'rollup_victim_registered'] $function$
    OWNER crimeinsight_owner
