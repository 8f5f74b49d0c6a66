-- For which enterprises an account may act (企业办事人), and on which days.
CREATE TABLE agency (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    entity_code TEXT NOT NULL REFERENCES legal_entity (credit_code),
    valid_from TEXT NOT NULL,
    -- The last day; NULL while the authorisation has no end.
    valid_until TEXT,
    PRIMARY KEY (account_id, entity_code),
    CHECK (valid_until IS NULL OR valid_from <= valid_until)
);
