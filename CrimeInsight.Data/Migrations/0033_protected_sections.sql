-- A section that protects a victim stands only at a case that is flagged (docs/adr/0018-protection-follows-the-case.md), and such a case
-- does not lose its flag. What crime.incident_section says of its case is held against the case; the flag itself against the section by
-- the table's own constraint. A partition that is swapped in was judged with its batch.

CREATE FUNCTION crime.require_protected_case() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM 1
    FROM crime.incident i
    WHERE i.id = NEW.incident_id
      AND i.occurred_on = NEW.occurred_on
      AND i.is_sensitive;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'Case % is not sensitive, its section is.', NEW.incident_id USING ERRCODE = '23514', CONSTRAINT = 'section_is_sensitive';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER section_is_sensitive AFTER INSERT OR UPDATE ON crime.incident_section
    FOR EACH ROW WHEN (NEW.is_sensitive) EXECUTE FUNCTION crime.require_protected_case();

CREATE OR REPLACE FUNCTION crime.require_protection() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    IF crime.is_protected_head(NEW.head_id) THEN
        RAISE EXCEPTION 'Head % is sensitive, the case is not.', NEW.head_id USING ERRCODE = '23514', CONSTRAINT = 'head_is_sensitive';
    END IF;
    PERFORM 1
    FROM crime.incident_section s
    WHERE s.incident_id = NEW.id
      AND crime.is_protected_section(s.act, s.section, s.subsection);
    IF FOUND THEN
        RAISE EXCEPTION 'Case % has a sensitive section and is not sensitive.', NEW.id USING ERRCODE = '23514', CONSTRAINT = 'section_is_sensitive';
    END IF;
    RETURN NEW;
END
$$;
REVOKE EXECUTE ON FUNCTION crime.require_protected_case() FROM PUBLIC;
