-- Which offence of a case counts: the greatest punishment of a section, and the order of heads of equal ones (docs/adr/0017).

ALTER TABLE crime.statute
    -- death, life, 10y, 6m, 1d, fine; rider: a rule of how other offences are punished; null: a duty, a power, a definition.
    ADD COLUMN max_punishment text CHECK (max_punishment ~ '^(death|life|fine|rider|[0-9]+[ymd])$'),
    -- Shown for a head whose cases name no section of their own.
    ADD COLUMN is_main boolean NOT NULL DEFAULT true,
    -- Where the punishment is taken from.
    ADD COLUMN source text NOT NULL DEFAULT '';

ALTER TABLE crime.crime_head
    -- Of leaves alone: the lower counts before the higher.
    ADD COLUMN rank smallint,
    -- Of leaves that share a section, the one that counts it when nothing tells more.
    ADD COLUMN is_residual boolean NOT NULL DEFAULT false;
