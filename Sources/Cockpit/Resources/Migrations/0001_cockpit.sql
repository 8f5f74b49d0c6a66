-- What leaders look at: one row of figures, made anew each minute.
CREATE TABLE cockpit_snapshot (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    counted_at BIGINT NOT NULL,
    figures TEXT NOT NULL
);

-- What each day brought. A day that is over is counted once more and then stands.
CREATE TABLE cockpit_day (
    day TEXT NOT NULL PRIMARY KEY,
    filed BIGINT NOT NULL,
    decided BIGINT NOT NULL,
    late BIGINT NOT NULL,
    -- What it was about: code, name and how many.
    topics TEXT NOT NULL,
    is_final BIGINT NOT NULL CHECK (is_final IN (0, 1))
);

-- Who wants the brief, from when in the day on (minutes after midnight), and for which day it was last sent.
CREATE TABLE cockpit_brief (
    account_id BIGINT NOT NULL PRIMARY KEY,
    at_minute BIGINT NOT NULL CHECK (at_minute BETWEEN 0 AND 1439),
    sent_for TEXT
);

-- What stands, by when it is due: counted and listed without looking at the cases themselves.
CREATE INDEX IF NOT EXISTS service_case_outlook ON service_case (due_at, id, organ, subject_code, kind)
    WHERE closed_at IS NULL;
CREATE INDEX IF NOT EXISTS service_request_open_in_street ON service_request (division, id)
    WHERE ended_at IS NULL;
