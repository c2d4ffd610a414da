-- Data that grow day by day.
--
-- months_version: the data version of the last change that mattered to the complete months, the ones before as_of. Forecasts
-- and hotspots are about those, so a new day leaves them as they are: they are computed again when a month is complete, or when
-- the cases that came late for complete months add up to 1 % of a mean month.

ALTER TABLE crime.data_state
    ADD COLUMN months_version bigint NOT NULL DEFAULT 0,
    ADD COLUMN late_cases bigint NOT NULL DEFAULT 0,
    -- Share of registered cases that the data set holds by design; null when it is not a sample.
    ADD COLUMN coverage double precision CHECK (coverage > 0 AND coverage <= 1);

UPDATE crime.data_state SET months_version = data_version;

-- Cases of a batch before a day: of those that are all on one side nothing need be read.
CREATE FUNCTION crime.batch_cases_before(p_batch uuid, p_cases bigint, p_first date, p_last date, p_day date) RETURNS bigint
LANGUAGE plpgsql STABLE
SET search_path = pg_catalog
AS $$
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
          AND i.occurred_on >= p_first
          AND i.occurred_on < p_day);
END
$$;

-- Counts the batch into crime.data_state and returns the new version. A month is complete when any record is dated
-- after it; the months after the last incident do not count.
CREATE OR REPLACE FUNCTION crime.advance_data_state(p_batch uuid, p_name text) RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_new record;
    v_before crime.data_state;
    v_version bigint;
    v_late bigint;
BEGIN
    EXECUTE format($sql$
        SELECT sum(cases) AS cases, min(first_occurred) AS first_occurred, max(last_occurred) AS last_occurred, max(last_reported) AS last_reported
        FROM staging.%I
        $sql$, p_name || '_plan') INTO v_new;
    SELECT * INTO v_before FROM crime.data_state;
    v_late := crime.batch_cases_before(p_batch, v_new.cases::bigint, v_new.first_occurred, v_new.last_occurred, v_before.as_of);
    UPDATE crime.data_state AS d
    SET data_version = d.data_version + 1,
        incident_count = d.incident_count + v_new.cases,
        is_synthetic = d.is_synthetic OR b.is_synthetic,
        first_month = least(d.first_month, date_trunc('month', v_new.first_occurred)::date),
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
$$;

REVOKE EXECUTE ON FUNCTION crime.batch_cases_before(uuid, bigint, date, date, date) FROM PUBLIC;
