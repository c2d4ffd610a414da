-- Official figures that people load, by edition, beside those the product came with. Nothing is overwritten: the newest edition that has a figure
-- counts, and one taken back leaves the figures before it as they were.
CREATE TABLE crime.official_edition (
    id                uuid PRIMARY KEY,
    source            text NOT NULL CHECK (source <> ''),
    edition           text NOT NULL CHECK (edition <> ''),
    file_name         text NOT NULL,
    file_sha256       text NOT NULL,
    loaded_by         text NOT NULL,
    loaded_at         timestamptz NOT NULL DEFAULT clock_timestamp(),
    figures           integer NOT NULL CHECK (figures > 0),
    first_year        smallint NOT NULL,
    last_year         smallint NOT NULL CHECK (last_year >= first_year),
    -- Taken back, or replaced by a newer load of the same edition; null: it holds.
    ended_at          timestamptz,
    ended_by          text,
    replaced_by       uuid REFERENCES crime.official_edition (id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK (replaced_by IS NULL OR ended_at IS NOT NULL)
);
CREATE UNIQUE INDEX official_edition_holds ON crime.official_edition (source, edition) WHERE ended_at IS NULL;

CREATE TABLE crime.official_value (
    edition_id        uuid NOT NULL REFERENCES crime.official_edition (id),
    jurisdiction_id   integer NOT NULL REFERENCES crime.jurisdiction (id),
    year              smallint NOT NULL,
    -- Code of a crime head, or of a printed grouping such as total-ipc.
    measure           text NOT NULL,
    cases             bigint NOT NULL CHECK (cases >= 0),
    PRIMARY KEY (jurisdiction_id, year, measure, edition_id)
);
CREATE INDEX official_value_edition ON crime.official_value (edition_id);

-- Every figure as it holds now.
CREATE VIEW crime.official_current WITH (security_invoker = true) AS
SELECT DISTINCT ON (jurisdiction_id, year, measure) jurisdiction_id, year, measure, cases, basis, source
FROM (
    SELECT v.jurisdiction_id, v.year, v.measure, v.cases, 'official' AS basis, e.source || ', ' || e.edition AS source, e.loaded_at
    FROM crime.official_value v
    JOIN crime.official_edition e ON e.id = v.edition_id AND e.ended_at IS NULL
    UNION ALL
    SELECT o.jurisdiction_id, o.year, h.code, o.cases::bigint, o.basis, o.source, '-infinity'
    FROM crime.official_count o
    JOIN crime.crime_head h ON h.id = o.head_id
    UNION ALL
    SELECT j.id, f.year, f.measure, f.value::bigint, 'official', f.source, '-infinity'
    FROM crime.official_figure f
    JOIN crime.jurisdiction j ON j.code = f.code
    WHERE f.measure NOT LIKE 'rate-%') AS every
ORDER BY jurisdiction_id, year, measure, loaded_at DESC, basis = 'official' DESC, source;

-- Published figures are everybody's to read; only administrators change them.
ALTER TABLE crime.official_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.official_value ENABLE ROW LEVEL SECURITY;
CREATE POLICY read_editions ON crime.official_edition FOR SELECT USING (true);
CREATE POLICY change_editions ON crime.official_edition FOR ALL USING (crime.current_is_admin()) WITH CHECK (crime.current_is_admin());
CREATE POLICY read_values ON crime.official_value FOR SELECT USING (true);
CREATE POLICY add_values ON crime.official_value FOR INSERT WITH CHECK (crime.current_is_admin());
GRANT SELECT ON crime.official_current TO $app_role$;
GRANT SELECT, INSERT, UPDATE ON crime.official_edition TO $app_role$;
GRANT SELECT, INSERT ON crime.official_value TO $app_role$;
