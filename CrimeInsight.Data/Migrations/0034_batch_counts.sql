-- What becomes of the rows of a batch: new cases, updates of known ones, rows equal to known ones, rows that contradict a known one, and
-- rows that cannot be read. No row is lost between them: the importer says how many it read.
ALTER TABLE crime.batch
    ADD COLUMN updated bigint NOT NULL DEFAULT 0,
    ADD COLUMN conflicts bigint NOT NULL DEFAULT 0,
    ADD CONSTRAINT no_row_lost CHECK ((detail ->> 'rows')::bigint IS NULL
        OR (detail ->> 'rows')::bigint = accepted + updated + duplicates + conflicts + rejected);
