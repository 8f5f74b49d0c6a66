-- A secret that has been shown and not yet confirmed with a code. One for each account; the next replaces it.
CREATE TABLE totp_enrolment (
    account_id BIGINT NOT NULL PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
    secret TEXT NOT NULL,
    created_at BIGINT NOT NULL
);

-- Recovery codes, each good once. They are 80 random bits, so a plain digest keeps them.
CREATE TABLE recovery_code (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    code_hash TEXT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (account_id, code_hash)
);
