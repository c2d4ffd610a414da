-- The trail is read by administrators, each the rows of people within their own jurisdictions; rows of nobody, and of people who are no more, are
-- for those of the whole country.

CREATE INDEX audit_person ON crime.audit (person_id, id DESC);
CREATE INDEX audit_at ON crime.audit (at);

CREATE FUNCTION crime.list_audit(
    p_person text, p_action text, p_subject text, p_address text, p_from timestamptz, p_until timestamptz, p_before bigint, p_limit integer)
RETURNS TABLE (id bigint, at timestamptz, person_id uuid, user_name text, action text, subject text, detail text)
LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = pg_catalog
AS $$
DECLARE
    v_all boolean;
    v_people uuid[];
BEGIN
    IF NOT crime.current_is_admin() THEN
        RAISE EXCEPTION 'Only an administrator reads the trail.' USING ERRCODE = '42501';
    END IF;
    -- Anybody can be the administrator of the demo.
    v_all := crime.current_sees_country()
        AND NOT (SELECT me.is_demo OR me.ends_with_demo FROM crime.person me WHERE me.id = crime.current_person());
    IF NOT v_all THEN
        v_people := ARRAY(
            SELECT p.id FROM crime.person p
            WHERE p.id = crime.current_person() OR crime.may_manage(p.id) OR (p.is_demo AND crime.scope_of(p.id) <@ crime.current_scope()));
    END IF;
    RETURN QUERY
    SELECT a.id, a.at, a.person_id, a.user_name, a.action, a.subject, a.detail::text
    FROM crime.audit a
    WHERE (v_all OR a.person_id = ANY (v_people))
      AND (p_person IS NULL OR position(lower(p_person) IN lower(a.user_name)) > 0 OR position(lower(p_person) IN lower(coalesce(a.detail ->> 'user', ''))) > 0)
      AND (p_action IS NULL OR a.action = p_action)
      AND (p_subject IS NULL OR position(lower(p_subject) IN lower(a.subject)) > 0)
      AND (p_address IS NULL OR starts_with(a.detail ->> 'address', p_address) OR starts_with(a.subject, 'address:' || p_address))
      AND (p_from IS NULL OR a.at >= p_from)
      AND (p_until IS NULL OR a.at < p_until)
      AND (p_before IS NULL OR a.id < p_before)
    ORDER BY a.id DESC
    LIMIT least(p_limit, 50001);
END
$$;

REVOKE EXECUTE ON FUNCTION crime.list_audit(text, text, text, text, timestamptz, timestamptz, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION crime.list_audit(text, text, text, text, timestamptz, timestamptz, bigint, integer) TO $app_role$;
