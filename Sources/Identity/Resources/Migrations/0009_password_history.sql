-- Until when a password that an administrator made lets its owner in, to make one of their own; NULL for an owner's own.
ALTER TABLE account ADD COLUMN temporary_until BIGINT;
-- When the password was last changed; NULL while it is the first.
ALTER TABLE account ADD COLUMN password_changed_at BIGINT;

-- Passwords that were, so that they do not come back: the last five of each account.
CREATE TABLE past_password (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    password_hash TEXT NOT NULL
);
CREATE INDEX past_password_account ON past_password (account_id, id);
