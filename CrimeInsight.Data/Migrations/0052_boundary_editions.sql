-- Boundaries that administrators load, each within their own places, lie over the approximate ones (docs/adr/0025-boundaries-lie-in-layers.md): nothing
-- is overwritten, so that one taken back leaves what was drawn before it as it was.

CREATE TABLE crime.boundary_edition (
    id              uuid PRIMARY KEY,
    -- Which lies over which.
    number          bigint NOT NULL UNIQUE GENERATED ALWAYS AS IDENTITY,
    level           smallint NOT NULL,
    source          text NOT NULL CHECK (length(source) BETWEEN 1 AND 200),
    file_name       text NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
    file_sha256     text NOT NULL CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
    valid_from      date NOT NULL CHECK (valid_from >= date '1900-01-01'),
    places          integer NOT NULL CHECK (places > 0),
    -- No reference: what was loaded outlives the account.
    person_id       uuid NOT NULL DEFAULT crime.current_person(),
    loaded_by       text NOT NULL,
    loaded_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    undone_at       timestamptz,
    undone_by       text,
    CHECK ((undone_at IS NULL) = (undone_by IS NULL))
);

CREATE TABLE crime.boundary_shape (
    jurisdiction_id integer NOT NULL REFERENCES crime.jurisdiction (id) ON DELETE CASCADE,
    edition_id      uuid NOT NULL REFERENCES crime.boundary_edition (id),
    -- GeoJSON geometry, WGS 84.
    geometry        jsonb NOT NULL CHECK (geometry ->> 'type' IN ('Polygon', 'MultiPolygon')),
    PRIMARY KEY (jurisdiction_id, edition_id)
);
CREATE INDEX boundary_shape_edition ON crime.boundary_shape (edition_id);

-- How every place is drawn now; it gives nothing away but shapes, which are everybody's to read.
CREATE VIEW crime.boundary_current AS
SELECT DISTINCT ON (jurisdiction_id) jurisdiction_id, geometry, is_approximate, source
FROM (
    SELECT s.jurisdiction_id, s.geometry, false AS is_approximate, e.source, e.number
    FROM crime.boundary_shape s
    JOIN crime.boundary_edition e ON e.id = s.edition_id AND e.undone_at IS NULL
    UNION ALL
    SELECT b.jurisdiction_id, b.geometry, b.is_approximate, b.source, 0
    FROM crime.boundary b) AS every
ORDER BY jurisdiction_id, number DESC;

-- Keeps boundaries of places of one level, with those that follow for places above them.
CREATE FUNCTION crime.load_boundaries(
    p_id uuid, p_level smallint, p_source text, p_file_name text, p_sha256 text, p_valid_from date, p_codes text[], p_geometries text[])
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_places integer;
BEGIN
    -- As approximate ones are drawn: one after the other.
    PERFORM pg_advisory_xact_lock(4711008);
    IF NOT crime.current_is_admin() OR EXISTS (
        SELECT 1
        FROM unnest(p_codes) AS c (code)
        LEFT JOIN crime.jurisdiction j ON j.code = c.code AND j.valid_until IS NULL AND j.level <= p_level
        WHERE j.id IS NULL OR NOT int4range(j.ordinal, j.ordinal_until) <@ crime.current_scope()) THEN
        RAISE EXCEPTION 'Only an administrator of all its places loads boundaries.' USING ERRCODE = '42501';
    END IF;
    -- A day may have begun in India before it does here.
    IF p_valid_from > current_date + 1 THEN
        RAISE EXCEPTION 'Boundaries hold from a day that has come.' USING ERRCODE = '22007';
    END IF;
    INSERT INTO crime.boundary_edition (id, level, source, file_name, file_sha256, valid_from, places, loaded_by)
    SELECT p_id, p_level, btrim(p_source), p_file_name, p_sha256, p_valid_from, cardinality(p_codes), me.user_name
    FROM crime.person me
    WHERE me.id = crime.current_person();
    INSERT INTO crime.boundary_shape (jurisdiction_id, edition_id, geometry)
    SELECT j.id, p_id, s.geometry::jsonb
    FROM unnest(p_codes, p_geometries) AS s (code, geometry)
    JOIN crime.jurisdiction j ON j.code = s.code;
    GET DIAGNOSTICS v_places = ROW_COUNT;
    UPDATE crime.data_state SET reference_version = reference_version + 1;
    PERFORM crime.write_audit(e.loaded_by, 'boundary.loaded', 'boundary-edition:' || p_id, jsonb_build_object(
        'source', e.source, 'file', e.file_name, 'sha256', e.file_sha256, 'from', e.valid_from, 'places', v_places::text))
    FROM crime.boundary_edition e
    WHERE e.id = p_id;
END
$$;

-- Later boundaries that hold, of places that an edition draws, too: what follows from it may lie in them.
CREATE FUNCTION crime.later_boundaries(p_id uuid) RETURNS SETOF crime.boundary_edition
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    SELECT later.*
    FROM crime.boundary_edition e
    JOIN crime.boundary_edition later ON later.number > e.number AND later.undone_at IS NULL
    WHERE e.id = p_id
      AND EXISTS (
          SELECT 1
          FROM crime.boundary_shape a
          JOIN crime.boundary_shape b ON b.jurisdiction_id = a.jurisdiction_id
          WHERE a.edition_id = e.id AND b.edition_id = later.id)
$$;

CREATE FUNCTION crime.end_boundaries(p_id uuid, p_by text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    UPDATE crime.boundary_edition SET undone_at = clock_timestamp(), undone_by = p_by WHERE id = p_id;
    UPDATE crime.data_state SET reference_version = reference_version + 1;
    PERFORM crime.write_audit(p_by, 'boundary.undone', 'boundary-edition:' || p_id, jsonb_build_object('source', e.source, 'places', e.places::text))
    FROM crime.boundary_edition e
    WHERE e.id = p_id;
END
$$;

-- What was drawn before an edition is drawn again.
CREATE FUNCTION crime.undo_boundaries(p_id uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(4711008);
    IF NOT crime.current_is_admin() OR EXISTS (
        SELECT 1
        FROM crime.boundary_shape s
        JOIN crime.jurisdiction j ON j.id = s.jurisdiction_id
        WHERE s.edition_id = p_id AND NOT int4range(j.ordinal, j.ordinal_until) <@ crime.current_scope()) THEN
        RAISE EXCEPTION 'Only an administrator of all its places takes boundaries back.' USING ERRCODE = '42501';
    END IF;
    IF NOT EXISTS (SELECT 1 FROM crime.boundary_edition e WHERE e.id = p_id AND e.undone_at IS NULL) THEN
        RAISE EXCEPTION 'No such boundaries hold.' USING ERRCODE = 'P0002';
    END IF;
    IF EXISTS (SELECT 1 FROM crime.later_boundaries(p_id)) THEN
        RAISE EXCEPTION 'Later boundaries of the same places are taken back first.' USING ERRCODE = '55006';
    END IF;
    PERFORM crime.end_boundaries(p_id, (SELECT p.user_name FROM crime.person p WHERE p.id = crime.current_person()));
END
$$;

-- What demo accounts loaded ends with them, unless others have drawn over it.
CREATE FUNCTION crime.end_demo_boundaries() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.end_boundaries(e.id, NEW.user_name)
    FROM crime.boundary_edition e
    WHERE e.person_id = NEW.id
      AND e.undone_at IS NULL
      AND NOT EXISTS (
          SELECT 1
          FROM crime.later_boundaries(e.id) later
          LEFT JOIN crime.person p ON p.id = later.person_id
          WHERE (p.is_demo OR p.ends_with_demo) IS NOT TRUE);
    RETURN NULL;
END
$$;
CREATE TRIGGER demo_boundaries_end AFTER UPDATE OF is_active ON crime.person
    FOR EACH ROW WHEN (OLD.is_active AND NOT NEW.is_active AND (NEW.is_demo OR NEW.ends_with_demo)) EXECUTE FUNCTION crime.end_demo_boundaries();

ALTER TABLE crime.boundary_edition ENABLE ROW LEVEL SECURITY;
ALTER TABLE crime.boundary_shape ENABLE ROW LEVEL SECURITY;
CREATE POLICY admin_reads ON crime.boundary_edition FOR SELECT USING ((SELECT crime.current_is_admin()));
GRANT SELECT ON crime.boundary_edition, crime.boundary_current TO $app_role$;
REVOKE EXECUTE ON FUNCTION
    crime.load_boundaries(uuid, smallint, text, text, text, date, text[], text[]), crime.later_boundaries(uuid), crime.end_boundaries(uuid, text),
    crime.undo_boundaries(uuid), crime.end_demo_boundaries()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.load_boundaries(uuid, smallint, text, text, text, date, text[], text[]), crime.undo_boundaries(uuid)
    TO $app_role$;
