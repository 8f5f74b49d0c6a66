-- What goes out of the house: a message to a person on one more way, or what a program sends to somebody.
CREATE TABLE message_delivery (
    id BIGINT PRIMARY KEY,
    message_id BIGINT,
    account_id BIGINT,
    program_id BIGINT,
    -- By which a program knows it.
    code TEXT,
    reference TEXT,
    template_key TEXT,
    template_version BIGINT,
    channel TEXT NOT NULL CHECK (channel IN ('sms', 'mail')),
    kind TEXT NOT NULL,
    -- Sealed. Of the house's own messages the address is looked up when they are sent.
    recipient TEXT,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN
        ('waiting', 'sent', 'delivered', 'refused', 'undelivered', 'exhausted', 'skipped')),
    attempts BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    sent_at BIGINT,
    finished_at BIGINT,
    carrier TEXT,
    carrier_reference TEXT,
    failure TEXT,
    CHECK ((message_id IS NULL) = (program_id IS NOT NULL)),
    CHECK ((program_id IS NULL) = (code IS NULL)),
    CHECK ((state IN ('waiting', 'sent')) = (finished_at IS NULL))
);

CREATE UNIQUE INDEX message_delivery_way ON message_delivery (message_id, channel);

CREATE UNIQUE INDEX message_delivery_code ON message_delivery (code);

CREATE INDEX message_delivery_program ON message_delivery (program_id, id);

CREATE INDEX message_delivery_reference ON message_delivery (program_id, reference, id);

CREATE INDEX message_delivery_state ON message_delivery (state, id);

CREATE INDEX message_delivery_carrier ON message_delivery (carrier, carrier_reference);

CREATE INDEX message_delivery_finished ON message_delivery (finished_at);

-- Every try to hand one over.
CREATE TABLE message_attempt (
    delivery_id BIGINT NOT NULL REFERENCES message_delivery (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    at BIGINT NOT NULL,
    carrier TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('accepted', 'refused', 'failed')),
    reason TEXT,
    PRIMARY KEY (delivery_id, number)
);
