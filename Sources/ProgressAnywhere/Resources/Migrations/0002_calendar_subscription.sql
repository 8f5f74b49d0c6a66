-- Secret addresses under which a calendar program reads the days of somebody's matters; only the digest is kept.
CREATE TABLE calendar_subscription (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    name TEXT NOT NULL,
    token_digest TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    last_read_on TEXT,
    ended_at BIGINT
);
CREATE UNIQUE INDEX calendar_subscription_token ON calendar_subscription (token_digest);
CREATE INDEX calendar_subscription_account ON calendar_subscription (account_id, id);
