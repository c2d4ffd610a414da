-- Imports into years that hold cases already (docs/adr/0029-imports-into-full-years.md).

-- As it was, in a form that is bound when it is made and becomes part of the constraint that asks it: calling it cost more than the rest of a section.
CREATE OR REPLACE FUNCTION crime.is_protected_section(p_act text, p_section text, p_subsection text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE p_act
    WHEN 'IPC' THEN p_section = ANY ('{228A,305,317,363A,366A,369,372,373,376,376A,376AB,376B,376C,376D,376DA,376DB,376E,377}'::text[])
        OR (p_section = '370' AND (starts_with(p_subsection, '(4)') OR starts_with(p_subsection, '(5)')))
        OR (p_section = '370A' AND starts_with(p_subsection, '(1)'))
    WHEN 'BNS' THEN p_section = ANY ('{64,65,66,67,68,69,70,71,72,73,93,95,96,97,98,99,107,139}'::text[])
        OR (p_section = '143' AND (starts_with(p_subsection, '(4)') OR starts_with(p_subsection, '(5)')))
        OR (p_section = '144' AND starts_with(p_subsection, '(1)'))
    WHEN 'IT' THEN p_section = '67B'
    ELSE p_act IN ('POCSO', 'JJ', 'PCMA', 'CHILD-LABOUR')
END;

-- The sections that a statement has written are held against their cases at once.
DROP TRIGGER section_is_sensitive ON crime.incident_section;
CREATE OR REPLACE FUNCTION crime.require_protected_case() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_case bigint;
BEGIN
    -- Planned each time: for one row as for a million.
    EXECUTE $sql$
        SELECT w.incident_id
        FROM written w
        WHERE w.is_sensitive
          AND NOT EXISTS (
              SELECT 1 FROM crime.incident i WHERE i.id = w.incident_id AND i.occurred_on = w.occurred_on AND i.is_sensitive)
        LIMIT 1
        $sql$ INTO v_case;
    IF v_case IS NOT NULL THEN
        RAISE EXCEPTION 'Case % is not sensitive, its section is.', v_case USING ERRCODE = '23514', CONSTRAINT = 'section_is_sensitive';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER entered_section_is_sensitive AFTER INSERT ON crime.incident_section
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION crime.require_protected_case();
CREATE TRIGGER changed_section_is_sensitive AFTER UPDATE ON crime.incident_section
    REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION crime.require_protected_case();

-- A year is rebuilt when its old cases are at most ten times what changes: a case that enters in its place costs more than ten that are copied.
CREATE OR REPLACE FUNCTION crime.is_year_rebuilt(p_changes bigint, p_old_cases bigint) RETURNS boolean
LANGUAGE sql IMMUTABLE
RETURN p_changes >= 2000 AND p_changes * 10 >= p_old_cases;

DO $$
DECLARE
    v_function regprocedure;
    v_text text;
BEGIN
    FOREACH v_function IN ARRAY ARRAY['crime.plan_years(text)', 'crime.plan_registered_years(text)']::regprocedure[] LOOP
        v_text := replace(pg_get_functiondef(v_function),
            'n.cases + n.removed >= 2000 AND (n.cases + n.removed) * 2 >= o.cases AS is_rebuilt',
            'crime.is_year_rebuilt(n.cases + n.removed, o.cases) AS is_rebuilt');
        IF position('is_year_rebuilt' IN v_text) = 0 THEN
            RAISE EXCEPTION '% has changed.', v_function;
        END IF;
        EXECUTE v_text;
    END LOOP;
END
$$;

-- Sums what was sent with what the partition holds, into a table of its own; each key was sent once. Most keys are of one side only.
CREATE FUNCTION crime.merge_rollup(p_sum text, p_sent text, p_partition text, p_rollup text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
-- Both sides are in the order of their keys, and so is what they make.
SET enable_hashjoin = off
AS $$
DECLARE
    v_is_month boolean := p_rollup LIKE 'rollup\_month%';
    v_key text := crime.rollup_key(p_rollup);
    v_sums text := CASE
        WHEN v_is_month THEN (
            SELECT string_agg(format('coalesce(r.%1$s, 0) + coalesce(k.%1$s, 0) AS %1$s', c), ', ')
            FROM unnest('{cases,under_investigation,chargesheeted,closed,convicted,acquitted}'::text[]) AS c)
        ELSE (
            SELECT string_agg(format($sql$
                CASE WHEN k.slots IS NULL THEN r.%1$s WHEN r.slots IS NULL THEN k.%1$s ELSE ARRAY(
                    SELECT %2$s
                    FROM unnest(r.slots || k.slots, r.cases || k.cases) AS u (slot, cases)
                    GROUP BY u.slot
                    HAVING sum(u.cases) <> 0
                    ORDER BY u.slot) END AS %1$s
                $sql$, c.name, c.part), ', ')
            FROM (VALUES ('slots', 'u.slot'), ('cases', 'sum(u.cases)::integer')) AS c (name, part)) END;
BEGIN
    EXECUTE format('CREATE TABLE staging.%I (LIKE staging.%I INCLUDING CONSTRAINTS)', p_sum, p_sent);
    EXECUTE format($sql$
        INSERT INTO staging.%1$I
        SELECT *
        FROM (SELECT %2$s, %3$s FROM crime.%4$I r FULL JOIN staging.%5$I k USING (%2$s)) AS m
        WHERE %6$s
        ORDER BY %2$s
        $sql$, p_sum, v_key, v_sums, p_partition, p_sent, CASE WHEN v_is_month THEN 'm.cases <> 0' ELSE 'm.slots <> ''{}''' END);
END
$$;

CREATE OR REPLACE FUNCTION crime.add_rollup(
    p_name text, p_suffix text, p_rollup text, p_cases bigint, p_old_cases bigint, p_is_rebuilt boolean, p_is_summed boolean) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET default_statistics_target = 10
AS $$
DECLARE
    v_sent text := format('%s_%s_%s', p_name, p_suffix, p_rollup);
    v_partition text := p_rollup || '_' || p_suffix;
    v_sum text := p_name || '_sum';
    v_key text := crime.rollup_key(p_rollup);
    v_same text := (SELECT string_agg(format('k.%1$s = r.%1$s', c), ' AND ') FROM regexp_split_to_table(v_key, ', ') AS c);
    v_is_whole boolean := p_is_rebuilt AND p_is_summed AND p_old_cases = 0;
BEGIN
    -- What becomes the partition as it was sent is added up by its key, anything else before it changes.
    IF NOT v_is_whole THEN
        PERFORM crime.require_total(p_name, p_suffix, p_rollup, p_cases);
    END IF;
    IF NOT p_is_rebuilt THEN
        EXECUTE format('CREATE TABLE staging.%I AS SELECT * FROM crime.%I LIMIT 0', v_sum, v_partition);
        EXECUTE format('INSERT INTO staging.%I %s', v_sum, crime.summed(p_rollup, format(
            'SELECT * FROM staging.%1$I UNION ALL SELECT r.* FROM crime.%2$I r WHERE EXISTS (SELECT 1 FROM staging.%1$I k WHERE %3$s)',
            v_sent, v_partition, v_same)));
        EXECUTE format('DELETE FROM crime.%I r USING staging.%I k WHERE %s', v_partition, v_sent, v_same);
        EXECUTE format('INSERT INTO crime.%I TABLE staging.%I', v_partition, v_sum);
        EXECUTE format('DROP TABLE staging.%I', v_sum);
        RETURN;
    END IF;
    IF NOT p_is_summed THEN
        EXECUTE format('CREATE TABLE staging.%I (LIKE staging.%I INCLUDING CONSTRAINTS)', v_sum, v_sent);
        EXECUTE format('INSERT INTO staging.%I %s', v_sum, crime.summed(p_rollup, format('SELECT * FROM staging.%I', v_sent)));
        EXECUTE format('DROP TABLE staging.%I', v_sent);
        EXECUTE format('ALTER TABLE staging.%I RENAME TO %I', v_sum, v_sent);
    END IF;
    IF p_old_cases > 0 THEN
        PERFORM crime.merge_rollup(v_sum, v_sent, v_partition, p_rollup);
        EXECUTE format('DROP TABLE staging.%I', v_sent);
        EXECUTE format('ALTER TABLE staging.%I RENAME TO %I', v_sum, v_sent);
    END IF;
    EXECUTE format('ALTER TABLE staging.%I ADD PRIMARY KEY (%s)', v_sent, v_key);
    IF v_is_whole THEN
        PERFORM crime.require_total(p_name, p_suffix, p_rollup, p_cases);
    END IF;
    -- Conditions and groups are about the key.
    EXECUTE format('ANALYZE staging.%I (%s)', v_sent, v_key);
    PERFORM crime.plan_swap(p_name, p_rollup, p_suffix);
END
$$;

-- Rows by year, head and what protects or names them. Grouped by one number, for the planner takes several columns for as many groups as rows,
-- and has one process count what two could.
CREATE OR REPLACE FUNCTION crime.count_rows(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
SET work_mem = '256MB'
SET parallel_tuple_cost = 0
AS $$
BEGIN
    EXECUTE format($sql$
        CREATE TABLE staging.%I AS
        SELECT g.suffix, (g.facts >> 18)::double precision AS registered, (((g.facts >> 2) & 65535) - 32768)::smallint AS head_id,
            (g.facts & 2) <> 0 AS is_sensitive, (g.facts & 1) <> 0 AS has_reference,
            g.cases, g.placed, g.first_occurred, g.last_occurred, g.first_reported, g.last_reported
        FROM (
            SELECT s.suffix,
                (date_part('year', s.reported_on)::bigint << 18) | ((s.head_id + 32768)::bigint << 2)
                    | CASE WHEN s.is_sensitive THEN 2 ELSE 0 END | CASE WHEN s.key <> s.content_hash THEN 1 ELSE 0 END AS facts,
                count(*) AS cases, count(s.cell_key) FILTER (WHERE NOT s.is_sensitive) AS placed, min(s.occurred_on) AS first_occurred,
                max(s.occurred_on) AS last_occurred, min(s.reported_on) AS first_reported, max(s.reported_on) AS last_reported
            FROM staging.%I s
            GROUP BY 1, 2) AS g
        $sql$, p_name || '_count', p_name || '_rows');
END
$$;

REVOKE EXECUTE ON FUNCTION crime.is_year_rebuilt(bigint, bigint), crime.merge_rollup(text, text, text, text) FROM PUBLIC;
