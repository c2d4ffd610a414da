-- The least total of protected cases that is divided is a setting. It stands beside the versions of the data, so that whoever reads them
-- on one snapshot divides by the minimum that its figures are kept under; another minimum makes another version, and nothing computed
-- under the one before is an answer any more. Null until a site says which holds.
ALTER TABLE crime.data_state ADD COLUMN minimum_total integer CONSTRAINT data_state_minimum_check CHECK (minimum_total >= 10);

ALTER TABLE crime.setting ADD CONSTRAINT setting_minimum_check CHECK (key <> 'MinimumTotal' OR value::integer >= 10);

CREATE FUNCTION crime.hold_minimum_total(p_minimum integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_before integer;
    v_version bigint;
BEGIN
    SELECT d.minimum_total INTO v_before FROM crime.data_state d FOR UPDATE;
    IF v_before IS NOT DISTINCT FROM p_minimum THEN
        RETURN;
    END IF;
    UPDATE crime.data_state SET minimum_total = p_minimum;
    IF v_before IS NOT NULL THEN
        UPDATE crime.data_state SET data_version = data_version + 1, months_version = data_version + 1 RETURNING data_version INTO v_version;
        PERFORM pg_notify('crimeinsight_data', v_version::text);
    END IF;
END
$$;
REVOKE EXECUTE ON FUNCTION crime.hold_minimum_total(integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.hold_minimum_total(integer) TO $app_role$;
