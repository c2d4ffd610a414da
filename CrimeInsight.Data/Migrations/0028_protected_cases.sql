-- A case is protected for what it is, whatever its head (docs/adr/0018-protection-follows-the-case.md): crime.incident.is_sensitive holds
-- where the head is sensitive, where a victim or an accused is under 18, and where a section is (a constraint of that table). Of such
-- a case no hour, no exact place, no words and no value are stored; totals by place and month count it as usual.

CREATE FUNCTION crime.is_protected_head(p_head smallint) RETURNS boolean
LANGUAGE sql STABLE
SET search_path = pg_catalog
AS $$
    WITH RECURSIVE line AS (
        SELECT h.parent_id, h.is_sensitive FROM crime.crime_head h WHERE h.id = p_head
        UNION ALL
        SELECT h.parent_id, h.is_sensitive FROM line l JOIN crime.crime_head h ON h.id = l.parent_id)
    SELECT coalesce(bool_or(l.is_sensitive), false) FROM line l
$$;

-- Flags what the rules protect and takes from it what may not be stored. The place becomes the centre of its cell of zoom 13: 2^13
-- cells around the earth, 2^9 cells of zoom 22 along each of their sides; x is in the even bits of a key, y in the odd ones.
CREATE FUNCTION crime.protect_cases() RETURNS bigint
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_cases bigint;
    v_heads smallint[] := ARRAY(SELECT h.id FROM crime.crime_head h WHERE crime.is_protected_head(h.id));
BEGIN
    UPDATE crime.incident i
    SET is_sensitive = true,
        place_precision = greatest(i.place_precision, 2),
        latitude = p.latitude,
        longitude = p.longitude,
        cell_key = ((i.cell_key >> 18) << 18)
            | CASE floor((p.longitude + 180) / 360 * 4194304)::bigint & 511 WHEN 255 THEN 21845 ELSE 65536 END
            | CASE floor((1 - asinh(tan(radians(p.latitude))) / pi()) / 2 * 4194304)::bigint & 511 WHEN 255 THEN 43690 ELSE 131072 END,
        occurred_hour = NULL,
        occurred_from = p.from_day,
        occurred_until = p.until_day,
        property_value = NULL,
        modus_operandi = NULL
    FROM (
        SELECT n.id, n.occurred_on, n.occurred_on::timestamp AT TIME ZONE 'Asia/Kolkata' AS from_day,
            CASE WHEN (n.occurred_until AT TIME ZONE 'Asia/Kolkata')::date > n.occurred_on
                THEN date_trunc('day', n.occurred_until AT TIME ZONE 'Asia/Kolkata') AT TIME ZONE 'Asia/Kolkata' END AS until_day,
            round(((floor((n.longitude + 180) / 360 * 8192) + 0.5) / 8192 * 360 - 180)::numeric, 6)::double precision AS longitude,
            round(degrees(atan(sinh(pi() * (1 - 2 * (floor((1 - asinh(tan(radians(n.latitude))) / pi()) / 2 * 8192) + 0.5) / 8192))))::numeric, 6)
                ::double precision AS latitude
        FROM crime.incident n
        WHERE n.is_sensitive
           OR n.victim_age_band BETWEEN 1 AND 4
           OR n.offender_age_band BETWEEN 1 AND 4
           OR n.head_id = ANY(v_heads)) AS p
    WHERE i.id = p.id
      AND i.occurred_on = p.occurred_on
      AND (NOT i.is_sensitive OR i.occurred_hour IS NOT NULL OR i.occurred_from <> p.from_day OR i.occurred_until IS DISTINCT FROM p.until_day
        OR i.latitude IS DISTINCT FROM p.latitude OR i.longitude IS DISTINCT FROM p.longitude);
    GET DIAGNOSTICS v_cases = ROW_COUNT;
    RETURN v_cases;
END
$$;
SELECT crime.protect_cases();

ALTER TABLE crime.incident
    -- JJ Act 74: victims and accused of the bands below 6 to 16–17.
    ADD CONSTRAINT minor_is_sensitive
        CHECK (is_sensitive OR NOT (victim_age_band BETWEEN 1 AND 4 OR offender_age_band BETWEEN 1 AND 4)),
    ADD CONSTRAINT sensitive_time CHECK (NOT is_sensitive OR (
        occurred_hour IS NULL
        AND occurred_from = occurred_on::timestamp AT TIME ZONE 'Asia/Kolkata'
        AND (occurred_until IS NULL
            OR date_trunc('day', occurred_until AT TIME ZONE 'Asia/Kolkata') = occurred_until AT TIME ZONE 'Asia/Kolkata'))),
    -- The centre of a cell of zoom 13, as exactly as six decimals write it.
    ADD CONSTRAINT sensitive_cell CHECK (NOT is_sensitive OR cell_key IS NULL OR (
        cell_key & 262143 IN (196608, 152917, 109226, 65535)
        AND abs((longitude + 180) / 360 * 8192 - floor((longitude + 180) / 360 * 8192) - 0.5) < 0.001
        AND abs((1 - asinh(tan(radians(latitude))) / pi()) / 2 * 8192
            - floor((1 - asinh(tan(radians(latitude))) / pi()) / 2 * 8192) - 0.5) < 0.001));

-- What a CHECK cannot see. A partition that is swapped in was judged with its batch (crime.refuse_rows).
CREATE FUNCTION crime.require_protection() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF crime.is_protected_head(NEW.head_id) THEN
        RAISE EXCEPTION 'Head % is sensitive, the case is not.', NEW.head_id USING ERRCODE = '23514', CONSTRAINT = 'head_is_sensitive';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER head_is_sensitive BEFORE INSERT OR UPDATE OF head_id, is_sensitive ON crime.incident
    FOR EACH ROW WHEN (NOT NEW.is_sensitive) EXECUTE FUNCTION crime.require_protection();

-- Questions by hour, weekday and day leave protected cases out, maps draw none: indexes tell which they are.
DROP INDEX crime.incident_place_time, crime.incident_place_registered, crime.incident_cell;
CREATE INDEX incident_place_time ON crime.incident (ordinal, occurred_on)
    INCLUDE (head_id, occurred_hour, status, victim_gender, victim_age_band, is_sensitive);
CREATE INDEX incident_place_registered ON crime.incident (ordinal, reported_on)
    INCLUDE (occurred_on, head_id, status, victim_gender, victim_age_band, is_sensitive);
CREATE INDEX incident_cell ON crime.incident (cell_key) INCLUDE (occurred_on, head_id, ordinal) WHERE cell_key IS NOT NULL AND NOT is_sensitive;

CREATE OR REPLACE FUNCTION crime.add_incidents(p_name text, p_suffix text, p_is_rebuilt boolean, p_old_cases bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET default_statistics_target = 30
AS $$
DECLARE
    v_table text := format('%s_%s_incident', p_name, p_suffix);
BEGIN
    IF NOT p_is_rebuilt THEN
        EXECUTE format('INSERT INTO crime.%I SELECT * FROM staging.%I ORDER BY ordinal, occurred_on', 'incident_' || p_suffix, v_table);
        RETURN;
    END IF;
    IF p_old_cases > 0 THEN
        EXECUTE format('INSERT INTO staging.%I SELECT * FROM crime.%I', v_table, 'incident_' || p_suffix);
    END IF;
    EXECUTE format('ALTER TABLE staging.%I ADD PRIMARY KEY (id, occurred_on)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (ordinal, occurred_on)
        INCLUDE (head_id, occurred_hour, status, victim_gender, victim_age_band, is_sensitive)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (ordinal, reported_on)
        INCLUDE (occurred_on, head_id, status, victim_gender, victim_age_band, is_sensitive)', v_table);
    EXECUTE format('CREATE INDEX ON staging.%I (cell_key) INCLUDE (occurred_on, head_id, ordinal)
        WHERE cell_key IS NOT NULL AND NOT is_sensitive', v_table);
    EXECUTE format('CREATE UNIQUE INDEX ON staging.%I (key)', v_table);
    -- What conditions and groups are about; of the rest nothing need be known.
    EXECUTE format('ANALYZE staging.%I (occurred_on, reported_on, ordinal, head_id, status, cell_key, is_sensitive)', v_table);
    PERFORM crime.plan_swap(p_name, 'incident', p_suffix);
END
$$;

-- A batch may protect more than its heads say, never less.
DO $$
BEGIN
    EXECUTE replace(pg_get_functiondef('crime.refuse_rows(text)'::regprocedure),
        'h.is_sensitive <> p.is_sensitive', '(h.is_sensitive AND NOT p.is_sensitive)');
    -- Map cells count no protected case.
    EXECUTE replace(pg_get_functiondef('crime.count_rows(text)'::regprocedure),
        'count(cell_key) AS placed', 'count(cell_key) FILTER (WHERE NOT is_sensitive) AS placed');
END
$$;

-- What the rollups counted of the duplicates of a judged batch and must take back.
DROP FUNCTION crime.batch_duplicates(uuid);
CREATE FUNCTION crime.batch_duplicates(p_batch uuid)
RETURNS TABLE (occurred_on date, reported_on date, occurred_hour smallint, head_id smallint, status smallint, ordinal integer,
    victim_gender smallint, victim_age_band smallint, cell_key bigint, is_sensitive boolean)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM crime.require_open(p_batch);
    RETURN QUERY EXECUTE format($sql$
        SELECT s.occurred_on, s.reported_on, s.occurred_hour, s.head_id, s.status, s.ordinal, s.victim_gender, s.victim_age_band, s.cell_key,
            s.is_sensitive
        FROM staging.%I s
        WHERE s.id IN (SELECT d.id FROM staging.%I d)
        $sql$, crime.staging_name(p_batch) || '_rows', crime.staging_name(p_batch) || '_duplicate');
END
$$;
REVOKE EXECUTE ON FUNCTION
    crime.batch_duplicates(uuid), crime.is_protected_head(smallint), crime.protect_cases(), crime.require_protection() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.batch_duplicates(uuid) TO $app_role$;

-- Rows that were rejected before may have been about a minor, which nobody noted: places, times and words are not kept of any.
UPDATE crime.batch_reject
SET value = NULL, suggestion = NULL
WHERE reason LIKE 'Coordinate%'
   OR reason IN ('DateInvalid', 'DateAmbiguous', 'TimeInvalid', 'EndBeforeStart', 'ValueTooLong', 'EncodingInvalid', 'ControlCharacters', 'AmountInvalid',
       'NumberInvalid');
