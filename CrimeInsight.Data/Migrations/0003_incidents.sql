-- Incidents and everything derived from them. Every table here has row-level security keyed on the current person.

CREATE TABLE crime.batch (
    id                  uuid PRIMARY KEY,
    -- The upper half of the ids of its incidents.
    number              integer NOT NULL GENERATED ALWAYS AS IDENTITY UNIQUE,
    kind                text NOT NULL CHECK (kind IN ('import', 'demo')),
    file_name           text NOT NULL,
    file_sha256         bytea,
    started_at          timestamptz NOT NULL DEFAULT now(),
    finished_at         timestamptz,
    person_id           uuid,
    accepted            bigint NOT NULL DEFAULT 0,
    duplicates          bigint NOT NULL DEFAULT 0,
    rejected            bigint NOT NULL DEFAULT 0,
    is_synthetic        boolean NOT NULL DEFAULT false,
    detail              jsonb NOT NULL DEFAULT '{}'
);

CREATE TABLE crime.batch_reject (
    batch_id            uuid NOT NULL REFERENCES crime.batch (id) ON DELETE CASCADE,
    -- As a spreadsheet counts; line_number only where the row begins on another line of the file.
    row_number          bigint NOT NULL,
    line_number         bigint,
    column_name         text NOT NULL,
    value               text,
    reason              text NOT NULL,
    suggestion          text,
    PRIMARY KEY (batch_id, row_number, column_name)
);

-- Columns of fixed width that every row has come first: they are read fastest.
CREATE TABLE crime.incident (
    -- The batch's number × 2^32 + the row's number in the batch.
    id                  bigint NOT NULL,
    -- What makes two rows one case: a hash of source and reference, or of the content where there is no reference.
    -- Unique within a year by an index, over all years by check_batch: an index that could would have to hold the date as well.
    key                 uuid NOT NULL,
    content_hash        uuid NOT NULL,
    occurred_from       timestamptz NOT NULL,
    occurred_on         date NOT NULL,
    -- crime.jurisdiction.ordinal of the finest known jurisdiction.
    ordinal             integer NOT NULL,
    reported_on         date NOT NULL,
    head_id             smallint NOT NULL,
    status              smallint NOT NULL CHECK (status BETWEEN 0 AND 4),
    victim_gender       smallint NOT NULL CHECK (victim_gender BETWEEN 0 AND 3),
    victim_age_band     smallint NOT NULL CHECK (victim_age_band BETWEEN 0 AND 8),
    offender_gender     smallint NOT NULL CHECK (offender_gender BETWEEN 0 AND 3),
    offender_age_band   smallint NOT NULL CHECK (offender_age_band BETWEEN 0 AND 8),
    place_precision     smallint NOT NULL CHECK (place_precision BETWEEN 0 AND 5),
    is_sensitive        boolean NOT NULL,
    -- Local hour 0–23; null when unknown.
    occurred_hour       smallint CHECK (occurred_hour BETWEEN 0 AND 23),
    -- Z-order key of the Web-Mercator cell at zoom 22; null without coordinates.
    cell_key            bigint,
    latitude            double precision,
    longitude           double precision,
    occurred_until      timestamptz,
    property_value      bigint,
    source              text NOT NULL,
    -- The case's name in its source; null when it has none.
    source_reference    text,
    modus_operandi      text,
    PRIMARY KEY (id, occurred_on),
    -- BNS 72, POCSO 23: the exact place and any text of a sensitive case are not stored at all.
    CONSTRAINT sensitive_place CHECK (NOT is_sensitive OR place_precision >= 2),
    CONSTRAINT sensitive_text CHECK (NOT is_sensitive OR (modus_operandi IS NULL AND property_value IS NULL)),
    CONSTRAINT place_complete CHECK ((cell_key IS NULL) = (latitude IS NULL) AND (latitude IS NULL) = (longitude IS NULL))
) PARTITION BY RANGE (occurred_on);

-- A partition a year, and one for everything older.
CREATE TABLE crime.incident_before_2018 PARTITION OF crime.incident FOR VALUES FROM (MINVALUE) TO ('2018-01-01');
DO $$
BEGIN
    FOR v_year IN 2018..2035 LOOP
        EXECUTE format('CREATE TABLE crime.incident_%s PARTITION OF crime.incident FOR VALUES FROM (%L) TO (%L)',
            v_year, make_date(v_year, 1, 1), make_date(v_year + 1, 1, 1));
        EXECUTE format('CREATE UNIQUE INDEX ON crime.%I (key)', 'incident_' || v_year);
    END LOOP;
END
$$;
CREATE UNIQUE INDEX ON crime.incident_before_2018 (key);
-- With all that queries group or filter by: a jurisdiction's rows are counted without reading them.
CREATE INDEX incident_place_time ON crime.incident (ordinal, occurred_on)
    INCLUDE (head_id, occurred_hour, status, victim_gender, victim_age_band);
CREATE INDEX incident_cell ON crime.incident (cell_key) INCLUDE (occurred_on, head_id, ordinal) WHERE cell_key IS NOT NULL;

-- Rollups. level is the jurisdiction's level; ordinal its ordinal; head_id any node of the tree. Where a row holds slots,
-- cases[i] are those of slots[i]; slots without a case are left out.
CREATE TABLE crime.rollup_month (
    level               smallint NOT NULL,
    head_id             smallint NOT NULL,
    ordinal             integer NOT NULL,
    month               date NOT NULL,
    cases               integer NOT NULL,
    under_investigation integer NOT NULL,
    chargesheeted       integer NOT NULL,
    closed              integer NOT NULL,
    convicted           integer NOT NULL,
    acquitted           integer NOT NULL,
    PRIMARY KEY (level, head_id, ordinal, month)
) PARTITION BY RANGE (month);

-- Levels country and state only: below, the index of a district's rows answers faster than a rollup of them.
CREATE TABLE crime.rollup_hour (
    level               smallint NOT NULL,
    head_id             smallint NOT NULL,
    ordinal             integer NOT NULL,
    month               date NOT NULL,
    -- (ISO weekday − 1) × 25 + hour + 1; hour −1 when unknown.
    slots               smallint[] NOT NULL,
    cases               integer[] NOT NULL,
    PRIMARY KEY (level, head_id, ordinal, month)
) PARTITION BY RANGE (month);

CREATE TABLE crime.rollup_victim (
    level               smallint NOT NULL,
    head_id             smallint NOT NULL,
    ordinal             integer NOT NULL,
    month               date NOT NULL,
    -- Gender × 9 + age band.
    slots               smallint[] NOT NULL,
    cases               integer[] NOT NULL,
    PRIMARY KEY (level, head_id, ordinal, month)
) PARTITION BY RANGE (month);

-- Map cells at zoom 10, and at zoom 13 for the root head only; by district so that row-level security can judge them.
-- cell is the incident's cell_key shifted right by two bits a zoom level: 24 at zoom 10, 18 at zoom 13.
CREATE TABLE crime.rollup_cell (
    zoom                smallint NOT NULL,
    head_id             smallint NOT NULL,
    cell                bigint NOT NULL,
    ordinal             integer NOT NULL,
    -- First day of the year.
    year                date NOT NULL,
    -- Month, 1–12.
    slots               smallint[] NOT NULL,
    cases               integer[] NOT NULL,
    PRIMARY KEY (zoom, head_id, cell, ordinal, year)
) PARTITION BY RANGE (year);

-- Partitions as those of crime.incident.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['rollup_month', 'rollup_hour', 'rollup_victim', 'rollup_cell'] LOOP
        EXECUTE format('CREATE TABLE crime.%I PARTITION OF crime.%I FOR VALUES FROM (MINVALUE) TO (%L)',
            v_table || '_before_2018', v_table, '2018-01-01');
        FOR v_year IN 2018..2035 LOOP
            EXECUTE format('CREATE TABLE crime.%I PARTITION OF crime.%I FOR VALUES FROM (%L) TO (%L)',
                v_table || '_' || v_year, v_table, make_date(v_year, 1, 1), make_date(v_year + 1, 1, 1));
        END LOOP;
    END LOOP;
END
$$;

ALTER TABLE crime.incident ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.rollup_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.rollup_hour ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.rollup_victim ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.rollup_cell ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.batch_reject ENABLE ROW LEVEL SECURITY;
-- Sub-selects are computed once a query, not once a row. Looking into a multirange costs as much as reading a row from an
-- index: where the scope is one range, as nearly everybody's is, comparing with its bounds is enough. An empty scope has no
-- bounds, and nothing is seen. "IS TRUE" keeps bounds that are unknown when a query is planned from choosing its index.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['incident', 'rollup_month', 'rollup_hour', 'rollup_victim', 'rollup_cell'] LOOP
        EXECUTE format($sql$
            CREATE POLICY scope ON crime.%I FOR SELECT USING (
                (ordinal >= (SELECT lower(crime.current_scope()))) IS TRUE
                AND (ordinal < (SELECT upper(crime.current_scope()))) IS TRUE
                AND ((SELECT count(*) = 1 FROM unnest(crime.current_scope())) OR ordinal <@ (SELECT crime.current_scope())))
            $sql$, v_table);
    END LOOP;
END
$$;
CREATE POLICY own_or_admin ON crime.batch FOR SELECT
    USING (person_id = (SELECT crime.current_person()) OR (SELECT crime.current_is_admin()));
CREATE POLICY own_or_admin ON crime.batch_reject FOR SELECT
    USING (batch_id IN (SELECT b.id FROM crime.batch b));

-- Work that takes time, and how far it is.
CREATE TABLE crime.task_progress (
    id                  uuid PRIMARY KEY,
    kind                text NOT NULL,
    state               text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    done                bigint NOT NULL DEFAULT 0,
    total               bigint NOT NULL DEFAULT 0,
    started_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now(),
    message             text
);
