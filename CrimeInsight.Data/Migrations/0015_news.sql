-- Whoever remembers the rights or sessions of a person is told, on every instance and in the moment of the commit, that they changed.
CREATE FUNCTION crime.tell_of_person() RETURNS trigger
LANGUAGE plpgsql
SET search_path = pg_catalog
AS $$
BEGIN
    PERFORM pg_notify('crimeinsight_people', CASE WHEN TG_OP = 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END ->> TG_ARGV[0]);
    RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION crime.tell_of_person() FROM PUBLIC;

CREATE TRIGGER person_changed
    AFTER UPDATE OF role, is_active, security_stamp, display_name ON crime.person
    FOR EACH ROW
    WHEN ((OLD.role, OLD.is_active, OLD.security_stamp, OLD.display_name) IS DISTINCT FROM (NEW.role, NEW.is_active, NEW.security_stamp, NEW.display_name))
    EXECUTE FUNCTION crime.tell_of_person('id');
CREATE TRIGGER person_deleted AFTER DELETE ON crime.person FOR EACH ROW EXECUTE FUNCTION crime.tell_of_person('id');
CREATE TRIGGER person_jurisdiction_changed
    AFTER INSERT OR UPDATE OR DELETE ON crime.person_jurisdiction
    FOR EACH ROW EXECUTE FUNCTION crime.tell_of_person('person_id');
CREATE TRIGGER person_session_ended
    AFTER UPDATE OF ended_at ON crime.person_session
    FOR EACH ROW
    WHEN (OLD.ended_at IS DISTINCT FROM NEW.ended_at)
    EXECUTE FUNCTION crime.tell_of_person('person_id');
