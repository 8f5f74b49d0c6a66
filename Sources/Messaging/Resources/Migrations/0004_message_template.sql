-- What is sent: sentences of the house (program_id 0) that somebody has rewritten, and what programs send.
CREATE TABLE message_template (
    id BIGINT PRIMARY KEY,
    key TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    program_id BIGINT NOT NULL,
    channel TEXT CHECK (channel IN ('sms', 'mail')),
    name TEXT NOT NULL,
    in_site TEXT NOT NULL,
    sms TEXT NOT NULL,
    mail_subject TEXT NOT NULL,
    mail TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by BIGINT NOT NULL,
    publisher TEXT NOT NULL,
    is_current BIGINT NOT NULL CHECK (is_current IN (0, 1)),
    CHECK ((program_id = 0) = (channel IS NULL)),
    UNIQUE (program_id, key, version)
);

CREATE UNIQUE INDEX message_template_current ON message_template (program_id, key) WHERE is_current = 1;
