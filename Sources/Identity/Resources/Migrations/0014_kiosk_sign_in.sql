-- A kiosk that waits for somebody to confirm on the telephone. It is used once and soon forgotten.
CREATE TABLE kiosk_sign_in (
    id BIGINT NOT NULL PRIMARY KEY,
    -- The digest of the code that the kiosk shows.
    code_hash TEXT NOT NULL UNIQUE,
    -- The digest of the cookie that the kiosk alone holds.
    holder_hash TEXT NOT NULL UNIQUE,
    -- What the kiosk is called, where it stands.
    kiosk TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    account_id BIGINT REFERENCES account (id) ON DELETE CASCADE,
    confirmed_at BIGINT,
    collected_at BIGINT,
    CHECK ((account_id IS NULL) = (confirmed_at IS NULL)),
    CHECK (collected_at IS NULL OR confirmed_at IS NOT NULL)
);
CREATE INDEX kiosk_sign_in_age ON kiosk_sign_in (expires_at);
