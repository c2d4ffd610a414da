-- Keys that both sides hold are summed as a set, not one by one, and those of one slot, most of them, where they are read: a roll back has hardly any
-- others (docs/adr/0029-imports-into-full-years.md).
CREATE OR REPLACE FUNCTION crime.merge_rollup(p_sum text, p_sent text, p_partition text, p_rollup text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
-- Both sides are in the order of their keys, and so is what they make.
SET enable_hashjoin = off
AS $$
DECLARE
    v_key text := crime.rollup_key(p_rollup);
    v_sides text := format('crime.%I r FULL JOIN staging.%I k USING (%s)', p_partition, p_sent, v_key);
BEGIN
    EXECUTE format('CREATE TABLE staging.%I (LIKE staging.%I INCLUDING CONSTRAINTS)', p_sum, p_sent);
    IF p_rollup LIKE 'rollup\_month%' THEN
        EXECUTE format('INSERT INTO staging.%I SELECT * FROM (SELECT %s, %s FROM %s) AS m WHERE m.cases <> 0 ORDER BY %2$s', p_sum, v_key, (
            SELECT string_agg(format('coalesce(r.%1$s, 0) + coalesce(k.%1$s, 0) AS %1$s', c), ', ')
            FROM unnest('{cases,under_investigation,chargesheeted,closed,convicted,acquitted}'::text[]) AS c), v_sides);
        RETURN;
    END IF;
    EXECUTE format($sql$
        INSERT INTO staging.%I
        SELECT *
        FROM (
            SELECT %s, coalesce(r.slots, k.slots) AS slots,
                CASE WHEN k.slots IS NULL THEN r.cases WHEN r.slots IS NULL THEN k.cases ELSE ARRAY[r.cases[1] + k.cases[1]] END AS cases
            FROM %s
            WHERE r.slots IS NULL OR k.slots IS NULL OR (r.slots = k.slots AND cardinality(r.slots) = 1 AND r.cases[1] + k.cases[1] <> 0)
            UNION ALL
            (%s)) AS m
        ORDER BY %2$s
        $sql$, p_sum, v_key, v_sides, crime.summed(p_rollup, format(
            'SELECT %s, r.slots || k.slots AS slots, r.cases || k.cases AS cases FROM crime.%I r JOIN staging.%I k USING (%1$s) '
                'WHERE r.slots <> k.slots OR cardinality(r.slots) > 1',
            v_key, p_partition, p_sent)));
END
$$;
