-- What a force's own files call its places: told once by an administrator, known to every later import.

CREATE TABLE crime.place_alias (
    id                uuid PRIMARY KEY,
    -- As written, and what of it counts (Core's NameKey).
    name              text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    key               text NOT NULL CHECK (length(key) BETWEEN 1 AND 200),
    -- The state within which it is so; null: wherever it stands.
    state_id          integer REFERENCES crime.jurisdiction (id),
    jurisdiction_id   integer NOT NULL REFERENCES crime.jurisdiction (id),
    created_by        uuid NOT NULL DEFAULT crime.current_person(),
    created_at        timestamptz NOT NULL DEFAULT now(),
    UNIQUE NULLS NOT DISTINCT (key, state_id)
);

ALTER TABLE crime.place_alias ENABLE ROW LEVEL SECURITY;
-- Names of places are no secret, and imports of everybody read them; administrators say what is within their own places.
CREATE POLICY anyone_reads ON crime.place_alias FOR SELECT USING (true);
CREATE POLICY admin_adds ON crime.place_alias FOR INSERT WITH CHECK (
    (SELECT crime.current_is_admin())
    AND created_by = (SELECT crime.current_person())
    AND (SELECT j.ordinal FROM crime.jurisdiction j WHERE j.id = jurisdiction_id) <@ (SELECT crime.current_scope())
    AND (state_id IS NOT NULL OR 0 <@ (SELECT crime.current_scope())));
CREATE POLICY admin_removes ON crime.place_alias FOR DELETE USING (
    (SELECT crime.current_is_admin())
    AND (SELECT j.ordinal FROM crime.jurisdiction j WHERE j.id = jurisdiction_id) <@ (SELECT crime.current_scope()));

GRANT SELECT, INSERT, DELETE ON crime.place_alias TO $app_role$;
