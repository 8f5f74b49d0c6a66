-- Who acts in another person's name (代亲友办事): with their consent, or as the guardian of a minor or of an adult
-- without capacity.
CREATE TABLE personal_mandate (
    id BIGINT NOT NULL PRIMARY KEY,
    principal_id BIGINT NOT NULL REFERENCES person (id),
    agent_id BIGINT NOT NULL REFERENCES account (id),
    -- What the agent is to the principal.
    relation TEXT NOT NULL,
    basis TEXT NOT NULL CHECK (basis IN ('consent', 'minor', 'incapacity')),
    -- A JSON list of the slugs of services; NULL for all of them.
    services TEXT,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    agreed_way TEXT CHECK (agreed_way IN ('account', 'counter', 'code')),
    agreed_at BIGINT,
    -- The clerk who recorded it, and the papers they saw (sealed).
    recorded_by BIGINT REFERENCES account (id),
    evidence TEXT,
    code_hash TEXT,
    code_sent_at BIGINT,
    code_tries BIGINT NOT NULL DEFAULT 0,
    ended_by BIGINT REFERENCES account (id),
    ended_at BIGINT,
    end_reason TEXT,
    CHECK (valid_from <= valid_until),
    CHECK ((agreed_at IS NULL) = (agreed_way IS NULL)),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL)),
    CHECK (basis = 'consent' OR (recorded_by IS NOT NULL AND evidence IS NOT NULL)),
    -- Nobody records what concerns themselves.
    CHECK (recorded_by IS NULL OR recorded_by <> agent_id)
);
CREATE INDEX personal_mandate_agent ON personal_mandate (agent_id, id);
CREATE INDEX personal_mandate_principal ON personal_mandate (principal_id, id);
