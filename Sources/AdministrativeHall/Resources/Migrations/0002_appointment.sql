-- Appointments. A slot has a row once somebody has booked in it.
CREATE TABLE hall_slot (
    group_id BIGINT NOT NULL REFERENCES hall_group (id),
    starts_at BIGINT NOT NULL,
    taken BIGINT NOT NULL CHECK (taken >= 0),
    PRIMARY KEY (group_id, starts_at)
);

CREATE TABLE hall_appointment (
    id BIGINT NOT NULL PRIMARY KEY,
    -- What is typed in at the kiosk.
    code TEXT NOT NULL UNIQUE,
    hall_id BIGINT NOT NULL REFERENCES hall (id),
    group_id BIGINT NOT NULL REFERENCES hall_group (id),
    day TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    -- Whose it is, whoever booked: `p` and the person, or `a` and an account without one.
    holder TEXT NOT NULL,
    account_id BIGINT REFERENCES account (id),
    person_id BIGINT REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('booked', 'attended', 'cancelled', 'missed')),
    booked_by BIGINT NOT NULL REFERENCES account (id),
    created_at BIGINT NOT NULL,
    reminded_at BIGINT,
    ended_at BIGINT,
    CHECK ((state = 'booked') = (ended_at IS NULL)),
    CHECK (account_id IS NOT NULL OR person_id IS NOT NULL)
);

-- One open appointment for a person and a slot, and one for a group and a day.
CREATE UNIQUE INDEX hall_appointment_slot ON hall_appointment (holder, starts_at) WHERE state = 'booked';
CREATE UNIQUE INDEX hall_appointment_day ON hall_appointment (holder, group_id, day) WHERE state = 'booked';
CREATE INDEX hall_appointment_holder ON hall_appointment (holder, id);
CREATE INDEX hall_appointment_missed ON hall_appointment (holder, starts_at) WHERE state = 'missed';
CREATE INDEX hall_appointment_open ON hall_appointment (hall_id, starts_at) WHERE state = 'booked';
CREATE INDEX hall_appointment_hall ON hall_appointment (hall_id, day, starts_at, id);
