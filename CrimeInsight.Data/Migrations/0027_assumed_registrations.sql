-- Cases without a date of registration, which count by that of the offence, as the import warned of them.

ALTER TABLE crime.data_state ADD COLUMN assumed_registrations bigint NOT NULL DEFAULT 0;

CREATE FUNCTION crime.assumed_registrations(p_detail jsonb, p_accepted bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT least(coalesce(sum((w ->> 'Rows')::bigint), 0), p_accepted)::bigint
    FROM jsonb_array_elements(CASE jsonb_typeof(p_detail -> 'warnings') WHEN 'array' THEN p_detail -> 'warnings' ELSE '[]' END) AS w
    WHERE w ->> 'warning' = 'ReportDateAssumed'
$$;

CREATE FUNCTION crime.count_assumed_registrations() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    UPDATE crime.data_state
    SET assumed_registrations = assumed_registrations + crime.assumed_registrations(NEW.detail, NEW.accepted);
    RETURN NULL;
END
$$;
CREATE TRIGGER assumed_registrations_counted AFTER UPDATE OF finished_at ON crime.batch
    FOR EACH ROW WHEN (OLD.finished_at IS NULL AND NEW.finished_at IS NOT NULL AND NEW.accepted > 0)
    EXECUTE FUNCTION crime.count_assumed_registrations();

UPDATE crime.data_state
SET assumed_registrations = (
    SELECT coalesce(sum(crime.assumed_registrations(b.detail, b.accepted)), 0)
    FROM crime.batch b
    WHERE b.finished_at IS NOT NULL);

REVOKE EXECUTE ON FUNCTION crime.assumed_registrations(jsonb, bigint), crime.count_assumed_registrations() FROM PUBLIC;
