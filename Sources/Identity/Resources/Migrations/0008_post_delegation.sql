-- Who stands in for whom while they are away (请假代理): what their posts in one organ let them do.
CREATE TABLE post_delegation (
    id BIGINT NOT NULL PRIMARY KEY,
    from_account BIGINT NOT NULL REFERENCES account (id),
    to_account BIGINT NOT NULL REFERENCES account (id),
    organ TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    reason TEXT NOT NULL,
    arranged_by BIGINT NOT NULL,
    arranger TEXT NOT NULL,
    arranged_at BIGINT NOT NULL,
    ended_by BIGINT,
    ender TEXT,
    ended_at BIGINT,
    CHECK (from_account <> to_account),
    CHECK (valid_from <= valid_until),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX post_delegation_from ON post_delegation (from_account, valid_until);
CREATE INDEX post_delegation_to ON post_delegation (to_account, valid_until);
CREATE INDEX post_delegation_organ ON post_delegation (organ, id);
