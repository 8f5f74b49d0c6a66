-- Passkeys (Web Authentication Level 2): public keys only, the private ones never leave the authenticator.
CREATE TABLE passkey (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- Made by the authenticator, in base64url.
    credential_id TEXT NOT NULL UNIQUE,
    -- COSE (RFC 9052), in base64url.
    public_key TEXT NOT NULL,
    -- 0 when the authenticator does not count.
    sign_count BIGINT NOT NULL CHECK (sign_count >= 0),
    is_backed_up BIGINT NOT NULL CHECK (is_backed_up IN (0, 1)),
    -- What its owner calls it.
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT
);
CREATE INDEX passkey_account ON passkey (account_id, id);

-- Challenges that were answered: each is answered once. They carry their own proof and age; this is only their end.
CREATE TABLE spent_challenge (
    digest TEXT NOT NULL PRIMARY KEY,
    expires_at BIGINT NOT NULL
);
CREATE INDEX spent_challenge_age ON spent_challenge (expires_at);
