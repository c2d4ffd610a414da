-- All sections that a case is registered under, as the register lists them (docs/adr/0017). Written with the batch, in its transaction.
--
-- Cases move between tables when years are rebuilt, so no foreign key can hold a section to its case: the functions below do, and
-- nobody else may write.

-- As CrimeInsight.Core/Statutes/ProtectedSections.cs has it; a test compares them.
CREATE FUNCTION crime.is_protected_section(p_act text, p_section text, p_subsection text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE
SET search_path = pg_catalog
AS $$
    SELECT CASE p_act
        WHEN 'IPC' THEN p_section = ANY ('{228A,305,317,363A,366A,369,372,373,376,376A,376AB,376B,376C,376D,376DA,376DB,376E,377}')
            OR (p_section = '370' AND (starts_with(p_subsection, '(4)') OR starts_with(p_subsection, '(5)')))
            OR (p_section = '370A' AND starts_with(p_subsection, '(1)'))
        WHEN 'BNS' THEN p_section = ANY ('{64,65,66,67,68,69,70,71,72,73,93,95,96,97,98,99,107,139}')
            OR (p_section = '143' AND (starts_with(p_subsection, '(4)') OR starts_with(p_subsection, '(5)')))
            OR (p_section = '144' AND starts_with(p_subsection, '(1)'))
        WHEN 'IT' THEN p_section = '67B'
        ELSE p_act IN ('POCSO', 'JJ', 'PCMA', 'CHILD-LABOUR')
    END
$$;

CREATE TABLE crime.incident_section (
    incident_id         bigint NOT NULL,
    -- In the list of the case, from 1.
    place               smallint NOT NULL CHECK (place BETWEEN 1 AND 60),
    occurred_on         date NOT NULL,
    -- Those of the case: row-level security, and the law.
    ordinal             integer NOT NULL,
    is_sensitive        boolean NOT NULL,
    -- Of the offence that the case is counted as.
    is_principal        boolean NOT NULL,
    act                 text NOT NULL CHECK (act ~ '^[A-Z][A-Z-]{0,29}$'),
    -- With its letter, without its brackets: 304A is another one than 304.
    section             text NOT NULL CHECK (section ~ '^[0-9]{1,3}[A-Z]{0,3}$'),
    subsection          text NOT NULL CHECK (subsection ~ '^(\([0-9A-Za-z]{1,7}\))*$'),
    PRIMARY KEY (incident_id, place),
    UNIQUE (incident_id, act, section, subsection),
    CONSTRAINT protected_section CHECK (is_sensitive OR NOT crime.is_protected_section(act, section, subsection))
);
CREATE UNIQUE INDEX incident_section_principal ON crime.incident_section (incident_id) WHERE is_principal;
CREATE INDEX incident_section_search ON crime.incident_section (act, section, ordinal, occurred_on) INCLUDE (subsection, incident_id);
ALTER TABLE crime.incident_section ENABLE ROW LEVEL SECURITY;
-- As on crime.incident (migration 0003).
CREATE POLICY scope ON crime.incident_section FOR SELECT USING (
    (ordinal >= (SELECT lower(crime.current_scope()))) IS TRUE
    AND (ordinal < (SELECT upper(crime.current_scope()))) IS TRUE
    AND ((SELECT count(*) = 1 FROM unnest(crime.current_scope())) OR ordinal <@ (SELECT crime.current_scope())));
GRANT SELECT ON crime.incident_section TO $app_role$;

-- Makes the table that sections of an open batch are copied to. Its name is not the batch's own: it outlives the other staging tables.
CREATE FUNCTION crime.open_sections(p_batch uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_table text := 's' || replace(p_batch::text, '-', '');
BEGIN
    PERFORM crime.require_open(p_batch);
    EXECUTE format($sql$
        CREATE TABLE staging.%I (
            incident_id bigint NOT NULL, place smallint NOT NULL, is_principal boolean NOT NULL, act text NOT NULL, section text NOT NULL,
            subsection text NOT NULL)
        $sql$, v_table);
    EXECUTE format('GRANT INSERT ON staging.%I TO %I', v_table, session_user);
END
$$;

-- Adds the sections of those cases of a committed batch that are there now. The table exists in the transaction of the batch alone.
CREATE FUNCTION crime.add_sections(p_batch uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog
SET work_mem = '256MB'
AS $$
DECLARE
    v_table text := 's' || replace(p_batch::text, '-', '');
    v_first bigint;
BEGIN
    SELECT b.number::bigint << 32 INTO v_first FROM crime.batch b WHERE b.id = p_batch AND b.person_id = crime.current_person();
    IF v_first IS NULL THEN
        RAISE EXCEPTION 'Batch % is not one of the current person.', p_batch USING ERRCODE = '42501';
    END IF;
    EXECUTE format($sql$
        INSERT INTO crime.incident_section (incident_id, place, occurred_on, ordinal, is_sensitive, is_principal, act, section, subsection)
        SELECT s.incident_id, s.place, i.occurred_on, i.ordinal, i.is_sensitive, s.is_principal, s.act, s.section, s.subsection
        FROM staging.%I s
        JOIN crime.incident i ON i.id = s.incident_id
        WHERE i.id >= $1 AND i.id < $1 + (1::bigint << 32)
        ORDER BY s.incident_id, s.place
        $sql$, v_table) USING v_first;
    EXECUTE format('DROP TABLE staging.%I', v_table);
END
$$;

-- Cases that left, and may come back from their history, take their sections with them when neither is left.
CREATE FUNCTION crime.forget_sections(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF to_regclass(format('staging.%I', p_name || '_removed')) IS NOT NULL THEN
        EXECUTE format($sql$
            DELETE FROM crime.incident_section s
            USING staging.%I r
            WHERE s.incident_id = r.id
              AND NOT EXISTS (SELECT 1 FROM crime.incident i WHERE i.id = r.id)
              %s
            $sql$, p_name || '_removed',
            CASE WHEN to_regclass('crime.incident_history') IS NULL THEN ''
                ELSE 'AND NOT EXISTS (SELECT 1 FROM crime.incident_history h WHERE h.incident_id = r.id)' END);
    END IF;
END
$$;

CREATE OR REPLACE FUNCTION crime.drop_staging(p_name text) RETURNS void
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
DECLARE
    v_table text;
BEGIN
    PERFORM crime.forget_sections(p_name);
    FOR v_table IN SELECT t.tablename FROM pg_tables t WHERE t.schemaname = 'staging' AND starts_with(t.tablename::text, p_name || '_') LOOP
        EXECUTE format('DROP TABLE staging.%I', v_table);
    END LOOP;
END
$$;

-- Synthetic cases end all at once.
CREATE FUNCTION crime.truncate_sections() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    TRUNCATE crime.incident_section;
    RETURN NULL;
END
$$;
CREATE TRIGGER sections_truncated AFTER TRUNCATE ON crime.incident FOR EACH STATEMENT EXECUTE FUNCTION crime.truncate_sections();

REVOKE EXECUTE ON FUNCTION
    crime.open_sections(uuid), crime.add_sections(uuid), crime.forget_sections(text), crime.truncate_sections()
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.open_sections(uuid), crime.add_sections(uuid) TO $app_role$;
