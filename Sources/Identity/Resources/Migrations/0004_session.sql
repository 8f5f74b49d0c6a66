-- Open sessions. Only the hash of the token is kept: whoever reads this table cannot sign in with it.
CREATE TABLE session (
    id_hash TEXT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('page', 'api')),
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    -- The end whatever happens; the idle limit may end it earlier.
    expires_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    CHECK (created_at <= last_seen_at AND created_at < expires_at)
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expiry ON session (expires_at);
