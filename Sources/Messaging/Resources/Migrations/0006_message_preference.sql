-- By which ways a person wants to be told what, and when not; no row: as delivered.
CREATE TABLE message_preference (
    account_id BIGINT PRIMARY KEY,
    -- Minutes since midnight; both NULL: at any hour.
    quiet_from BIGINT CHECK (quiet_from BETWEEN 0 AND 1439),
    quiet_until BIGINT CHECK (quiet_until BETWEEN 0 AND 1439),
    -- What the person does not want, as JSON: ["progress/sms"].
    refused TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);

-- The mail address of an account (its id); used once the person has confirmed it.
CREATE TABLE message_mail_address (
    id BIGINT PRIMARY KEY,
    -- Sealed.
    address TEXT NOT NULL,
    code_hash TEXT,
    code_expires_at BIGINT,
    tries BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    CHECK ((code_hash IS NULL) = (confirmed_at IS NOT NULL))
);
