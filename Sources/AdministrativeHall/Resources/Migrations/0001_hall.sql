-- Halls with their counters: what is done there (groups), at which windows, and who can do it.
CREATE TABLE hall (
    id BIGINT NOT NULL PRIMARY KEY,
    -- The organ that runs it.
    organ TEXT NOT NULL REFERENCES organ (key),
    name TEXT NOT NULL UNIQUE,
    address TEXT NOT NULL,
    -- `09:00-12:00 14:00-17:30` on working days, and on all others; empty when it is closed.
    working_hours TEXT NOT NULL,
    rest_hours TEXT NOT NULL,
    -- Whole numbers by name, as JSON.
    rules TEXT NOT NULL,
    position BIGINT NOT NULL
);

CREATE TABLE hall_group (
    id BIGINT NOT NULL PRIMARY KEY,
    hall_id BIGINT NOT NULL REFERENCES hall (id),
    letter TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What is done there, for people.
    words TEXT NOT NULL,
    -- The keys of the organs whose items these are, as JSON.
    organs TEXT NOT NULL,
    -- Appointments in one slot; 0 when none can be made.
    capacity BIGINT NOT NULL CHECK (capacity >= 0),
    UNIQUE (hall_id, letter)
);

CREATE TABLE hall_window (
    id BIGINT NOT NULL PRIMARY KEY,
    hall_id BIGINT NOT NULL REFERENCES hall (id),
    number BIGINT NOT NULL,
    -- The ids of its groups, as JSON.
    serves TEXT NOT NULL,
    -- Who sits there now.
    clerk_id BIGINT REFERENCES account (id),
    opened_at BIGINT,
    UNIQUE (hall_id, number),
    CHECK ((clerk_id IS NULL) = (opened_at IS NULL))
);

-- Nobody sits at two windows.
CREATE UNIQUE INDEX hall_window_clerk ON hall_window (clerk_id) WHERE clerk_id IS NOT NULL;

CREATE TABLE hall_clerk (
    hall_id BIGINT NOT NULL REFERENCES hall (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    -- The ids of the groups they can do, as JSON.
    skills TEXT NOT NULL,
    PRIMARY KEY (hall_id, account_id)
);
