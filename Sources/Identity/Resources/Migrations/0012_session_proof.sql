-- How the holder of a session proved who they are, joined by `+`, and when they last did.
ALTER TABLE session ADD COLUMN factors TEXT NOT NULL DEFAULT 'password';
ALTER TABLE session ADD COLUMN proved_at BIGINT NOT NULL DEFAULT 0;
-- What the browser said it is.
ALTER TABLE session ADD COLUMN agent TEXT NOT NULL DEFAULT '';

-- Browsers on which an account has signed in, by the hash of a mark that they keep.
CREATE TABLE known_device (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    device_hash TEXT NOT NULL,
    first_seen_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, device_hash)
);
CREATE INDEX known_device_age ON known_device (last_seen_at);
