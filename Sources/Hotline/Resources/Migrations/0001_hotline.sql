-- Telephone exchanges that may tell of calls, each with a token of which only the digest is kept.
CREATE TABLE hotline_exchange (
    id BIGINT NOT NULL PRIMARY KEY,
    -- The organ whose calls they are.
    organ TEXT NOT NULL,
    name TEXT NOT NULL,
    token_digest TEXT NOT NULL UNIQUE,
    issued_by TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    revoked_at BIGINT
);

-- Who is on duty, at which extension.
CREATE TABLE hotline_shift (
    id BIGINT NOT NULL PRIMARY KEY,
    organ TEXT NOT NULL,
    agent_id BIGINT NOT NULL,
    agent_name TEXT NOT NULL,
    line TEXT NOT NULL,
    -- `ready`, `resting`.
    state TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT,
    CHECK (ended_at IS NULL OR ended_at >= started_at)
);

CREATE UNIQUE INDEX hotline_shift_agent ON hotline_shift (agent_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX hotline_shift_line ON hotline_shift (organ, line) WHERE ended_at IS NULL;

CREATE TABLE hotline_call (
    id BIGINT NOT NULL PRIMARY KEY,
    exchange_id BIGINT NOT NULL REFERENCES hotline_exchange (id),
    -- The exchange's own number of it: what is told twice happened once.
    reference TEXT NOT NULL,
    organ TEXT NOT NULL,
    -- The number that calls, sealed; NULL when it is hidden.
    caller TEXT,
    caller_code TEXT,
    line TEXT NOT NULL,
    -- Whoever was on duty at the line; NULL when nobody was.
    agent_id BIGINT,
    agent_name TEXT,
    day TEXT NOT NULL,
    ringing_at BIGINT NOT NULL,
    answered_at BIGINT,
    ended_at BIGINT,
    -- `ticket`, `answered`, `emergency`, `other`; NULL until the agent has said what came of it.
    outcome TEXT,
    -- The ticket, or 110, 119, 120, or why nothing was to be done.
    outcome_key TEXT,
    concluded_at BIGINT,
    -- What was asked and answered, sealed.
    note TEXT,
    UNIQUE (exchange_id, reference),
    CHECK (answered_at IS NULL OR answered_at >= ringing_at),
    CHECK (ended_at IS NULL OR ended_at >= ringing_at),
    CHECK ((outcome IS NULL) = (concluded_at IS NULL))
);

CREATE INDEX hotline_call_agent ON hotline_call (agent_id, id);
CREATE INDEX hotline_call_caller ON hotline_call (caller_code, id);
-- Where nothing is sealed.
CREATE INDEX hotline_call_plain ON hotline_call (caller, id) WHERE caller_code IS NULL;
CREATE INDEX hotline_call_day ON hotline_call (organ, day, id);
CREATE INDEX hotline_call_open ON hotline_call (organ, id) WHERE ended_at IS NULL;
CREATE INDEX hotline_call_late ON hotline_call (ringing_at) WHERE ended_at IS NULL;
