-- Hotspot analyses computed in the background, in the runs that compute forecasts. Each is derived from all cases of an area: a
-- person reads it only when the whole area is theirs, for what is left of a part is another result.

CREATE TABLE crime.hotspot_result (
    -- The subtree it is about.
    ordinal             integer NOT NULL,
    ordinal_until       integer NOT NULL,
    -- The root of the heads stands for all of them.
    head_id             smallint NOT NULL,
    -- Core's HotspotMethod; 100 near repeats, 101 concentration.
    kind                smallint NOT NULL CHECK (kind >= 0),
    -- It answers a question about these versions only …
    data_version        bigint NOT NULL,
    reference_version   bigint NOT NULL,
    plan_version        integer NOT NULL,
    run_id              uuid NOT NULL,
    computed_at         timestamptz NOT NULL DEFAULT now(),
    -- … asked with exactly these parameters.
    period_until        date NOT NULL,
    months              smallint NOT NULL,
    neighbours          smallint NOT NULL,
    level               double precision NOT NULL,
    seed                integer NOT NULL,
    report              json NOT NULL,
    PRIMARY KEY (ordinal, head_id, kind),
    CONSTRAINT hotspot_result_area CHECK (ordinal_until > ordinal)
);

-- Rows on their way from the app.
CREATE UNLOGGED TABLE crime.hotspot_incoming (LIKE crime.hotspot_result INCLUDING DEFAULTS);

-- Results that a part of a run stored, beside the forecasts of other parts.
ALTER TABLE crime.forecast_chunk ADD COLUMN hotspots bigint NOT NULL DEFAULT 0;

ALTER TABLE crime.hotspot_result ENABLE ROW LEVEL SECURITY;
CREATE POLICY whole_area ON crime.hotspot_result FOR SELECT
    USING ((int4range(ordinal, ordinal_until) <@ (SELECT crime.current_scope())) IS TRUE);

-- Puts the staged rows of a run in the place of what was stored of the area of a chunk.
CREATE FUNCTION crime.store_hotspots(p_run uuid, p_chunk text, p_from integer, p_until integer, p_work bigint, p_data_version bigint)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_forecast_run(p_run);
    IF (int4range(p_from, p_until) <@ crime.current_scope()) IS NOT TRUE THEN
        RAISE EXCEPTION 'The places of chunk % lie outside the person''s.', p_chunk USING ERRCODE = '42501';
    END IF;
    IF EXISTS (
        SELECT 1 FROM crime.hotspot_incoming s
        WHERE s.run_id = p_run
          AND (s.ordinal <> p_from OR s.ordinal_until <> p_until OR s.data_version <> p_data_version)) THEN
        RAISE EXCEPTION 'Chunk % holds rows of other places.', p_chunk USING ERRCODE = '23514';
    END IF;
    INSERT INTO crime.forecast_chunk (run_id, name, work, stored, withheld, too_short, hotspots)
    SELECT p_run, p_chunk, p_work, 0, 0, 0, count(*)
    FROM crime.hotspot_incoming s
    WHERE s.run_id = p_run;
    DELETE FROM crime.hotspot_result r
    WHERE r.ordinal = p_from;
    INSERT INTO crime.hotspot_result SELECT s.* FROM crime.hotspot_incoming s WHERE s.run_id = p_run ORDER BY s.ordinal, s.head_id, s.kind;
    DELETE FROM crime.hotspot_incoming s WHERE s.run_id = p_run;
END
$$;

GRANT SELECT ON crime.hotspot_result TO $app_role$;
-- Rows are sent, never read back.
GRANT INSERT ON crime.hotspot_incoming TO $app_role$;
REVOKE EXECUTE ON FUNCTION crime.store_hotspots(uuid, text, integer, integer, bigint, bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.store_hotspots(uuid, text, integer, integer, bigint, bigint) TO $app_role$;
