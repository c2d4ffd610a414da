-- What the app's role may do, and nothing else. The name of the role comes from the configuration.

GRANT USAGE ON SCHEMA crime TO $app_role$;
GRANT USAGE ON SCHEMA staging TO $app_role$;
GRANT SELECT ON
    crime.jurisdiction, crime.population, crime.boundary, crime.crime_head, crime.statute, crime.statute_pair,
    crime.holiday, crime.official_count, crime.official_figure, crime.state_rate, crime.city, crime.data_state,
    crime.incident, crime.rollup_month, crime.rollup_hour, crime.rollup_victim, crime.rollup_cell,
    crime.batch, crime.batch_reject, crime.audit
    TO $app_role$;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    crime.person, crime.person_jurisdiction, crime.person_session, crime.protection_key, crime.task_progress
    TO $app_role$;

-- Functions: those that row-level rules call, and those that act as the owner on behalf of a person.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA crime FROM PUBLIC;
GRANT EXECUTE ON FUNCTION
    crime.current_person(), crime.current_scope(), crime.current_is_admin(),
    crime.write_audit(text, text, text, jsonb), crime.verify_audit(),
    crime.open_batch(uuid, text, text, boolean), crime.open_partition(uuid, text), crime.check_batch(uuid, boolean),
    crime.batch_duplicates(uuid), crime.index_batch(uuid), crime.commit_batch(uuid, bytea, jsonb, boolean)
    TO $app_role$;
