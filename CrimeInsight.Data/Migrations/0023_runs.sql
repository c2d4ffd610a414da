-- Runs, their units and their results, of whatever kind: a new kind needs no migration. Forecasts keep a table of their own, which
-- places are ranked and accuracy is summed by (docs/adr/0012-runs-and-results.md); it is written in the same transaction as the
-- mark of its unit. Results of hotspots are computed again; forecasts stay as they are.

CREATE TABLE crime.run (
    id                  uuid PRIMARY KEY,
    -- The run works under this person's row-level security.
    person_id           uuid NOT NULL,
    owner               text NOT NULL,
    -- Of the complete months.
    data_version        bigint NOT NULL,
    -- The kinds that are computed, each with the version of what computes it; a newer app raises its own.
    versions            jsonb NOT NULL,
    state               text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
    is_cancel_asked     boolean NOT NULL DEFAULT false,
    busy_ms             bigint NOT NULL DEFAULT 0,
    started_at          timestamptz NOT NULL DEFAULT now(),
    updated_at          timestamptz NOT NULL DEFAULT now(),
    finished_at         timestamptz,
    problem             text
);
-- One open run a person.
CREATE UNIQUE INDEX run_open ON crime.run (person_id) WHERE state IN ('waiting', 'running');
CREATE INDEX run_newest ON crime.run (started_at DESC);

-- What is stored together, by one process: several share a run, and one that was killed is taken over.
CREATE TABLE crime.run_unit (
    run_id              uuid NOT NULL REFERENCES crime.run (id) ON DELETE CASCADE,
    kind                text NOT NULL,
    name                text NOT NULL,
    version             integer NOT NULL,
    -- In the order of the plan.
    position            integer NOT NULL,
    work                bigint NOT NULL CHECK (work > 0),
    -- Units of the kind that must be done before.
    needs               text[] NOT NULL DEFAULT '{}',
    state               text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done')),
    done                bigint NOT NULL DEFAULT 0,
    -- The process that works on it, for as long as it says so.
    holder              uuid,
    held_until          timestamptz,
    counts              jsonb NOT NULL DEFAULT '{}',
    finished_at         timestamptz,
    PRIMARY KEY (run_id, kind, name),
    CONSTRAINT run_unit_held CHECK ((state = 'running') = (holder IS NOT NULL) AND (holder IS NULL) = (held_until IS NULL)),
    CONSTRAINT run_unit_finished CHECK ((state = 'done') = (finished_at IS NOT NULL))
);

CREATE TABLE crime.result (
    kind                text NOT NULL,
    -- The subtree it is about.
    ordinal             integer NOT NULL,
    ordinal_until       integer NOT NULL,
    -- SHA-256 of the request.
    request_hash        bytea NOT NULL CHECK (length(request_hash) = 32),
    -- All that was asked, as Core's CanonicalJson writes it.
    request             json NOT NULL,
    -- It answers a question to these versions only.
    version             integer NOT NULL,
    data_version        bigint NOT NULL,
    reference_version   bigint NOT NULL,
    run_id              uuid NOT NULL,
    computed_at         timestamptz NOT NULL DEFAULT now(),
    body                json NOT NULL,
    PRIMARY KEY (ordinal, ordinal_until, kind, request_hash),
    CONSTRAINT result_area CHECK (ordinal_until > ordinal)
);

-- Rows on their way from the app.
CREATE UNLOGGED TABLE crime.result_incoming (LIKE crime.result INCLUDING DEFAULTS);

ALTER TABLE crime.run ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.run_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.result ENABLE ROW LEVEL SECURITY;
CREATE POLICY admin_reads ON crime.run FOR SELECT USING ((SELECT crime.current_is_admin()));
CREATE POLICY admin_asks ON crime.run FOR INSERT
    WITH CHECK ((SELECT crime.current_is_admin()) AND person_id = (SELECT crime.current_person()));
CREATE POLICY admin_steers ON crime.run FOR UPDATE USING ((SELECT crime.current_is_admin()));
CREATE POLICY with_run ON crime.run_unit FOR SELECT USING (run_id IN (SELECT r.id FROM crime.run r));
CREATE POLICY owner_works ON crime.run_unit
    USING (run_id IN (SELECT r.id FROM crime.run r WHERE r.person_id = (SELECT crime.current_person())));
-- A result tells of all cases of its area: what is left of a part is another result.
CREATE POLICY whole_area ON crime.result FOR SELECT
    USING ((int4range(ordinal, ordinal_until) <@ (SELECT crime.current_scope())) IS TRUE);

-- What was computed so far goes on being told, and an open run goes on where it stood.
INSERT INTO crime.run (id, person_id, owner, data_version, versions, state, is_cancel_asked, busy_ms, started_at, updated_at, finished_at, problem)
SELECT r.id, r.person_id, r.owner, r.data_version,
    CASE WHEN r.state IN ('waiting', 'running') THEN jsonb_build_object('forecasts', r.plan_version, 'hotspots', r.plan_version)
        ELSE jsonb_build_object('forecasts', r.plan_version) END,
    CASE WHEN r.state = 'running' THEN 'waiting' ELSE r.state END, r.is_cancel_asked, r.busy_ms, r.started_at, r.updated_at, r.finished_at, r.problem
FROM crime.forecast_run r;
INSERT INTO crime.run_unit (run_id, kind, name, version, position, work, state, done, counts, finished_at)
SELECT c.run_id, k.kind, c.name, r.plan_version, row_number() OVER (PARTITION BY c.run_id ORDER BY c.finished_at), greatest(c.work, 1), 'done', greatest(c.work, 1),
    CASE WHEN k.kind = 'hotspots' THEN jsonb_build_object('hotspots', c.hotspots)
        ELSE jsonb_build_object('forecasts', c.stored, 'forecasts.withheld', c.withheld, 'forecasts.too-short', c.too_short) END, c.finished_at
FROM crime.forecast_chunk c
JOIN crime.forecast_run r ON r.id = c.run_id
CROSS JOIN LATERAL (SELECT CASE WHEN c.name LIKE 'hotspots:%' THEN 'hotspots' ELSE 'forecasts' END AS kind) AS k
WHERE k.kind = 'forecasts' OR r.state NOT IN ('waiting', 'running');

DROP FUNCTION crime.forecast_progress();
DROP FUNCTION crime.store_forecasts(uuid, text, smallint, smallint[], integer, integer, bigint, bigint);
DROP FUNCTION crime.store_coherent_forecasts(uuid, text, integer, integer, bigint);
DROP FUNCTION crime.store_forecast_calibration(uuid, smallint, bigint, jsonb);
DROP FUNCTION crime.store_hotspots(uuid, text, integer, integer, bigint, bigint);
DROP FUNCTION crime.require_forecast_run(uuid);
DROP TABLE crime.forecast_chunk, crime.forecast_run, crime.hotspot_result, crime.hotspot_incoming;

-- The run works as the current person, who is an active administrator; it stays until the transaction ends.
CREATE FUNCTION crime.require_run(p_run uuid) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM 1 FROM crime.run WHERE id = p_run AND state = 'running' AND person_id = crime.current_person() FOR KEY SHARE;
    IF NOT FOUND OR NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Run % is not the current person''s, or does not run.', p_run USING ERRCODE = '42501';
    END IF;
END
$$;

-- The unit is done, by the process that holds it; what is stored of it tells of these places.
CREATE FUNCTION crime.finish_unit(p_run uuid, p_kind text, p_name text, p_holder uuid, p_from integer, p_until integer, p_counts jsonb) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
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
$$;

-- Puts the staged results of a unit in the place of what was stored of the kinds about its area, and of what can no longer be found.
CREATE FUNCTION crime.store_results(
    p_run uuid, p_kind text, p_name text, p_holder uuid, p_from integer, p_until integer, p_kinds text[], p_counts jsonb)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
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
$$;

-- Puts the staged rows of a run in the place of what was stored of the levels and places of a unit.
CREATE FUNCTION crime.store_forecasts(
    p_run uuid, p_kind text, p_name text, p_holder uuid, p_from integer, p_until integer, p_counts jsonb, p_step smallint, p_levels smallint[], p_data_version bigint)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
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
$$;

-- Gives the forecasts that a run stored the points and intervals sent for them.
CREATE FUNCTION crime.store_coherent_forecasts(p_run uuid, p_kind text, p_name text, p_holder uuid, p_from integer, p_until integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
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
$$;

-- What is learned says nothing of any place.
CREATE FUNCTION crime.store_forecast_calibration(
    p_run uuid, p_kind text, p_name text, p_holder uuid, p_step smallint, p_data_version bigint, p_calibration jsonb)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.finish_unit(p_run, p_kind, p_name, p_holder, 0, 0, '{}');
    INSERT INTO crime.forecast_calibration AS c (step, data_version, run_id, calibration)
    VALUES (p_step, p_data_version, p_run, p_calibration)
    ON CONFLICT (step) DO UPDATE
    SET data_version = EXCLUDED.data_version, run_id = EXCLUDED.run_id, computed_at = clock_timestamp(), calibration = EXCLUDED.calibration;
END
$$;

-- How far the background job is, for everyone who waits for its results: shares and times, nothing of whom it works for. When no
-- run is open: the newest, if it failed.
CREATE FUNCTION crime.run_progress() RETURNS TABLE (state text, done bigint, total bigint, busy_ms bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.state, coalesce(sum(u.done), 0)::bigint, coalesce(sum(u.work), 0)::bigint, r.busy_ms
    FROM (
        SELECT n.*
        FROM crime.run n
        ORDER BY n.state = 'running' DESC, n.state = 'waiting' DESC, n.started_at DESC
        LIMIT 1) AS r
    LEFT JOIN crime.run_unit u ON u.run_id = r.id
    WHERE r.state IN ('waiting', 'running', 'failed')
    GROUP BY r.state, r.busy_ms
$$;

-- The end of the demo removes what was computed; what is computed at this moment finds its run gone when it wants to store.
DO $$
BEGIN
    EXECUTE replace(replace(replace(pg_get_functiondef('crime.remove_synthetic()'::regprocedure),
        'crime.forecast_run;', 'crime.run;'), 'crime.hotspot_result;', 'crime.result;'), 'crime.hotspot_incoming;', 'crime.result_incoming;');
END
$$;

-- Jobs of names that are no more would be tried for days; runs that are open are asked for again.
DO $$
BEGIN
    IF to_regclass('hangfire.jobqueue') IS NOT NULL THEN
        DELETE FROM hangfire.jobqueue WHERE jobid IN (SELECT id FROM hangfire.job WHERE invocationdata::text LIKE '%IForecastJob%');
        DELETE FROM hangfire.job WHERE invocationdata::text LIKE '%IForecastJob%';
    END IF;
END
$$;

GRANT SELECT ON crime.result TO $app_role$;
GRANT SELECT, INSERT, UPDATE ON crime.run TO $app_role$;
GRANT SELECT, INSERT, UPDATE, DELETE ON crime.run_unit TO $app_role$;
-- Rows are sent, never read back.
GRANT INSERT ON crime.result_incoming TO $app_role$;
REVOKE EXECUTE ON FUNCTION
    crime.require_run(uuid), crime.finish_unit(uuid, text, text, uuid, integer, integer, jsonb), crime.run_progress(),
    crime.store_results(uuid, text, text, uuid, integer, integer, text[], jsonb),
    crime.store_forecasts(uuid, text, text, uuid, integer, integer, jsonb, smallint, smallint[], bigint),
    crime.store_coherent_forecasts(uuid, text, text, uuid, integer, integer),
    crime.store_forecast_calibration(uuid, text, text, uuid, smallint, bigint, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.run_progress(),
    crime.store_results(uuid, text, text, uuid, integer, integer, text[], jsonb),
    crime.store_forecasts(uuid, text, text, uuid, integer, integer, jsonb, smallint, smallint[], bigint),
    crime.store_coherent_forecasts(uuid, text, text, uuid, integer, integer),
    crime.store_forecast_calibration(uuid, text, text, uuid, smallint, bigint, jsonb) TO $app_role$;
