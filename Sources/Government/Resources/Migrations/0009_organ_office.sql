-- Offices (科室) within an organ. A closed one stays as a row, with its last day: what was done in it keeps its name.
CREATE TABLE organ_office (
    key TEXT NOT NULL PRIMARY KEY,
    organ TEXT NOT NULL REFERENCES organ (key),
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    -- NULL for those that were there from the beginning.
    valid_from TEXT,
    valid_until TEXT,
    UNIQUE (organ, position),
    CHECK (valid_from IS NULL OR valid_until IS NULL OR valid_from <= valid_until)
);
CREATE UNIQUE INDEX organ_office_open_name ON organ_office (organ, name) WHERE valid_until IS NULL;

-- What an office was called before, each name until its last day.
CREATE TABLE organ_office_name (
    office TEXT NOT NULL REFERENCES organ_office (key),
    valid_until TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (office, valid_until)
);
