-- Cells of zoom 13 count no case of a sensitive head: such cases lie in no cell of a map, and a total that held them would give
-- them away less the cells of all other heads.

DELETE FROM crime.rollup_cell
WHERE zoom = 13;

INSERT INTO crime.rollup_cell (zoom, head_id, cell, ordinal, year, slots, cases)
SELECT 13, 0, m.cell, m.ordinal, m.year, array_agg(m.month ORDER BY m.month), array_agg(m.cases ORDER BY m.month)
FROM (
    SELECT i.cell_key >> 18 AS cell, p.ordinal, date_trunc('year', i.occurred_on)::date AS year,
           date_part('month', i.occurred_on)::smallint AS month, count(*)::integer AS cases
    FROM crime.incident i
    JOIN LATERAL (
        SELECT j.ordinal
        FROM crime.jurisdiction j
        WHERE j.level <= 4
          AND j.ordinal <= i.ordinal
          AND j.ordinal_until > i.ordinal
        ORDER BY j.level DESC
        LIMIT 1) AS p ON true
    WHERE i.cell_key IS NOT NULL
      AND NOT i.is_sensitive
    GROUP BY 1, 2, 3, 4) AS m
GROUP BY m.cell, m.ordinal, m.year;

-- What was drawn from the old ones is out of date.
UPDATE crime.data_state
SET data_version = data_version + 1
WHERE incident_count > 0;
