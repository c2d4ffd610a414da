-- Rollups finer than place and month hold nothing by which a protected case could be told: those by hour count it in a slot of its
-- own (175) beside the weekdays and hours of the others, those by victim in slots apart (36 on), map cells not at all.

-- Counts rollup_hour, both rollup_victim and rollup_cell anew.
CREATE FUNCTION crime.recount_fine_rollups() RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    DELETE FROM crime.rollup_hour;
    DELETE FROM crime.rollup_victim;
    DELETE FROM crime.rollup_victim_registered;
    DELETE FROM crime.rollup_cell;
    -- Every head with each at or above it; every place with the state and the country it is of, and with its district or what is known instead.
    CREATE TEMP TABLE recount_head ON COMMIT DROP AS
    WITH RECURSIVE line AS (
        SELECT h.id AS leaf, h.id AS node, h.parent_id FROM crime.crime_head h
        UNION ALL
        SELECT l.leaf, h.id, h.parent_id FROM line l JOIN crime.crime_head h ON h.id = l.parent_id)
    SELECT leaf, node FROM line;
    CREATE TEMP TABLE recount_place ON COMMIT DROP AS
    WITH RECURSIVE line AS (
        SELECT j.ordinal AS finest, j.ordinal, j.level, j.parent_id FROM crime.jurisdiction j
        UNION ALL
        SELECT l.finest, j.ordinal, j.level, j.parent_id FROM line l JOIN crime.jurisdiction j ON j.id = l.parent_id)
    SELECT finest, ordinal, level, level <= 4 AND level = max(level) FILTER (WHERE level <= 4) OVER (PARTITION BY finest) AS is_district FROM line;
    PERFORM crime.recount_slots('rollup_hour', 'occurred_on',
        'CASE WHEN i.is_sensitive THEN 175 ELSE (date_part(''isodow'', i.occurred_on)::integer - 1) * 25 + coalesce(i.occurred_hour, -1) + 1 END');
    PERFORM crime.recount_slots('rollup_victim', 'occurred_on', 'i.victim_gender * 9 + i.victim_age_band + CASE WHEN i.is_sensitive THEN 36 ELSE 0 END');
    PERFORM crime.recount_slots('rollup_victim_registered', 'reported_on',
        'i.victim_gender * 9 + i.victim_age_band + CASE WHEN i.is_sensitive THEN 36 ELSE 0 END');
    INSERT INTO crime.rollup_cell (zoom, head_id, cell, ordinal, year, slots, cases)
    SELECT s.zoom, s.node, s.cell, s.ordinal, s.year, array_agg(s.month ORDER BY s.month), array_agg(s.cases ORDER BY s.month)
    FROM (
        SELECT z.zoom, h.node, c.cell >> (z.shift - 18) AS cell, c.ordinal, c.year, c.month, sum(c.cases)::integer AS cases
        FROM (
            SELECT i.cell_key >> 18 AS cell, p.ordinal, i.head_id, date_trunc('year', i.occurred_on)::date AS year,
                date_part('month', i.occurred_on)::smallint AS month, count(*) AS cases
            FROM crime.incident i
            JOIN recount_place p ON p.finest = i.ordinal AND p.is_district
            WHERE i.cell_key IS NOT NULL
              AND NOT i.is_sensitive
            GROUP BY 1, 2, 3, 4, 5) AS c
        JOIN recount_head h ON h.leaf = c.head_id
        JOIN (VALUES (10::smallint, 24), (13::smallint, 18)) AS z (zoom, shift) ON z.zoom = 10 OR h.node = 0
        GROUP BY 1, 2, 3, 4, 5, 6) AS s
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5;
    DROP TABLE recount_head, recount_place;
END
$$;

CREATE FUNCTION crime.recount_slots(p_rollup text, p_date text, p_slot text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        INSERT INTO crime.%I (level, head_id, ordinal, month, slots, cases)
        SELECT s.level, s.node, s.ordinal, s.month, array_agg(s.slot ORDER BY s.slot), array_agg(s.cases ORDER BY s.slot)
        FROM (
            SELECT p.level, h.node, p.ordinal, c.month, c.slot, sum(c.cases)::integer AS cases
            FROM (
                SELECT i.ordinal, i.head_id, date_trunc('month', i.%I)::date AS month, (%s)::smallint AS slot, count(*) AS cases
                FROM crime.incident i
                GROUP BY 1, 2, 3, 4) AS c
            JOIN recount_head h ON h.leaf = c.head_id
            JOIN recount_place p ON p.finest = c.ordinal AND p.level <= 1
            GROUP BY 1, 2, 3, 4, 5) AS s
        GROUP BY 1, 2, 3, 4
        ORDER BY 1, 2, 3, 4
        $sql$, p_rollup, p_date, p_slot);
END
$$;
REVOKE EXECUTE ON FUNCTION crime.recount_fine_rollups(), crime.recount_slots(text, text, text) FROM PUBLIC;
SELECT crime.recount_fine_rollups() WHERE EXISTS (SELECT 1 FROM crime.incident);

-- What was computed from hours, weeks and exact places of these cases is computed again.
DELETE FROM crime.result;
DELETE FROM crime.forecast WHERE step = 1;
UPDATE crime.data_state
SET data_version = data_version + 1, months_version = data_version + 1
WHERE incident_count > 0;

-- A head that becomes sensitive takes its cases with it.
CREATE FUNCTION crime.protect_cases_of_head() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF crime.protect_cases() > 0 THEN
        PERFORM crime.recount_fine_rollups();
        DELETE FROM crime.result;
        DELETE FROM crime.forecast WHERE step = 1;
        UPDATE crime.data_state SET data_version = data_version + 1, months_version = data_version + 1;
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER sensitive_cases_follow AFTER UPDATE OF is_sensitive, parent_id ON crime.crime_head
    FOR EACH STATEMENT EXECUTE FUNCTION crime.protect_cases_of_head();
REVOKE EXECUTE ON FUNCTION crime.protect_cases_of_head() FROM PUBLIC;
