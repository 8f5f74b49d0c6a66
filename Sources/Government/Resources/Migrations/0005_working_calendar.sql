-- Every version of the working-day calendar stays: a finished clock keeps the one it was counted with.
CREATE TABLE working_calendar (
    version BIGINT NOT NULL PRIMARY KEY CHECK (version > 0),
    body TEXT NOT NULL,
    -- The account that published it; NULL for the calendar the installation started with.
    published_by BIGINT,
    created_at BIGINT NOT NULL
);
