-- What supervision looks for: every version of every rule. A version that was on never changes.
CREATE TABLE supervision_rule (
    id BIGINT NOT NULL PRIMARY KEY,
    rule_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'on', 'stopped', 'off')),
    on_from TEXT,
    edited_by BIGINT NOT NULL,
    edited_by_name TEXT NOT NULL,
    -- A second person; nobody where it came with the program.
    approved_by BIGINT,
    approved_by_name TEXT,
    reason TEXT,
    revision BIGINT NOT NULL,
    UNIQUE (rule_key, version),
    CHECK ((state = 'draft') = (on_from IS NULL)),
    CHECK (approved_by IS NULL OR approved_by <> edited_by)
);

-- How far the watch has come: its place in the journal, its way through the open cases, the rules it went by.
CREATE TABLE supervision_mark (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- When time alone may next make a rule fire for a case. What is not here waits for a change.
CREATE TABLE supervision_watch (
    case_id BIGINT NOT NULL PRIMARY KEY,
    next_at BIGINT NOT NULL
);

CREATE INDEX supervision_watch_next ON supervision_watch (next_at, case_id);

-- One rule, one case, one occasion: with the facts as they were.
CREATE TABLE supervision_signal (
    id BIGINT NOT NULL PRIMARY KEY,
    rule_id BIGINT NOT NULL REFERENCES supervision_rule (id),
    rule_key TEXT NOT NULL,
    rule_name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('reminder', 'warning', 'yellow', 'red')),
    case_id BIGINT NOT NULL,
    case_number TEXT NOT NULL,
    case_name TEXT NOT NULL,
    organ TEXT NOT NULL,
    item TEXT NOT NULL,
    occasion TEXT NOT NULL,
    evidence TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    -- The end of the days in which it may be appealed, and of those in which an appeal is decided.
    appeal_until BIGINT NOT NULL,
    decide_until BIGINT,
    state TEXT NOT NULL CHECK (state IN ('open', 'appealed', 'upheld', 'withdrawn', 'cancelled', 'settled')),
    course TEXT NOT NULL,
    appealed_by BIGINT,
    decided_by BIGINT,
    revision BIGINT NOT NULL,
    CHECK (decided_by IS NULL OR appealed_by IS NULL OR decided_by <> appealed_by)
);

CREATE UNIQUE INDEX supervision_signal_once ON supervision_signal (rule_key, case_id, occasion);
CREATE INDEX supervision_signal_by_case ON supervision_signal (case_id, id);
CREATE INDEX supervision_signal_by_rule ON supervision_signal (rule_id, raised_at);
CREATE INDEX supervision_signal_by_state ON supervision_signal (state, id);
CREATE INDEX supervision_signal_by_organ ON supervision_signal (organ, state, id);
CREATE INDEX supervision_signal_of_organ ON supervision_signal (organ, id);
CREATE INDEX supervision_signal_by_level ON supervision_signal (level, state, id);

-- Whoever holds a role, in whatever body.
CREATE INDEX IF NOT EXISTS account_post_by_role ON account_post (role, account_id);
