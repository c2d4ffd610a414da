-- Forecasts computed in the background, and the runs that compute them. A forecast is derived from incidents: same row-level
-- security, and nothing is stored of a series whose counts would be withheld.

CREATE TABLE crime.forecast_run (
    id                  uuid PRIMARY KEY,
    -- The run works under this person's row-level security.
    person_id           uuid NOT NULL,
    owner               text NOT NULL,
    data_version        bigint NOT NULL,
    -- Which series are forecast and how; a newer app computes again.
    plan_version        integer NOT NULL,
    state               text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    is_cancel_asked     boolean NOT NULL DEFAULT false,
    done                bigint NOT NULL DEFAULT 0,
    total               bigint NOT NULL DEFAULT 0,
    busy_ms             bigint NOT NULL DEFAULT 0,
    started_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now(),
    finished_at         timestamptz,
    problem             text
);
-- One open run a person.
CREATE UNIQUE INDEX forecast_run_open ON crime.forecast_run (person_id) WHERE state IN ('waiting', 'running');
CREATE INDEX forecast_run_newest ON crime.forecast_run (started_at DESC);

-- Parts of a run that are stored: where a killed run goes on.
CREATE TABLE crime.forecast_chunk (
    run_id              uuid NOT NULL REFERENCES crime.forecast_run (id) ON DELETE CASCADE,
    name                text NOT NULL,
    work                bigint NOT NULL,
    stored              bigint NOT NULL,
    withheld            bigint NOT NULL,
    too_short           bigint NOT NULL,
    finished_at         timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (run_id, name)
);

CREATE TABLE crime.forecast (
    ordinal             integer NOT NULL,
    -- 0 month, 1 week.
    step                smallint NOT NULL CHECK (step IN (0, 1)),
    head_id             smallint NOT NULL,
    level               smallint NOT NULL,
    -- Core's ForecastObstacle; null: there is a forecast.
    obstacle            smallint,
    -- Band of the calibration.
    volume_band         smallint,
    history_from        date NOT NULL,
    data_version        bigint NOT NULL,
    computed_at         timestamptz NOT NULL DEFAULT now(),
    run_id              uuid NOT NULL,
    model               text,
    form                text,
    -- Counts, each as LEB128.
    history             bytea,
    -- One a step.
    mean                real[],
    -- Lower and upper ends at 50, 80 and 95 %, six a step.
    bounds              real[],
    -- Parameters, weights of the members, errors over rolling origins.
    detail              json,
    PRIMARY KEY (ordinal, step, head_id),
    CONSTRAINT forecast_complete CHECK ((obstacle IS NULL) = (mean IS NOT NULL)
        AND (obstacle IS NULL) = (bounds IS NOT NULL) AND (obstacle IS NULL) = (detail IS NOT NULL)
        AND cardinality(bounds) = 6 * cardinality(mean)),
    -- Of a withheld series nothing is stored but that it is withheld.
    CONSTRAINT forecast_withheld CHECK ((obstacle IS NOT DISTINCT FROM 2) = (history IS NULL))
);

-- What a run learned from all series: weights of methods and widths of intervals. Says nothing of any place.
CREATE TABLE crime.forecast_calibration (
    step                smallint PRIMARY KEY CHECK (step IN (0, 1)),
    data_version        bigint NOT NULL,
    run_id              uuid NOT NULL,
    computed_at         timestamptz NOT NULL DEFAULT now(),
    calibration         jsonb NOT NULL
);

-- Rows on their way from the app.
CREATE UNLOGGED TABLE crime.forecast_incoming (LIKE crime.forecast INCLUDING DEFAULTS);

ALTER TABLE crime.forecast ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.forecast_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.forecast_chunk ENABLE ROW LEVEL SECURITY;
-- As the policies of the other tables by place (0003).
CREATE POLICY scope ON crime.forecast FOR SELECT USING (
    (ordinal >= (SELECT lower(crime.current_scope()))) IS TRUE
    AND (ordinal < (SELECT upper(crime.current_scope()))) IS TRUE
    AND ((SELECT count(*) = 1 FROM unnest(crime.current_scope())) OR ordinal <@ (SELECT crime.current_scope())));
CREATE POLICY admin_reads ON crime.forecast_run FOR SELECT USING ((SELECT crime.current_is_admin()));
CREATE POLICY admin_asks ON crime.forecast_run FOR INSERT
    WITH CHECK ((SELECT crime.current_is_admin()) AND person_id = (SELECT crime.current_person()));
CREATE POLICY admin_steers ON crime.forecast_run FOR UPDATE USING ((SELECT crime.current_is_admin()));
CREATE POLICY with_run ON crime.forecast_chunk FOR SELECT USING (run_id IN (SELECT r.id FROM crime.forecast_run r));

-- The run works as the current person, who is an active administrator.
CREATE FUNCTION crime.require_forecast_run(p_run uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF NOT crime.current_is_admin() OR NOT EXISTS (
        SELECT 1 FROM crime.forecast_run WHERE id = p_run AND state = 'running' AND person_id = crime.current_person()) THEN
        RAISE EXCEPTION 'Forecast run % is not the current person''s, or does not run.', p_run USING ERRCODE = '42501';
    END IF;
END
$$;

-- Puts the staged rows of a run in the place of what was stored of the levels and places of a chunk.
CREATE FUNCTION crime.store_forecasts(
    p_run uuid, p_chunk text, p_step smallint, p_levels smallint[], p_from integer, p_until integer, p_work bigint, p_data_version bigint)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_forecast_run(p_run);
    IF NOT int4range(p_from, p_until) <@ crime.current_scope() THEN
        RAISE EXCEPTION 'The places of chunk % lie outside the person''s.', p_chunk USING ERRCODE = '42501';
    END IF;
    IF EXISTS (
        SELECT 1 FROM crime.forecast_incoming s
        WHERE s.run_id = p_run
          AND (s.step <> p_step OR s.level <> ALL (p_levels) OR s.ordinal < p_from OR s.ordinal >= p_until OR s.data_version <> p_data_version)) THEN
        RAISE EXCEPTION 'Chunk % holds rows of other places.', p_chunk USING ERRCODE = '23514';
    END IF;
    INSERT INTO crime.forecast_chunk (run_id, name, work, stored, withheld, too_short)
    SELECT p_run, p_chunk, p_work, count(*) FILTER (WHERE s.obstacle IS NULL), count(*) FILTER (WHERE s.obstacle = 2),
        count(*) FILTER (WHERE s.obstacle <> 2)
    FROM crime.forecast_incoming s
    WHERE s.run_id = p_run;
    DELETE FROM crime.forecast f
    WHERE f.ordinal >= p_from AND f.ordinal < p_until AND f.step = p_step AND f.level = ANY (p_levels);
    INSERT INTO crime.forecast SELECT s.* FROM crime.forecast_incoming s WHERE s.run_id = p_run ORDER BY s.ordinal, s.step, s.head_id;
    DELETE FROM crime.forecast_incoming s WHERE s.run_id = p_run;
END
$$;

-- Gives the forecasts that a run stored by month the points and intervals sent for them.
CREATE FUNCTION crime.store_coherent_forecasts(p_run uuid, p_chunk text, p_from integer, p_until integer, p_work bigint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_forecast_run(p_run);
    IF NOT int4range(p_from, p_until) <@ crime.current_scope() THEN
        RAISE EXCEPTION 'The places of chunk % lie outside the person''s.', p_chunk USING ERRCODE = '42501';
    END IF;
    INSERT INTO crime.forecast_chunk (run_id, name, work, stored, withheld, too_short)
    VALUES (p_run, p_chunk, p_work, 0, 0, 0);
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
$$;

CREATE FUNCTION crime.store_forecast_calibration(p_run uuid, p_step smallint, p_data_version bigint, p_calibration jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_forecast_run(p_run);
    INSERT INTO crime.forecast_calibration AS c (step, data_version, run_id, calibration)
    VALUES (p_step, p_data_version, p_run, p_calibration)
    ON CONFLICT (step) DO UPDATE
    SET data_version = EXCLUDED.data_version, run_id = EXCLUDED.run_id, computed_at = clock_timestamp(), calibration = EXCLUDED.calibration;
END
$$;

GRANT SELECT ON crime.forecast, crime.forecast_chunk, crime.forecast_calibration TO $app_role$;
GRANT SELECT, INSERT, UPDATE ON crime.forecast_run TO $app_role$;
-- Rows are sent, never read back.
GRANT INSERT ON crime.forecast_incoming TO $app_role$;
REVOKE EXECUTE ON FUNCTION
    crime.require_forecast_run(uuid), crime.store_forecasts(uuid, text, smallint, smallint[], integer, integer, bigint, bigint),
    crime.store_coherent_forecasts(uuid, text, integer, integer, bigint),
    crime.store_forecast_calibration(uuid, smallint, bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.store_forecasts(uuid, text, smallint, smallint[], integer, integer, bigint, bigint),
    crime.store_coherent_forecasts(uuid, text, integer, integer, bigint),
    crime.store_forecast_calibration(uuid, smallint, bigint, jsonb)
    TO $app_role$;
