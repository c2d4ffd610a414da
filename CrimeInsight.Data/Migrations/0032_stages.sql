-- When police filed a charge sheet, and when a case ended: with a final report, or by a court.

ALTER TABLE crime.incident
    ADD COLUMN chargesheeted_on date,
    ADD COLUMN disposed_on date,
    ADD CONSTRAINT chargesheeted_after CHECK (chargesheeted_on >= reported_on),
    ADD CONSTRAINT disposed_after CHECK (disposed_on >= reported_on AND disposed_on >= coalesce(chargesheeted_on, disposed_on)),
    -- 0 under investigation, 1 charge sheet, 2 final report, 3 convicted, 4 acquitted.
    ADD CONSTRAINT stage_of_status CHECK ((chargesheeted_on IS NULL OR status IN (1, 3, 4)) AND (disposed_on IS NULL OR status IN (2, 3, 4)));
