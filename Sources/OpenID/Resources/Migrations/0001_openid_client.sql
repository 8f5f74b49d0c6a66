-- Programs that let their visitors sign in here, as the security administrator has approved them.
CREATE TABLE openid_client (
    id BIGINT NOT NULL PRIMARY KEY,
    client_id TEXT NOT NULL UNIQUE,
    -- What was approved: addresses, scopes, algorithm.
    terms TEXT NOT NULL,
    closed_at BIGINT,
    -- SHA-256 of 32 random bytes: there is nothing to guess, so it needs no salt.
    secret_hash TEXT,
    secret_made_at BIGINT,
    -- The one before, which still counts for a while.
    former_secret_hash TEXT,
    former_secret_until BIGINT,
    CHECK ((secret_hash IS NULL) = (secret_made_at IS NULL)),
    CHECK ((former_secret_hash IS NULL) = (former_secret_until IS NULL))
);

-- What a system administrator asked for and a security administrator decides.
CREATE TABLE openid_client_change (
    id BIGINT NOT NULL PRIMARY KEY,
    client BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('register', 'amend', 'close')),
    terms TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    asker TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'withdrawn')),
    decided_by BIGINT,
    decider TEXT,
    decided_at BIGINT,
    remark TEXT,
    CHECK ((state = 'open') = (decided_by IS NULL)),
    -- Four eyes, whatever the program does.
    CHECK (state NOT IN ('approved', 'refused') OR decided_by <> asked_by)
);
CREATE INDEX openid_client_change_client ON openid_client_change (client, id);
CREATE UNIQUE INDEX openid_client_change_open ON openid_client_change (client) WHERE state = 'open';
CREATE INDEX openid_client_change_waiting ON openid_client_change (id) WHERE state = 'open';
