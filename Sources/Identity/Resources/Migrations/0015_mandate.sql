-- What a legal representative has authorised somebody to apply for in an enterprise's name (企业授权办事).
CREATE TABLE mandate (
    id BIGINT NOT NULL PRIMARY KEY,
    entity_code TEXT NOT NULL REFERENCES legal_entity (credit_code),
    granted_by BIGINT NOT NULL REFERENCES account (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    -- A JSON list of the slugs of services; NULL for all of them.
    services TEXT,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    granted_at BIGINT NOT NULL,
    ended_by BIGINT REFERENCES account (id),
    ended_at BIGINT,
    CHECK (granted_by <> account_id),
    CHECK (valid_from <= valid_until),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX mandate_agent ON mandate (account_id, id);
CREATE INDEX mandate_entity ON mandate (entity_code, id);
