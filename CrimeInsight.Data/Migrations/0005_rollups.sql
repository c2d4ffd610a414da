-- Rollups of a batch. Each is summed by leaf head and finest place first; every ancestor is then summed from its children,
-- one level at a time (by hashing: the planner knows nothing of tables just made). They hold: rollup_month every level above the station; rollup_hour and rollup_victim the levels
-- country and state; rollup_cell, at zoom 10, the district (or the nearest jurisdiction above it when no district is
-- known), each with every head and its ancestors; rollup_cell at zoom 13 only the root head, for cells that small are by
-- head no fewer than the incidents themselves.

CREATE FUNCTION crime.add_rollups(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_fact text := p_name || '_fact';
    v_statuses text := 'cases, under_investigation, chargesheeted, closed, convicted, acquitted';
BEGIN
    PERFORM crime.list_facts(p_name, v_fact);
    PERFORM crime.add_rollup(p_name, v_fact, 'rollup_month', 'circle', 'month', v_statuses, $sql$
        count(*) FILTER (WHERE status = 0), count(*) FILTER (WHERE status = 1), count(*) FILTER (WHERE status = 2),
        count(*) FILTER (WHERE status = 3), count(*) FILTER (WHERE status = 4)
        $sql$);
    PERFORM crime.add_rollup(p_name, v_fact, 'rollup_hour', 'state', 'month, weekday, hour', 'cases', '');
    PERFORM crime.add_rollup(p_name, v_fact, 'rollup_victim', 'state', 'month, gender, age_band', 'cases', '');
    PERFORM crime.add_cells(p_name, v_fact);
    EXECUTE format('DROP TABLE staging.%I, staging.%I', v_fact, p_name || '_place');
END
$$;

-- One narrow row an incident, with what the rollups group by.
CREATE FUNCTION crime.list_facts(p_name text, p_fact text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%2$I AS
        WITH RECURSIVE up AS (
            SELECT j.ordinal, j.level, j.ordinal AS place, j.parent_id
            FROM crime.jurisdiction j
            WHERE j.ordinal IN (SELECT p.ordinal FROM staging.%1$I p)
            UNION ALL
            SELECT u.ordinal, j.level, j.ordinal, j.parent_id FROM up u JOIN crime.jurisdiction j ON j.id = u.parent_id)
        SELECT DISTINCT ON (ordinal) ordinal,
            first_value(level) OVER circle AS circle_level, first_value(place) OVER circle AS circle,
            first_value(place) OVER district AS district,
            first_value(level) OVER state AS state_level, first_value(place) OVER state AS state
        FROM up
        WINDOW circle AS (PARTITION BY ordinal ORDER BY level > 6, level DESC),
               district AS (PARTITION BY ordinal ORDER BY level > 4, level DESC),
               state AS (PARTITION BY ordinal ORDER BY level > 1, level DESC)
        $sql$, p_name || '_pair', p_name || '_place');
    EXECUTE format('ANALYZE staging.%I', p_name || '_place');
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%3$I AS
        SELECT p.circle_level, p.circle, p.district, p.state_level, p.state, s.head_id, d.month, d.weekday,
            coalesce(s.occurred_hour, -1::smallint) AS hour, s.status, s.victim_gender AS gender, s.victim_age_band AS age_band,
            s.cell_key
        FROM staging.%1$I s
        JOIN staging.%2$I p ON p.ordinal = s.ordinal
        JOIN (
            SELECT day::date AS day, date_trunc('month', day)::date AS month, extract(isodow FROM day)::smallint AS weekday
            FROM (SELECT min(occurred_on) AS first, max(occurred_on) AS last FROM staging.%1$I) AS range
            CROSS JOIN generate_series(range.first::timestamp, range.last::timestamp, '1 day') AS day) d ON d.day = s.occurred_on
        $sql$, p_name, p_name || '_place', p_fact);
    EXECUTE format('ANALYZE staging.%I', p_fact);
END
$$;

-- Sums the facts for one rollup and adds them to it. p_place is the finest level it holds: 'circle' or 'state'.
CREATE FUNCTION crime.add_rollup(
    p_name text, p_fact text, p_rollup text, p_place text, p_dimensions text, p_measures text, p_counts text)
RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET enable_sort = off
AS $$
DECLARE
    v_table text := p_name || '_sum';
BEGIN
    EXECUTE format('CREATE UNLOGGED TABLE staging.%I AS SELECT level, head_id, ordinal, %s, %s FROM crime.%I LIMIT 0',
        v_table, p_dimensions, p_measures, p_rollup);
    EXECUTE format($sql$
        INSERT INTO staging.%1$I (level, ordinal, head_id, %3$s, %5$s)
        SELECT %2$s_level, %2$s, head_id, %3$s, count(*) %6$s
        FROM staging.%4$I
        GROUP BY %2$s_level, %2$s, head_id, %3$s
        $sql$, v_table, p_place, p_dimensions, p_fact, p_measures, ', ' || nullif(btrim(p_counts), ''));
    PERFORM crime.add_head_ancestors(v_table, 'level, ordinal, ' || p_dimensions, p_measures);
    PERFORM crime.add_place_ancestors(v_table, 'head_id, ' || p_dimensions, p_measures);
    PERFORM crime.merge_rollup(p_name, p_rollup, v_table, 'level, head_id, ordinal, ' || p_dimensions, p_measures);
END
$$;

CREATE FUNCTION crime.add_cells(p_name text, p_fact text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET enable_sort = off
AS $$
DECLARE
    v_table text := p_name || '_sum';
BEGIN
    EXECUTE format($sql$
        CREATE UNLOGGED TABLE staging.%1$I AS
        SELECT 10::smallint AS zoom, head_id, cell_key >> 24 AS cell, district AS ordinal, month, count(*)::integer AS cases
        FROM staging.%2$I
        WHERE cell_key IS NOT NULL
        GROUP BY head_id, cell_key >> 24, district, month
        $sql$, v_table, p_fact);
    PERFORM crime.add_head_ancestors(v_table, 'zoom, cell, ordinal, month', 'cases');
    EXECUTE format($sql$
        INSERT INTO staging.%1$I
        SELECT 13, 0, cell_key >> 18, district, month, count(*)
        FROM staging.%2$I
        WHERE cell_key IS NOT NULL
        GROUP BY cell_key >> 18, district, month
        $sql$, v_table, p_fact);
    PERFORM crime.merge_rollup(p_name, 'rollup_cell', v_table, 'zoom, head_id, cell, ordinal, month', 'cases');
END
$$;

-- 'cases, closed' → 'sum(cases)::integer AS cases, sum(closed)::integer AS closed'
CREATE FUNCTION crime.sums(p_measures text) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT regexp_replace(p_measures, '(\w+)', 'sum(\1)::integer AS \1', 'g') $$;

-- Adds to a table of sums those of every ancestor of its heads. Incidents carry leaves, so children are complete before
-- their parents are made, and no parent has a row yet.
CREATE FUNCTION crime.add_head_ancestors(p_table text, p_dimensions text, p_measures text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET enable_sort = off
AS $$
BEGIN
    FOR v_level IN REVERSE 2..0 LOOP
        EXECUTE format($sql$
            INSERT INTO staging.%1$I (head_id, %2$s, %3$s)
            SELECT a.parent, %2$s, %4$s
            FROM staging.%1$I
            JOIN (
                SELECT c.id AS child, p.id AS parent
                FROM crime.crime_head c
                JOIN crime.crime_head p ON p.id = c.parent_id
                WHERE p.level = %5$s) a ON a.child = head_id
            GROUP BY a.parent, %2$s
            $sql$, p_table, p_dimensions, p_measures, crime.sums(p_measures), v_level);
    END LOOP;
END
$$;

-- Adds to a table of sums those of every ancestor of its jurisdictions; levels may be skipped in any branch.
CREATE FUNCTION crime.add_place_ancestors(p_table text, p_dimensions text, p_measures text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET enable_sort = off
AS $$
DECLARE
    v_nested boolean;
    v_level smallint;
BEGIN
    EXECUTE format($sql$
        WITH place AS (
            SELECT j.ordinal, j.ordinal_until
            FROM crime.jurisdiction j
            WHERE j.ordinal IN (SELECT t.ordinal FROM staging.%I t))
        SELECT EXISTS (SELECT 1 FROM place a JOIN place b ON b.ordinal > a.ordinal AND b.ordinal < a.ordinal_until)
        $sql$, p_table) INTO v_nested;
    FOR v_level IN SELECT DISTINCT j.level FROM crime.jurisdiction j WHERE j.level < 6 ORDER BY j.level DESC LOOP
        EXECUTE format($sql$
            INSERT INTO staging.%1$I (level, ordinal, %2$s, %3$s)
            SELECT %5$s, a.parent, %2$s, %4$s
            FROM staging.%1$I
            JOIN (
                SELECT c.ordinal AS child, p.ordinal AS parent
                FROM crime.jurisdiction c
                JOIN crime.jurisdiction p ON p.id = c.parent_id
                WHERE p.level = %5$s) a ON a.child = ordinal
            GROUP BY a.parent, %2$s
            $sql$, p_table, p_dimensions, p_measures, crime.sums(p_measures), v_level);
        -- A jurisdiction with rows of its own now has two a key.
        IF v_nested THEN
            EXECUTE format($sql$
                CREATE UNLOGGED TABLE staging.%5$I AS
                SELECT level, ordinal, %2$s, %3$s FROM staging.%1$I WHERE level = %4$s GROUP BY level, ordinal, %2$s
                $sql$, p_table, p_dimensions, crime.sums(p_measures), v_level, p_table || '_up');
            EXECUTE format('DELETE FROM staging.%I WHERE level = %s', p_table, v_level);
            EXECUTE format('INSERT INTO staging.%1$I (level, ordinal, %2$s, %3$s) SELECT level, ordinal, %2$s, %3$s FROM staging.%4$I',
                p_table, p_dimensions, p_measures, p_table || '_up');
            EXECUTE format('DROP TABLE staging.%I', p_table || '_up');
        END IF;
    END LOOP;
END
$$;

-- Adds a table of sums to a rollup, year by year as crime.plan_years decided, and drops it. p_key lists the primary key.
CREATE FUNCTION crime.merge_rollup(p_name text, p_rollup text, p_table text, p_key text, p_measures text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET maintenance_work_mem = '256MB'
AS $$
DECLARE
    v_year record;
    v_new text;
    v_rows text;
BEGIN
    FOR v_year IN EXECUTE format('SELECT * FROM staging.%I', p_name || '_year') LOOP
        v_rows := format('SELECT %s, %s FROM staging.%I WHERE month >= %L AND month < %L',
            p_key, p_measures, p_table, v_year.from_day, v_year.until_day);
        IF NOT v_year.is_rebuilt THEN
            EXECUTE format('INSERT INTO crime.%1$I AS r (%2$s, %3$s) %4$s ORDER BY %2$s ON CONFLICT (%2$s) DO UPDATE SET %5$s',
                p_rollup, p_key, p_measures, v_rows, regexp_replace(p_measures, '(\w+)', '\1 = r.\1 + excluded.\1', 'g'));
            CONTINUE;
        END IF;
        v_new := crime.new_partition(p_name, p_rollup, v_year.suffix, v_year.from_day, v_year.until_day);
        IF v_year.old_cases > 0 THEN
            v_rows := format('SELECT %1$s, %2$s FROM (%3$s UNION ALL SELECT %1$s, %4$s FROM crime.%5$I) AS both_rows GROUP BY %1$s',
                p_key, crime.sums(p_measures), v_rows, p_measures, p_rollup || '_' || v_year.suffix);
        END IF;
        EXECUTE format('INSERT INTO crime.%I (%s, %s) %s ORDER BY %s', v_new, p_key, p_measures, v_rows, p_key);
        EXECUTE format('ALTER TABLE crime.%I ADD PRIMARY KEY (%s)', v_new, p_key);
        EXECUTE format('ANALYZE crime.%I', v_new);
    END LOOP;
    EXECUTE format('DROP TABLE staging.%I', p_table);
END
$$;
