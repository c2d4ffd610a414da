namespace CrimeInsight.Data.Seeding;

/// <summary>Set-wise merge of the staged seed tables. Ordinals follow <c>OrdinalPlan</c>.</summary>
internal static class ReferenceDataSql
{
    public const string Merge = Jurisdictions + Heads + Figures;

    private const string Jurisdictions = """
        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names)
        VALUES (0, NULL, 0, 'IN', 0, 2000000000, '{"en": "India", "hi": "भारत", "ta": "இந்தியா"}')
        ON CONFLICT (id) DO NOTHING;

        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names)
        SELECT place.ordinal, 0, 1, place.code, place.ordinal, place.ordinal + 10000000, jsonb_build_object('en', place.en)
        FROM (
            SELECT s.code, s.en,
                   (10000000 * (coalesce((SELECT max(ordinal) / 10000000 FROM crime.jurisdiction WHERE level = 1), 0)
                     + row_number() OVER (ORDER BY s.code)))::integer AS ordinal
            FROM seed_states s
            WHERE NOT EXISTS (SELECT 1 FROM crime.jurisdiction j WHERE j.code = s.code)) AS place;

        UPDATE crime.jurisdiction j
        SET lgd_code = nullif(s.lgd, '')::integer,
            names = jsonb_build_object('en', s.en, 'hi', s.hi, 'ta', s.ta),
            latitude = s.lat::double precision,
            longitude = s.lon::double precision,
            population_2011 = s.population2011::bigint
        FROM seed_states s
        WHERE j.code = s.code
          AND NOT j.is_edited;

        INSERT INTO crime.jurisdiction (id, parent_id, level, code, ordinal, ordinal_until, names)
        SELECT place.ordinal, place.state_id, 4, place.code, place.ordinal, place.ordinal + 100000, jsonb_build_object('en', place.en)
        FROM (
            SELECT d.code, d.en, state.id AS state_id,
                   (state.ordinal + 100000 * (
                       coalesce((SELECT max((known.ordinal - state.ordinal) / 100000) FROM crime.jurisdiction known
                                 WHERE known.level = 4 AND known.ordinal >= state.ordinal AND known.ordinal < state.ordinal_until), 0)
                       + row_number() OVER (PARTITION BY d.state_code ORDER BY d.code)))::integer AS ordinal
            FROM seed_districts d
            JOIN crime.jurisdiction state ON state.code = d.state_code
            WHERE NOT EXISTS (SELECT 1 FROM crime.jurisdiction j WHERE j.code = d.code)) AS place;

        UPDATE crime.jurisdiction j
        SET lgd_code = nullif(d.lgd, '')::integer,
            names = jsonb_build_object('en', d.en, 'hi', d.hi, 'ta', d.ta),
            latitude = d.lat::double precision,
            longitude = d.lon::double precision,
            area_km2 = d.area_km2::double precision,
            population_2011 = nullif(d.population2011, '')::bigint,
            urban_share = nullif(d.urban_share, '')::double precision
        FROM seed_districts d
        WHERE j.code = d.code
          AND NOT j.is_edited;

        UPDATE crime.jurisdiction
        SET population_2011 = (SELECT sum(population2011::bigint) FROM seed_states)
        WHERE level = 0;

        INSERT INTO crime.population (jurisdiction_id, year, residents)
        SELECT j.id, p.year::smallint, p.population::bigint
        FROM seed_population p
        JOIN crime.jurisdiction j ON j.code = p.code
        ON CONFLICT (jurisdiction_id, year) DO UPDATE SET residents = excluded.residents WHERE population.source IS NULL;

        INSERT INTO crime.population (jurisdiction_id, year, residents)
        SELECT 0, p.year, sum(p.residents)
        FROM crime.population p
        JOIN crime.jurisdiction j ON j.id = p.jurisdiction_id
        WHERE j.level = 1
        GROUP BY p.year
        ON CONFLICT (jurisdiction_id, year) DO UPDATE SET residents = excluded.residents;

        """;

    private const string Heads = """
        INSERT INTO crime.crime_head (id, parent_id, code, level, is_sensitive, rank, is_residual, ncrb_name, names)
        SELECT h.id::smallint, parent.id::smallint, h.code, h.level::smallint, h.sensitive = '1', nullif(h.rank, '')::smallint, h.residual = '1', h.ncrb_name,
               jsonb_build_object('en', h.en, 'hi', h.hi, 'ta', h.ta)
        FROM seed_crime_heads h
        LEFT JOIN seed_crime_heads parent ON parent.code = h.parent_code
        ORDER BY h.level::smallint
        ON CONFLICT (id) DO UPDATE
        SET parent_id = excluded.parent_id, code = excluded.code, level = excluded.level, is_sensitive = excluded.is_sensitive,
            rank = excluded.rank, is_residual = excluded.is_residual, ncrb_name = excluded.ncrb_name, names = excluded.names;

        DELETE FROM crime.statute;
        INSERT INTO crime.statute (head_id, act, section, max_punishment, is_main, valid_from, valid_until, source, to_be_verified)
        SELECT h.id, s.act, s.section, nullif(s.max_punishment, ''), s.main = '1', nullif(s."from", '')::date, nullif(s."until", '')::date, s.source,
               s.to_be_verified = '1'
        FROM seed_statutes s
        JOIN crime.crime_head h ON h.code = s.head_code;

        DELETE FROM crime.statute_pair;
        INSERT INTO crime.statute_pair (subject, ipc, bns, break_date, to_be_verified)
        SELECT subject, ipc, bns, break_date::date, to_be_verified = '1'
        FROM seed_statute_pairs;

        DELETE FROM crime.holiday;
        INSERT INTO crime.holiday (day, key, regions, is_estimated, names)
        SELECT h.date::date, h.key, CASE WHEN h.regions = 'ALL' THEN '{}' ELSE string_to_array(h.regions, ';') END,
               h.estimated = '1', jsonb_build_object('en', h.en, 'hi', h.hi, 'ta', h.ta)
        FROM seed_holidays h;

        """;

    private const string Figures = """
        DELETE FROM crime.official_count;
        INSERT INTO crime.official_count (jurisdiction_id, year, head_id, cases, basis, source)
        SELECT j.id, n.year::smallint, h.id, n.cases::integer, n.basis, n.source
        FROM seed_ncrb_state n
        JOIN crime.jurisdiction j ON j.code = n.state_code
        JOIN crime.crime_head h ON h.code = n.head_code;

        INSERT INTO crime.official_count (jurisdiction_id, year, head_id, cases, basis, source)
        SELECT j.id, n.year::smallint, h.id, n.cases::integer, 'official', 'NCRB Crime in India ' || n.year
        FROM seed_ncrb_district n
        JOIN crime.jurisdiction j ON j.code = n.district_code
        JOIN crime.crime_head h ON h.code = n.head_code;

        DELETE FROM crime.official_figure;
        INSERT INTO crime.official_figure (scope, code, year, measure, value, source)
        SELECT scope, code, year::smallint, measure, value::double precision, source
        FROM seed_official_figures;

        DELETE FROM crime.state_rate;
        INSERT INTO crime.state_rate (jurisdiction_id, year, chargesheet_rate, conviction_rate, basis)
        SELECT j.id, r.year::smallint, nullif(r.chargesheet_rate, '')::double precision, nullif(r.conviction_rate, '')::double precision, r.basis
        FROM seed_state_rates r
        JOIN crime.jurisdiction j ON j.code = r.state_code;

        DELETE FROM crime.city;
        INSERT INTO crime.city (jurisdiction_id, name, latitude, longitude, population)
        SELECT j.id, c.en, c.lat::double precision, c.lon::double precision, c.population::integer
        FROM seed_cities c
        JOIN crime.jurisdiction j ON j.code = c.district_code
        """;
}
