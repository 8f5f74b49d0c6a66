-- What a person is told about a matter; channel 'in-site' is delivered by being stored.
CREATE TABLE message (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    subject TEXT NOT NULL,
    template TEXT NOT NULL,
    parameters TEXT NOT NULL,
    channel TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    read_at BIGINT,
    sent_at BIGINT
);

CREATE INDEX message_inbox ON message (account_id, channel, created_at, id);

CREATE INDEX message_unread ON message (account_id, channel) WHERE read_at IS NULL;
