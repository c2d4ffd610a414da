-- Rollups of a batch, for crime.commit_batch.
--
-- The app counts the rollups while it encodes the rows, and sends them when the batch is judged: every head and its
-- ancestors; rollup_month at every level above the station; rollup_hour and rollup_victim at country and state;
-- rollup_cell, at zoom 10, by district (or the nearest jurisdiction above it when no district is known); rollup_cell at
-- zoom 13 for the root head only. A total that is not that of the rows is refused.

-- The app counts what it sends: a total that is not that of the rows is a mistake or a lie.
CREATE FUNCTION crime.require_total(p_name text, p_suffix text, p_rollup text, p_cases bigint) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_total bigint;
BEGIN
    EXECUTE format('SELECT coalesce(sum(%s), 0)::bigint FROM staging.%I t WHERE %s AND t.head_id = 0',
        CASE p_rollup WHEN 'rollup_month' THEN 't.cases' ELSE '(SELECT sum(u) FROM unnest(t.cases) AS u)' END,
        format('%s_%s_%s', p_name, p_suffix, p_rollup),
        CASE p_rollup WHEN 'rollup_cell' THEN 't.zoom = 10' ELSE 't.level = 0' END) INTO v_total;
    IF v_total <> p_cases THEN
        RAISE EXCEPTION '% of % counts % cases, the rows are %.', p_rollup, p_suffix, v_total, p_cases USING ERRCODE = '23514';
    END IF;
END
$$;

CREATE FUNCTION crime.rollup_key(p_rollup text) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$ SELECT CASE p_rollup WHEN 'rollup_cell' THEN 'zoom, head_id, cell, ordinal, year' ELSE 'level, head_id, ordinal, month' END $$;

-- A query that adds up the rows of another with the columns of a rollup.
CREATE FUNCTION crime.summed(p_rollup text, p_rows text) RETURNS text
LANGUAGE sql IMMUTABLE
SET search_path = pg_catalog
AS $$
    SELECT CASE p_rollup
        WHEN 'rollup_month' THEN format($sql$
            SELECT %1$s, sum(cases)::integer, sum(under_investigation)::integer, sum(chargesheeted)::integer,
                sum(closed)::integer, sum(convicted)::integer, sum(acquitted)::integer
            FROM (%2$s) AS r
            GROUP BY %1$s
            HAVING sum(cases) <> 0
            ORDER BY %1$s
            $sql$, crime.rollup_key(p_rollup), p_rows)
        ELSE format($sql$
            SELECT %1$s, array_agg(slot ORDER BY slot), array_agg(cases ORDER BY slot)
            FROM (
                SELECT %1$s, u.slot, sum(u.cases)::integer AS cases
                FROM (%2$s) AS r
                CROSS JOIN LATERAL unnest(r.slots, r.cases) AS u (slot, cases)
                GROUP BY %1$s, u.slot
                HAVING sum(u.cases) <> 0) AS s
            GROUP BY %1$s
            ORDER BY %1$s
            $sql$, crime.rollup_key(p_rollup), p_rows) END
$$;

-- p_cases: what the batch adds; p_is_whole: what was sent is the whole partition.
CREATE FUNCTION crime.add_rollup(p_name text, p_suffix text, p_rollup text, p_cases bigint, p_is_rebuilt boolean, p_is_whole boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET default_statistics_target = 10
AS $$
DECLARE
    v_sent text := format('%s_%s_%s', p_name, p_suffix, p_rollup);
    v_partition text := p_rollup || '_' || p_suffix;
    v_same text := (SELECT string_agg(format('k.%1$s = r.%1$s', c), ' AND ') FROM regexp_split_to_table(crime.rollup_key(p_rollup), ', ') AS c);
BEGIN
    IF p_is_whole AND p_is_rebuilt THEN
        EXECUTE format('ALTER TABLE staging.%I ADD PRIMARY KEY (%s)', v_sent, crime.rollup_key(p_rollup));
    END IF;
    PERFORM crime.require_total(p_name, p_suffix, p_rollup, p_cases);
    IF NOT p_is_rebuilt THEN
        EXECUTE format('CREATE TABLE staging.%I AS SELECT * FROM crime.%I LIMIT 0', p_name || '_sum', v_partition);
        EXECUTE format('INSERT INTO staging.%I %s', p_name || '_sum', crime.summed(p_rollup, format(
            'SELECT * FROM staging.%1$I UNION ALL SELECT r.* FROM crime.%2$I r WHERE EXISTS (SELECT 1 FROM staging.%1$I k WHERE %3$s)',
            v_sent, v_partition, v_same)));
        EXECUTE format('DELETE FROM crime.%I r USING staging.%I k WHERE %s', v_partition, p_name || '_sum', v_same);
        EXECUTE format('INSERT INTO crime.%I TABLE staging.%I', v_partition, p_name || '_sum');
        EXECUTE format('DROP TABLE staging.%I', p_name || '_sum');
        RETURN;
    END IF;
    IF NOT p_is_whole THEN
        EXECUTE format('CREATE TABLE staging.%I (LIKE staging.%I INCLUDING CONSTRAINTS)', p_name || '_sum', v_sent);
        EXECUTE format('INSERT INTO staging.%I %s', p_name || '_sum',
            crime.summed(p_rollup, format('SELECT * FROM staging.%I UNION ALL SELECT * FROM crime.%I', v_sent, v_partition)));
        EXECUTE format('DROP TABLE staging.%I', v_sent);
        EXECUTE format('ALTER TABLE staging.%I RENAME TO %I', p_name || '_sum', v_sent);
        EXECUTE format('ALTER TABLE staging.%I ADD PRIMARY KEY (%s)', v_sent, crime.rollup_key(p_rollup));
    END IF;
    EXECUTE format('ANALYZE staging.%I', v_sent);
    PERFORM crime.plan_swap(p_name, p_rollup, p_suffix);
END
$$;
