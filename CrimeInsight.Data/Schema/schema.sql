SCHEMA crime
    GRANT USAGE TO crimeinsight_app

SCHEMA public
    GRANT USAGE TO PUBLIC

SCHEMA staging
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
    CONSTRAINT demo_accounts_end TRIGGER DEFERRABLE INITIALLY DEFERRED
    POLICY own_or_admin PERMISSIVE FOR SELECT TO public USING (((person_id = ( SELECT crime.current_person() AS current_person)) OR ( SELECT crime.current_is_admin() AS current_is_admin)))
    CREATE CONSTRAINT TRIGGER demo_accounts_end AFTER INSERT OR UPDATE ON crime.batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (((NOT new.is_synthetic) AND (new.finished_at IS NOT NULL) AND (new.accepted > 0))) EXECUTE FUNCTION crime.end_demo_accounts()
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
    last_occurred_on date
    last_reported_on date
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

TABLE crime.incident_key PARTITION BY RANGE (key) ROW LEVEL SECURITY OWNER crimeinsight_owner
    key uuid NOT NULL
    content_hash uuid NOT NULL
    ordinal integer NOT NULL
    batch_id uuid NOT NULL
    CONSTRAINT incident_key_pkey PRIMARY KEY (key)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
    GRANT SELECT TO crimeinsight_app

TABLE crime.incident_key_all PARTITION OF crime.incident_key FOR VALUES FROM (MINVALUE) TO (MAXVALUE) OWNER crimeinsight_owner

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
    CREATE TRIGGER demo_account_judged BEFORE INSERT OR UPDATE OF is_demo, is_active ON crime.person FOR EACH ROW WHEN ((new.is_demo AND new.is_active)) EXECUTE FUNCTION crime.judge_demo_account()
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

TABLE crime.rollup_cell PARTITION BY RANGE (month) ROW LEVEL SECURITY OWNER crimeinsight_owner
    zoom smallint NOT NULL
    head_id smallint NOT NULL
    cell bigint NOT NULL
    ordinal integer NOT NULL
    month date NOT NULL
    cases integer NOT NULL
    CONSTRAINT rollup_cell_pkey PRIMARY KEY (zoom, head_id, cell, ordinal, month)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
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
    weekday smallint NOT NULL
    hour smallint NOT NULL
    cases integer NOT NULL
    CONSTRAINT rollup_hour_pkey PRIMARY KEY (level, head_id, ordinal, month, weekday, hour)
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
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
    POLICY scope PERMISSIVE FOR SELECT TO public USING ((ordinal <@ ( SELECT crime.current_scope() AS current_scope)))
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

TABLE crime.rollup_victim PARTITION BY RANGE (month) ROW LEVEL SECURITY OWNER crimeinsight_owner
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

CREATE OR REPLACE FUNCTION crime.add_cells(p_name text, p_fact text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET enable_sort TO 'off'
AS $function$
DECLARE
    v_table text := p_name || '_sum';
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%1$I AS
        SELECT 10::smallint AS zoom, head_id, cell_key >> 24 AS cell, district AS ordinal, month, count(*)::integer AS cases
        FROM staging.%2$I
        WHERE cell_key IS NOT NULL
        GROUP BY head_id, cell_key >> 24, district, month
        $sql$, v_table, p_fact);
    PERFORM crime.add_head_ancestors(v_table, 'zoom, cell, ordinal, month', 'cases');
    EXECUTE format($sql$
        INSERT INTO staging.%1$I
        SELECT 13, 0, cell_key >> 18, district, month, count(*)
        FROM staging.%2$I
        WHERE cell_key IS NOT NULL
        GROUP BY cell_key >> 18, district, month
        $sql$, v_table, p_fact);
    PERFORM crime.merge_rollup(p_name, 'rollup_cell', v_table, 'zoom, head_id, cell, ordinal, month', 'cases');
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.add_head_ancestors(p_table text, p_dimensions text, p_measures text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET enable_sort TO 'off'
AS $function$
BEGIN
    FOR v_level IN REVERSE 2..0 LOOP
        EXECUTE format($sql$
            INSERT INTO staging.%1$I (head_id, %2$s, %3$s)
            SELECT a.parent, %2$s, %4$s
            FROM staging.%1$I
            JOIN (
                SELECT c.id AS child, p.id AS parent
                FROM crime.crime_head c
                JOIN crime.crime_head p ON p.id = c.parent_id
                WHERE p.level = %5$s) a ON a.child = head_id
            GROUP BY a.parent, %2$s
            $sql$, p_table, p_dimensions, p_measures, crime.sums(p_measures), v_level);
    END LOOP;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.add_incidents(p_batch uuid, p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET maintenance_work_mem TO '256MB'
AS $function$
DECLARE
    v_year record;
    v_columns text := 'occurred_on, occurred_hour, head_id, status, ordinal, victim_gender, victim_age_band, offender_gender, '
        'offender_age_band, place_precision, is_sensitive, cell_key, latitude, longitude, occurred_from, occurred_until, '
        'reported_on, property_value, source, source_reference, content_hash, modus_operandi';
    v_new text;
BEGIN
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I', p_name || '_year') LOOP
        IF NOT v_year.is_rebuilt THEN
            EXECUTE format($sql$
                INSERT INTO crime.incident (batch_id, %2$s)
                SELECT $1, %2$s FROM staging.%1$I s WHERE s.occurred_on >= $2 AND s.occurred_on < $3 ORDER BY s.ordinal, s.occurred_on
                $sql$, p_name, v_columns) USING p_batch, v_year.from_day, v_year.until_day;
            CONTINUE;
        END IF;
        v_new := crime.new_partition(p_name, 'incident', v_year.suffix, v_year.from_day, v_year.until_day);
        IF v_year.old_cases > 0 THEN
            EXECUTE format('INSERT INTO crime.%I (id, batch_id, %2$s) SELECT id, batch_id, %2$s FROM crime.%3$I',
                v_new, v_columns, 'incident_' || v_year.suffix);
        END IF;
        EXECUTE format($sql$
            INSERT INTO crime.%1$I (id, batch_id, %3$s)
            SELECT nextval('crime.incident_id_seq'), $1, %3$s
            FROM (SELECT %3$s FROM staging.%2$I s WHERE s.occurred_on >= $2 AND s.occurred_on < $3 ORDER BY s.ordinal, s.occurred_on) ordered
            $sql$, v_new, p_name, v_columns) USING p_batch, v_year.from_day, v_year.until_day;
        EXECUTE format('ALTER TABLE crime.%I ADD PRIMARY KEY (id, occurred_on)', v_new);
        EXECUTE format('CREATE INDEX ON crime.%I (ordinal, occurred_on)', v_new);
        EXECUTE format('CREATE INDEX ON crime.%I (cell_key) INCLUDE (occurred_on, head_id, ordinal) WHERE cell_key IS NOT NULL', v_new);
        EXECUTE format('CREATE INDEX ON crime.%I (batch_id)', v_new);
        EXECUTE format('ANALYZE crime.%I', v_new);
    END LOOP;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.add_keys(p_batch uuid, p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET maintenance_work_mem TO '256MB'
AS $function$
DECLARE
    v_target text := 'incident_key';
    v_is_rebuilt boolean;
BEGIN
    EXECUTE format($sql$
        SELECT (SELECT sum(cases) FROM staging.%I) >= greatest(2000, (SELECT incident_count FROM crime.data_state) / 2)
        $sql$, p_name || '_pair') INTO v_is_rebuilt;
    IF v_is_rebuilt THEN
        v_target := crime.new_partition(p_name, 'incident_key', 'all', NULL, NULL);
        EXECUTE format('INSERT INTO crime.%I SELECT * FROM crime.incident_key', v_target);
    END IF;
    EXECUTE format('INSERT INTO crime.%I (key, content_hash, ordinal, batch_id) SELECT key, content_hash, ordinal, $1 FROM staging.%I',
        v_target, p_name) USING p_batch;
    IF v_is_rebuilt THEN
        EXECUTE format('ALTER TABLE crime.%I ADD PRIMARY KEY (key)', v_target);
    END IF;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.add_place_ancestors(p_table text, p_dimensions text, p_measures text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET enable_sort TO 'off'
AS $function$
DECLARE
    v_nested boolean;
    v_level smallint;
BEGIN
    EXECUTE format($sql$
        WITH place AS (
            SELECT j.ordinal, j.ordinal_until
            FROM crime.jurisdiction j
            WHERE j.ordinal IN (SELECT t.ordinal FROM staging.%I t))
        SELECT EXISTS (SELECT 1 FROM place a JOIN place b ON b.ordinal > a.ordinal AND b.ordinal < a.ordinal_until)
        $sql$, p_table) INTO v_nested;
    FOR v_level IN SELECT DISTINCT j.level FROM crime.jurisdiction j WHERE j.level < 6 ORDER BY j.level DESC LOOP
        EXECUTE format($sql$
            INSERT INTO staging.%1$I (level, ordinal, %2$s, %3$s)
            SELECT %5$s, a.parent, %2$s, %4$s
            FROM staging.%1$I
            JOIN (
                SELECT c.ordinal AS child, p.ordinal AS parent
                FROM crime.jurisdiction c
                JOIN crime.jurisdiction p ON p.id = c.parent_id
                WHERE p.level = %5$s) a ON a.child = ordinal
            GROUP BY a.parent, %2$s
            $sql$, p_table, p_dimensions, p_measures, crime.sums(p_measures), v_level);
        -- A jurisdiction with rows of its own now has two a key.
        IF v_nested THEN
            EXECUTE format($sql$
                CREATE UNLOGGED TABLE staging.%5$I AS
                SELECT level, ordinal, %2$s, %3$s FROM staging.%1$I WHERE level = %4$s GROUP BY level, ordinal, %2$s
                $sql$, p_table, p_dimensions, crime.sums(p_measures), v_level, p_table || '_up');
            EXECUTE format('DELETE FROM staging.%I WHERE level = %s', p_table, v_level);
            EXECUTE format('INSERT INTO staging.%1$I (level, ordinal, %2$s, %3$s) SELECT level, ordinal, %2$s, %3$s FROM staging.%4$I',
                p_table, p_dimensions, p_measures, p_table || '_up');
            EXECUTE format('DROP TABLE staging.%I', p_table || '_up');
        END IF;
    END LOOP;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.add_rollup(p_name text, p_fact text, p_rollup text, p_place text, p_dimensions text, p_measures text, p_counts text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET enable_sort TO 'off'
AS $function$
DECLARE
    v_table text := p_name || '_sum';
BEGIN
    EXECUTE format('CREATE UNLOGGED TABLE staging.%I AS SELECT level, head_id, ordinal, %s, %s FROM crime.%I LIMIT 0',
        v_table, p_dimensions, p_measures, p_rollup);
    EXECUTE format($sql$
        INSERT INTO staging.%1$I (level, ordinal, head_id, %3$s, %5$s)
        SELECT %2$s_level, %2$s, head_id, %3$s, count(*) %6$s
        FROM staging.%4$I
        GROUP BY %2$s_level, %2$s, head_id, %3$s
        $sql$, v_table, p_place, p_dimensions, p_fact, p_measures, ', ' || nullif(btrim(p_counts), ''));
    PERFORM crime.add_head_ancestors(v_table, 'level, ordinal, ' || p_dimensions, p_measures);
    PERFORM crime.add_place_ancestors(v_table, 'head_id, ' || p_dimensions, p_measures);
    PERFORM crime.merge_rollup(p_name, p_rollup, v_table, 'level, head_id, ordinal, ' || p_dimensions, p_measures);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.add_rollups(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_fact text := p_name || '_fact';
    v_statuses text := 'cases, under_investigation, chargesheeted, closed, convicted, acquitted';
BEGIN
    PERFORM crime.list_facts(p_name, v_fact);
    PERFORM crime.add_rollup(p_name, v_fact, 'rollup_month', 'circle', 'month', v_statuses, $sql$
        count(*) FILTER (WHERE status = 0), count(*) FILTER (WHERE status = 1), count(*) FILTER (WHERE status = 2),
        count(*) FILTER (WHERE status = 3), count(*) FILTER (WHERE status = 4)
        $sql$);
    PERFORM crime.add_rollup(p_name, v_fact, 'rollup_hour', 'state', 'month, weekday, hour', 'cases', '');
    PERFORM crime.add_rollup(p_name, v_fact, 'rollup_victim', 'state', 'month, gender, age_band', 'cases', '');
    PERFORM crime.add_cells(p_name, v_fact);
    EXECUTE format('DROP TABLE staging.%I, staging.%I', v_fact, p_name || '_place');
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.advance_data_state(p_batch uuid, p_name text)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_new record;
    v_version bigint;
BEGIN
    EXECUTE format($sql$
        SELECT count(*) AS cases, min(occurred_on) AS first_occurred, max(occurred_on) AS last_occurred, max(reported_on) AS last_reported
        FROM staging.%I
        $sql$, p_name) INTO v_new;
    UPDATE crime.data_state AS d
    SET data_version = d.data_version + 1,
        incident_count = d.incident_count + v_new.cases,
        is_synthetic = d.is_synthetic OR b.is_synthetic,
        first_month = least(d.first_month, date_trunc('month', v_new.first_occurred)::date),
        last_occurred_on = greatest(d.last_occurred_on, v_new.last_occurred),
        last_reported_on = greatest(d.last_reported_on, v_new.last_reported),
        last_imported_at = clock_timestamp()
    FROM crime.batch b
    WHERE b.id = p_batch
    RETURNING d.data_version INTO v_version;
    UPDATE crime.data_state
    SET as_of = least(
        date_trunc('month', last_occurred_on + interval '1 month'),
        date_trunc('month', greatest(last_occurred_on, last_reported_on) + interval '1 day'))::date;
    RETURN v_version;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

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

CREATE OR REPLACE FUNCTION crime.check_batch(p_batch uuid, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
 RETURNS record
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$ SELECT accepted, duplicates, rejected FROM crime.judge_batch(p_batch) $function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.commit_batch(p_batch uuid, p_file_sha256 bytea, p_detail jsonb, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
 RETURNS record
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_version bigint;
BEGIN
    SELECT j.accepted, j.duplicates, j.rejected INTO accepted, duplicates, rejected FROM crime.judge_batch(p_batch) j;
    EXECUTE format($sql$
        INSERT INTO crime.batch_reject (batch_id, row_number, column_name, value, reason)
        SELECT DISTINCT ON (row_number, column_name) $1, row_number, column_name, value, reason
        FROM staging.%I
        ORDER BY row_number, column_name
        $sql$, v_name || '_reject') USING p_batch;
    UPDATE crime.batch
    SET finished_at = clock_timestamp(), accepted = commit_batch.accepted, duplicates = commit_batch.duplicates,
        rejected = commit_batch.rejected, file_sha256 = p_file_sha256, detail = p_detail
    WHERE id = p_batch;
    IF accepted > 0 THEN
        IF duplicates > 0 THEN
            EXECUTE format('DELETE FROM staging.%I s USING staging.%I d WHERE d.row_number = s.row_number', v_name, v_name || '_duplicate');
        END IF;
        PERFORM crime.plan_years(v_name);
        PERFORM crime.add_incidents(p_batch, v_name);
        PERFORM crime.add_keys(p_batch, v_name);
        PERFORM crime.add_rollups(v_name);
        PERFORM crime.swap_partitions(v_name);
        v_version := crime.advance_data_state(p_batch, v_name);
        PERFORM pg_notify('crimeinsight_data', v_version::text);
        EXECUTE format('DROP TABLE staging.%I, staging.%I', v_name || '_year', v_name || '_swap');
    END IF;
    EXECUTE format('DROP TABLE staging.%I, staging.%I, staging.%I, staging.%I',
        v_name, v_name || '_reject', v_name || '_pair', v_name || '_duplicate');
END
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
    WHERE p.id = s.person_id AND p.is_demo AND s.ended_at IS NULL;
    UPDATE crime.person SET is_active = false, security_stamp = gen_random_uuid()::text WHERE is_demo AND is_active;
    GET DIAGNOSTICS v_ended = ROW_COUNT;
    IF v_ended > 0 THEN
        PERFORM crime.write_audit('', 'demo-accounts.ended', 'batch:' || NEW.id, jsonb_build_object('accounts', v_ended::text));
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

CREATE OR REPLACE FUNCTION crime.judge_batch(p_batch uuid, OUT accepted bigint, OUT duplicates bigint, OUT rejected bigint)
 RETURNS record
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
    v_bad text;
    v_unreferenced boolean;
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    PERFORM 1 FROM crime.batch WHERE id = p_batch AND finished_at IS NULL AND person_id = crime.current_person();
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Batch % is not an open batch of the current person.', p_batch USING ERRCODE = '42501';
    END IF;
    -- One batch at a time from here on: its duplicates are those of all batches before it.
    PERFORM pg_advisory_xact_lock(4711004);
    EXECUTE format('ANALYZE staging.%I (key, content_hash, ordinal, head_id, occurred_on)', v_name);
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT ordinal, head_id, is_sensitive, has_reference, count(*) AS cases
        FROM staging.%1$I
        GROUP BY ordinal, head_id, is_sensitive, has_reference
        $sql$, v_name, v_name || '_pair');
    EXECUTE format($sql$
        WITH RECURSIVE head AS (
            SELECT h.id, h.is_sensitive FROM crime.crime_head h WHERE h.parent_id IS NULL
            UNION ALL
            SELECT c.id, c.is_sensitive OR h.is_sensitive FROM head h JOIN crime.crime_head c ON c.parent_id = h.id)
        SELECT min(format('jurisdiction %%s, head %%s', p.ordinal, p.head_id))
        FROM staging.%I p
        LEFT JOIN crime.jurisdiction j ON j.ordinal = p.ordinal
        LEFT JOIN head h ON h.id = p.head_id
        WHERE j.id IS NULL OR h.id IS NULL OR h.is_sensitive <> p.is_sensitive
           OR NOT p.ordinal <@ (SELECT crime.current_scope())
           OR EXISTS (SELECT 1 FROM crime.crime_head c WHERE c.parent_id = h.id)
        $sql$, v_name || '_pair') INTO v_bad;
    IF v_bad IS NOT NULL THEN
        RAISE EXCEPTION 'The batch holds rows that may not be loaded: %.', v_bad
            USING ERRCODE = '42501', HINT = 'Rows must lie in the jurisdictions of the person who loads them and carry a leaf head.';
    END IF;
    EXECUTE format('SELECT coalesce(sum(cases), 0)::bigint, coalesce(bool_or(NOT has_reference), false) FROM staging.%I', v_name || '_pair')
        INTO accepted, v_unreferenced;
    duplicates := crime.list_duplicates(v_name, v_unreferenced);
    accepted := accepted - duplicates;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', v_name || '_reject') INTO rejected;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

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

CREATE OR REPLACE FUNCTION crime.list_duplicates(p_name text, p_unreferenced boolean)
 RETURNS bigint
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
DECLARE
    v_count bigint;
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT s.row_number
        FROM (SELECT key, min(row_number) AS kept FROM staging.%1$I GROUP BY key HAVING count(*) > 1) k
        JOIN staging.%1$I s ON s.key = k.key AND s.row_number > k.kept
        $sql$, p_name, p_name || '_duplicate');
    EXECUTE format($sql$
        INSERT INTO staging.%2$I
        SELECT s.row_number FROM staging.%1$I s JOIN crime.incident_key k ON k.key = s.key
        $sql$, p_name, p_name || '_duplicate');
    IF p_unreferenced THEN
        EXECUTE format($sql$
            INSERT INTO staging.%2$I
            SELECT s.row_number
            FROM staging.%1$I s
            WHERE NOT s.has_reference
              AND (s.content_hash IN (SELECT k.content_hash FROM crime.incident_key k)
                OR s.content_hash IN (SELECT r.content_hash FROM staging.%1$I r WHERE r.has_reference))
            $sql$, p_name, p_name || '_duplicate');
    END IF;
    EXECUTE format('SELECT count(DISTINCT row_number) FROM staging.%I', p_name || '_duplicate') INTO v_count;
    RETURN v_count;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.list_facts(p_name text, p_fact text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
AS $function$
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        WITH RECURSIVE up AS (
            SELECT j.ordinal, j.level, j.ordinal AS place, j.parent_id
            FROM crime.jurisdiction j
            WHERE j.ordinal IN (SELECT p.ordinal FROM staging.%1$I p)
            UNION ALL
            SELECT u.ordinal, j.level, j.ordinal, j.parent_id FROM up u JOIN crime.jurisdiction j ON j.id = u.parent_id)
        SELECT DISTINCT ON (ordinal) ordinal,
            first_value(level) OVER circle AS circle_level, first_value(place) OVER circle AS circle,
            first_value(place) OVER district AS district,
            first_value(level) OVER state AS state_level, first_value(place) OVER state AS state
        FROM up
        WINDOW circle AS (PARTITION BY ordinal ORDER BY level > 6, level DESC),
               district AS (PARTITION BY ordinal ORDER BY level > 4, level DESC),
               state AS (PARTITION BY ordinal ORDER BY level > 1, level DESC)
        $sql$, p_name || '_pair', p_name || '_place');
    EXECUTE format('ANALYZE staging.%I', p_name || '_place');
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%3$I AS
        SELECT p.circle_level, p.circle, p.district, p.state_level, p.state, s.head_id, d.month, d.weekday,
            coalesce(s.occurred_hour, -1::smallint) AS hour, s.status, s.victim_gender AS gender, s.victim_age_band AS age_band,
            s.cell_key
        FROM staging.%1$I s
        JOIN staging.%2$I p ON p.ordinal = s.ordinal
        JOIN (
            SELECT day::date AS day, date_trunc('month', day)::date AS month, extract(isodow FROM day)::smallint AS weekday
            FROM (SELECT min(occurred_on) AS first, max(occurred_on) AS last FROM staging.%1$I) AS range
            CROSS JOIN generate_series(range.first::timestamp, range.last::timestamp, '1 day') AS day) d ON d.day = s.occurred_on
        $sql$, p_name, p_name || '_place', p_fact);
    EXECUTE format('ANALYZE staging.%I', p_fact);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.merge_rollup(p_name text, p_rollup text, p_table text, p_key text, p_measures text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET work_mem TO '256MB'
 SET maintenance_work_mem TO '256MB'
AS $function$
DECLARE
    v_year record;
    v_new text;
    v_rows text;
BEGIN
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I', p_name || '_year') LOOP
        v_rows := format('SELECT %s, %s FROM staging.%I WHERE month >= %L AND month < %L',
            p_key, p_measures, p_table, v_year.from_day, v_year.until_day);
        IF NOT v_year.is_rebuilt THEN
            EXECUTE format('INSERT INTO crime.%1$I AS r (%2$s, %3$s) %4$s ORDER BY %2$s ON CONFLICT (%2$s) DO UPDATE SET %5$s',
                p_rollup, p_key, p_measures, v_rows, regexp_replace(p_measures, '(\w+)', '\1 = r.\1 + excluded.\1', 'g'));
            CONTINUE;
        END IF;
        v_new := crime.new_partition(p_name, p_rollup, v_year.suffix, v_year.from_day, v_year.until_day);
        IF v_year.old_cases > 0 THEN
            v_rows := format('SELECT %1$s, %2$s FROM (%3$s UNION ALL SELECT %1$s, %4$s FROM crime.%5$I) AS both_rows GROUP BY %1$s',
                p_key, crime.sums(p_measures), v_rows, p_measures, p_rollup || '_' || v_year.suffix);
        END IF;
        EXECUTE format('INSERT INTO crime.%I (%s, %s) %s ORDER BY %s', v_new, p_key, p_measures, v_rows, p_key);
        EXECUTE format('ALTER TABLE crime.%I ADD PRIMARY KEY (%s)', v_new, p_key);
        EXECUTE format('ANALYZE crime.%I', v_new);
    END LOOP;
    EXECUTE format('DROP TABLE staging.%I', p_table);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.new_partition(p_name text, p_parent text, p_suffix text, p_from date, p_until date)
 RETURNS text
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_new text := p_parent || '_' || p_suffix || '_new';
    v_bounds text := CASE
        WHEN p_until IS NULL THEN 'FROM (MINVALUE) TO (MAXVALUE)'
        WHEN p_from = '-infinity' THEN format('FROM (MINVALUE) TO (%L)', p_until)
        ELSE format('FROM (%L) TO (%L)', p_from, p_until) END;
BEGIN
    EXECUTE format('CREATE TABLE crime.%I (LIKE crime.%I INCLUDING CONSTRAINTS)', v_new, p_parent);
    EXECUTE format('INSERT INTO staging.%I VALUES ($1, $2, $3)', p_name || '_swap') USING p_parent, p_parent || '_' || p_suffix, v_bounds;
    RETURN v_new;
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.open_batch(p_batch uuid, p_kind text, p_file_name text, p_is_synthetic boolean)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
DECLARE
    v_name text := crime.staging_name(p_batch);
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator may load incidents.' USING ERRCODE = '42501';
    END IF;
    INSERT INTO crime.batch (id, kind, file_name, person_id, is_synthetic)
    VALUES (p_batch, p_kind, p_file_name, crime.current_person(), p_is_synthetic);
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%1$I (
            key uuid NOT NULL, content_hash uuid NOT NULL, row_number bigint NOT NULL, cell_key bigint,
            latitude double precision, longitude double precision, occurred_from timestamptz NOT NULL,
            occurred_until timestamptz, property_value bigint, occurred_on date NOT NULL, reported_on date NOT NULL,
            ordinal integer NOT NULL, occurred_hour smallint, head_id smallint NOT NULL, status smallint NOT NULL,
            victim_gender smallint NOT NULL, victim_age_band smallint NOT NULL, offender_gender smallint NOT NULL,
            offender_age_band smallint NOT NULL, place_precision smallint NOT NULL, is_sensitive boolean NOT NULL,
            has_reference boolean NOT NULL, source text NOT NULL, source_reference text NOT NULL, modus_operandi text)
        WITH (autovacuum_enabled = false)
        $sql$, v_name);
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%1$I (
            row_number bigint NOT NULL, column_name text NOT NULL, value text, reason text NOT NULL)
        WITH (autovacuum_enabled = false)
        $sql$, v_name || '_reject');
    EXECUTE format('GRANT INSERT ON staging.%I, staging.%I TO %I', v_name, v_name || '_reject', session_user);
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.plan_years(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        SELECT n.suffix, n.from_day, n.until_day, o.cases AS old_cases,
            n.cases >= 2000 AND n.cases * 2 >= o.cases AS is_rebuilt
        FROM (
            SELECT CASE WHEN y.year < 2018 THEN 'before_2018' ELSE y.year::text END AS suffix,
                CASE WHEN y.year < 2018 THEN '-infinity' ELSE make_date(max(y.year), 1, 1) END AS from_day,
                CASE WHEN y.year < 2018 THEN date '2018-01-01' ELSE make_date(max(y.year) + 1, 1, 1) END AS until_day,
                sum(y.cases) AS cases
            FROM (SELECT extract(year FROM occurred_on)::integer AS year, count(*) AS cases FROM staging.%1$I GROUP BY 1) y
            GROUP BY 1, y.year < 2018, CASE WHEN y.year < 2018 THEN 0 ELSE y.year END) n
        CROSS JOIN LATERAL (
            SELECT coalesce(sum(r.cases), 0) AS cases
            FROM crime.rollup_month r
            WHERE r.level = 0 AND r.head_id = 0 AND r.month >= n.from_day AND r.month < n.until_day) o
        ORDER BY n.from_day
        $sql$, p_name, p_name || '_year');
    EXECUTE format('CREATE UNLOGGED TABLE staging.%I (parent text, partition text, bounds text)', p_name || '_swap');
END
$function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$ BEGIN RAISE EXCEPTION 'crime.audit is append-only'; END $function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.staging_name(p_batch uuid)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT 'batch_' || replace(p_batch::text, '-', '') $function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.sums(p_measures text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
 SET search_path TO 'pg_catalog'
AS $function$ SELECT regexp_replace(p_measures, '(\w+)', 'sum(\1)::integer AS \1', 'g') $function$
    OWNER crimeinsight_owner
    GRANT EXECUTE TO crimeinsight_app

CREATE OR REPLACE FUNCTION crime.swap_partitions(p_name text)
 RETURNS void
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
 SET lock_timeout TO '250ms'
AS $function$
DECLARE
    v_swap record;
    v_parents text;
    v_attempts integer := 0;
BEGIN
    EXECUTE format('SELECT string_agg(DISTINCT format(''crime.%%I'', parent), '', '') FROM staging.%I', p_name || '_swap') INTO v_parents;
    IF v_parents IS NULL THEN
        RETURN;
    END IF;
    LOOP
        BEGIN
            EXECUTE format('LOCK TABLE %s IN ACCESS EXCLUSIVE MODE', v_parents);
            EXIT;
        EXCEPTION WHEN lock_not_available THEN
            v_attempts := v_attempts + 1;
            IF v_attempts > 600 THEN
                RAISE;
            END IF;
            PERFORM pg_sleep(0.05);
        END;
    END LOOP;
    FOR v_swap IN EXECUTE format('SELECT * FROM staging.%I', p_name || '_swap') LOOP
        EXECUTE format('ALTER TABLE crime.%I DETACH PARTITION crime.%I', v_swap.parent, v_swap.partition);
        EXECUTE format('DROP TABLE crime.%I', v_swap.partition);
        EXECUTE format('ALTER TABLE crime.%I RENAME TO %I', v_swap.partition || '_new', v_swap.partition);
        EXECUTE format('ALTER TABLE crime.%I ATTACH PARTITION crime.%I FOR VALUES %s', v_swap.parent, v_swap.partition, v_swap.bounds);
    END LOOP;
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
