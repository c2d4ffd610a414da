-- As of demo accounts (0035): only the end of a batch ends what the demo set, not what is decided or undone of it later.
DROP TRIGGER demo_settings_end ON crime.batch;
CREATE CONSTRAINT TRIGGER demo_settings_end AFTER INSERT OR UPDATE OF finished_at ON crime.batch
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NOT NEW.is_synthetic AND NEW.finished_at IS NOT NULL AND NEW.accepted > 0) EXECUTE FUNCTION crime.end_demo_settings();
