-- Tickets of a day. Numbers begin anew each day for each group.
CREATE TABLE hall_number (
    group_id BIGINT NOT NULL REFERENCES hall_group (id),
    day TEXT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (group_id, day)
);

CREATE TABLE hall_ticket (
    id BIGINT NOT NULL PRIMARY KEY,
    hall_id BIGINT NOT NULL REFERENCES hall (id),
    group_id BIGINT NOT NULL REFERENCES hall_group (id),
    day TEXT NOT NULL,
    label TEXT NOT NULL,
    -- What opens its page.
    code TEXT NOT NULL UNIQUE,
    priority TEXT NOT NULL CHECK (priority IN ('none', 'appointment', 'elderly', 'disabled')),
    appointment_id BIGINT UNIQUE REFERENCES hall_appointment (id),
    account_id BIGINT REFERENCES account (id),
    person_id BIGINT REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'finished', 'missed')),
    -- From when on it counts as waiting; whoever has priority counts as having waited longer.
    since BIGINT NOT NULL,
    window_id BIGINT REFERENCES hall_window (id),
    -- The window it was handed on to, and no other.
    reserved_window_id BIGINT REFERENCES hall_window (id),
    taken_at BIGINT NOT NULL,
    called_at BIGINT,
    started_at BIGINT,
    ended_at BIGINT,
    calls BIGINT NOT NULL,
    UNIQUE (hall_id, day, label),
    CHECK ((state IN ('finished', 'missed')) = (ended_at IS NOT NULL)),
    CHECK (state NOT IN ('called', 'serving') OR window_id IS NOT NULL)
);

CREATE INDEX hall_ticket_waiting ON hall_ticket (hall_id, day, since, id) WHERE state = 'waiting';
-- One at a time at a window.
CREATE UNIQUE INDEX hall_ticket_at_window ON hall_ticket (window_id) WHERE state IN ('called', 'serving');
CREATE INDEX hall_ticket_called ON hall_ticket (hall_id, day, called_at) WHERE called_at IS NOT NULL;
CREATE INDEX hall_ticket_served ON hall_ticket (group_id, ended_at) WHERE state = 'finished';
CREATE INDEX hall_ticket_day ON hall_ticket (hall_id, day, id);
CREATE INDEX hall_ticket_reserved ON hall_ticket (reserved_window_id) WHERE reserved_window_id IS NOT NULL;
