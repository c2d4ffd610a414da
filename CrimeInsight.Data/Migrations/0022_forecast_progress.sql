-- How far the background job is, for everyone who waits for its results: shares and times, nothing of whom it works for.
CREATE FUNCTION crime.forecast_progress() RETURNS TABLE (id uuid, state text, done bigint, total bigint, busy_ms bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT r.id, r.state, r.done, r.total, r.busy_ms
    FROM crime.forecast_run r
    WHERE r.state IN ('waiting', 'running')
    ORDER BY r.state = 'running' DESC, r.started_at DESC
    LIMIT 1
$$;

REVOKE ALL ON FUNCTION crime.forecast_progress() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.forecast_progress() TO $app_role$;
