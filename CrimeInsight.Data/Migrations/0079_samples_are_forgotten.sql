-- Samples of a file help to map it; once it is imported they would only show what its protected cases hide.
CREATE FUNCTION crime.without_samples(p_report json) RETURNS json
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT (r.report || jsonb_build_object(
        'First', '[]'::jsonb,
        'Last', '[]'::jsonb,
        'Columns', (
            SELECT coalesce(jsonb_agg(c.value || '{"Samples": []}' ORDER BY c.place), '[]')
            FROM jsonb_array_elements(r.report -> 'Columns') WITH ORDINALITY AS c (value, place)),
        'Understanding', (r.report -> 'Understanding') || jsonb_build_object(
            'Oddest', '[]'::jsonb,
            'FooterExamples', '[]'::jsonb,
            'Columns', (
                SELECT coalesce(jsonb_agg(c.value || '{"Frequent": []}' ORDER BY c.place), '[]')
                FROM jsonb_array_elements(r.report -> 'Understanding' -> 'Columns') WITH ORDINALITY AS c (value, place)))))::json
    FROM (SELECT p_report::jsonb AS report) AS r
$$;

CREATE FUNCTION crime.forget_samples() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    UPDATE crime.upload_step
    SET report = crime.without_samples(report)
    WHERE upload_id = NEW.id AND kind = 'understand' AND report IS NOT NULL;
    RETURN NULL;
END
$$;
CREATE TRIGGER upload_samples_forgotten AFTER UPDATE OF state ON crime.upload
    FOR EACH ROW WHEN (NEW.state = 'imported') EXECUTE FUNCTION crime.forget_samples();

UPDATE crime.upload_step s
SET report = crime.without_samples(s.report)
FROM crime.upload u
WHERE u.id = s.upload_id AND u.state = 'imported' AND s.kind = 'understand' AND s.report IS NOT NULL;
