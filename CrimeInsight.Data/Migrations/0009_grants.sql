-- What the app's role may do, and nothing else. The name of the role comes from the configuration.

GRANT USAGE ON SCHEMA crime TO $app_role$;
GRANT USAGE ON SCHEMA staging TO $app_role$;
GRANT SELECT ON
    crime.jurisdiction, crime.population, crime.boundary, crime.crime_head, crime.statute, crime.statute_pair,
    crime.holiday, crime.official_count, crime.official_figure, crime.state_rate, crime.city, crime.data_state,
    crime.incident, crime.incident_key, crime.rollup_month, crime.rollup_hour, crime.rollup_victim, crime.rollup_cell,
    crime.batch, crime.batch_reject, crime.audit
    TO $app_role$;
GRANT SELECT, INSERT, UPDATE, DELETE ON
    crime.person, crime.person_jurisdiction, crime.person_session, crime.protection_key, crime.task_progress
    TO $app_role$;

-- Functions that run as the owner are for the app alone.
REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA crime FROM PUBLIC;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA crime TO $app_role$;
