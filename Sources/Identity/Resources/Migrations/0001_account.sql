-- Who may sign in. A citizen's account points to the person; an officer's has posts.
CREATE TABLE account (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    display_name TEXT NOT NULL,
    -- Argon2id in the PHC string format, salt and cost included.
    password_hash TEXT NOT NULL,
    -- The shared secret of RFC 6238 in base32; NULL while no second factor is registered.
    totp_secret TEXT,
    -- The last time step a code was accepted for: a code is good once (RFC 6238 §5.2).
    totp_last_step BIGINT NOT NULL,
    person_id BIGINT REFERENCES person (id),
    created_at BIGINT NOT NULL,
    disabled BIGINT NOT NULL CHECK (disabled IN (0, 1))
);
