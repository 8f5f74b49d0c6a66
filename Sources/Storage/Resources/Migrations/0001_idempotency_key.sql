-- The answer to a request that must happen once, however often it is sent.
CREATE TABLE idempotency_key (
    account_id BIGINT NOT NULL,
    key TEXT NOT NULL,
    operation TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    status BIGINT NOT NULL,
    response TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, key)
);

CREATE INDEX idempotency_key_created_at ON idempotency_key (created_at);
