-- Reference data: who and what incidents are about. Readable by the app, changed only through the owner's functions.

CREATE SCHEMA IF NOT EXISTS crime;
CREATE SCHEMA IF NOT EXISTS staging;

CREATE TABLE crime.jurisdiction (
    id                integer PRIMARY KEY,
    parent_id         integer REFERENCES crime.jurisdiction (id),
    level             smallint NOT NULL CHECK (level BETWEEN 0 AND 8),
    code              text NOT NULL UNIQUE,
    -- Nested interval: the subtree is [ordinal, ordinal_until). Gaps leave room for new stations.
    ordinal           integer NOT NULL UNIQUE,
    ordinal_until     integer NOT NULL,
    lgd_code          integer,
    names             jsonb NOT NULL CHECK (names ? 'en'),
    latitude          double precision,
    longitude         double precision,
    area_km2          double precision,
    population_2011   bigint,
    urban_share       double precision,
    valid_from        date NOT NULL DEFAULT '1947-08-15',
    valid_until       date,
    is_synthetic      boolean NOT NULL DEFAULT false,
    CHECK (ordinal_until > ordinal),
    CHECK ((parent_id IS NULL) = (level = 0))
);
CREATE INDEX jurisdiction_parent ON crime.jurisdiction (parent_id);

CREATE TABLE crime.population (
    jurisdiction_id   integer NOT NULL REFERENCES crime.jurisdiction (id) ON DELETE CASCADE,
    year              smallint NOT NULL,
    residents         bigint NOT NULL CHECK (residents >= 0),
    PRIMARY KEY (jurisdiction_id, year)
);

CREATE TABLE crime.boundary (
    jurisdiction_id   integer PRIMARY KEY REFERENCES crime.jurisdiction (id) ON DELETE CASCADE,
    -- GeoJSON geometry, WGS 84.
    geometry          jsonb NOT NULL,
    is_approximate    boolean NOT NULL,
    source            text NOT NULL
);

CREATE TABLE crime.crime_head (
    id                smallint PRIMARY KEY,
    parent_id         smallint REFERENCES crime.crime_head (id),
    code              text NOT NULL UNIQUE,
    level             smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
    is_sensitive      boolean NOT NULL,
    ncrb_name         text NOT NULL,
    names             jsonb NOT NULL CHECK (names ? 'en'),
    CHECK ((parent_id IS NULL) = (level = 0))
);

CREATE TABLE crime.statute (
    head_id           smallint NOT NULL REFERENCES crime.crime_head (id),
    act               text NOT NULL,
    section           text NOT NULL,
    valid_from        date,
    valid_until       date,
    to_be_verified    boolean NOT NULL,
    UNIQUE NULLS NOT DISTINCT (head_id, act, section, valid_from)
);

CREATE TABLE crime.statute_pair (
    subject           text NOT NULL,
    -- Null for heads that exist only since the break.
    ipc               text,
    bns               text NOT NULL,
    break_date        date NOT NULL,
    to_be_verified    boolean NOT NULL,
    UNIQUE NULLS NOT DISTINCT (ipc, bns)
);

CREATE TABLE crime.holiday (
    day               date NOT NULL,
    key               text NOT NULL,
    -- State codes; empty for the whole country.
    regions           text[] NOT NULL,
    is_estimated      boolean NOT NULL,
    names             jsonb NOT NULL CHECK (names ? 'en'),
    PRIMARY KEY (day, key, regions)
);

CREATE TABLE crime.official_count (
    jurisdiction_id   integer NOT NULL REFERENCES crime.jurisdiction (id),
    year              smallint NOT NULL,
    head_id           smallint NOT NULL REFERENCES crime.crime_head (id),
    cases             integer NOT NULL CHECK (cases >= 0),
    basis             text NOT NULL CHECK (basis IN ('official', 'derived', 'extended')),
    source            text NOT NULL,
    PRIMARY KEY (jurisdiction_id, year, head_id)
);

CREATE TABLE crime.official_figure (
    scope             text NOT NULL,
    code              text NOT NULL,
    year              smallint NOT NULL,
    measure           text NOT NULL,
    value             double precision NOT NULL,
    source            text NOT NULL,
    PRIMARY KEY (scope, code, year, measure)
);

CREATE TABLE crime.state_rate (
    jurisdiction_id   integer NOT NULL REFERENCES crime.jurisdiction (id),
    year              smallint NOT NULL,
    chargesheet_rate  double precision,
    conviction_rate   double precision,
    basis             text NOT NULL,
    PRIMARY KEY (jurisdiction_id, year)
);

CREATE TABLE crime.city (
    jurisdiction_id   integer NOT NULL REFERENCES crime.jurisdiction (id),
    name              text NOT NULL,
    latitude          double precision NOT NULL,
    longitude         double precision NOT NULL,
    population        integer NOT NULL,
    PRIMARY KEY (jurisdiction_id, name)
);

-- One row: versions that caches and jobs compare.
CREATE TABLE crime.data_state (
    id                boolean PRIMARY KEY DEFAULT true CHECK (id),
    data_version      bigint NOT NULL DEFAULT 0,
    reference_version bigint NOT NULL DEFAULT 0,
    is_synthetic      boolean NOT NULL DEFAULT false,
    incident_count    bigint NOT NULL DEFAULT 0,
    first_month       date,
    as_of             date,
    last_imported_at  timestamptz,
    -- SHA-256 over the seed tables that were loaded.
    reference_hash    text
);
INSERT INTO crime.data_state DEFAULT VALUES;
