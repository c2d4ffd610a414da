-- Rows of a judged batch that are no new cases: what was repaired or filled in is counted of the others.
CREATE FUNCTION crime.unstored_rows(p_batch uuid) RETURNS TABLE (row_number bigint)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format('SELECT u.id & 4294967295 FROM staging.%I u', crime.staging_name(p_batch) || '_unstored');
END
$$;

REVOKE EXECUTE ON FUNCTION crime.unstored_rows(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.unstored_rows(uuid) TO $app_role$;
