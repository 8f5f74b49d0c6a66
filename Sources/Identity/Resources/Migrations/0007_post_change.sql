-- Posts that are to be given or taken: asked for by one person, decided by another.
CREATE TABLE post_change (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    kind TEXT NOT NULL CHECK (kind IN ('grant', 'revoke')),
    organ TEXT NOT NULL,
    role TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    reason TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    asker TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'withdrawn')),
    decided_by BIGINT,
    decider TEXT,
    decided_at BIGINT,
    remark TEXT,
    -- Nobody decides about themselves, or what they asked for themselves.
    CHECK (state = 'withdrawn' OR decided_by IS NULL OR (decided_by <> asked_by AND decided_by <> account_id)),
    CHECK ((state = 'open') = (decided_by IS NULL))
);
CREATE INDEX post_change_open ON post_change (id) WHERE state = 'open';
CREATE INDEX post_change_account ON post_change (account_id, id);
