-- Failed sign-ins by name, for names that exist and for names that do not alike, so that neither an answer
-- nor a lock tells which names exist. The name is hashed: people type passwords into the wrong field.
CREATE TABLE failed_sign_in (
    name_hash TEXT NOT NULL PRIMARY KEY,
    failed_count BIGINT NOT NULL,
    last_failed_at BIGINT NOT NULL,
    locked_until BIGINT
);
CREATE INDEX failed_sign_in_age ON failed_sign_in (last_failed_at);
