-- Programs of the organs that send through this house, let in by two people.
CREATE TABLE message_program (
    id BIGINT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    daily_limit BIGINT NOT NULL CHECK (daily_limit > 0),
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'ended')),
    drafted_by BIGINT NOT NULL,
    drafter TEXT NOT NULL,
    drafted_at BIGINT NOT NULL,
    decided_by BIGINT,
    decider TEXT,
    decided_at BIGINT,
    CHECK (decided_by IS NULL OR decided_by <> drafted_by),
    CHECK (state <> 'approved' OR decided_by IS NOT NULL)
);

-- What a program proves itself by. The secret is sealed: signatures are checked with it.
CREATE TABLE message_key (
    id BIGINT PRIMARY KEY,
    program_id BIGINT NOT NULL REFERENCES message_program (id),
    name TEXT NOT NULL,
    is_test BIGINT NOT NULL CHECK (is_test IN (0, 1)),
    secret TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    issuer TEXT NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX message_key_program ON message_key (program_id, id);

-- How much a program has sent on a day.
CREATE TABLE message_program_day (
    program_id BIGINT NOT NULL REFERENCES message_program (id),
    day TEXT NOT NULL,
    sent BIGINT NOT NULL,
    PRIMARY KEY (program_id, day)
);
