-- Organs come and go (机构改革). A vanished organ stays as a row, with its last day and who took up what it did.
ALTER TABLE organ ADD COLUMN valid_from TEXT;
ALTER TABLE organ ADD COLUMN valid_until TEXT;
ALTER TABLE organ ADD COLUMN successor TEXT;

-- What an organ was called before, each name until its last day.
CREATE TABLE organ_name (
    organ TEXT NOT NULL REFERENCES organ (key),
    valid_until TEXT NOT NULL,
    name TEXT NOT NULL,
    full_name TEXT NOT NULL,
    PRIMARY KEY (organ, valid_until)
);
