-- The yes of whoever an application is filled in for at the counter: to these answers and materials, and how it was given.
CREATE TABLE draft_confirmation (
    draft_id BIGINT NOT NULL PRIMARY KEY,
    -- Of what was to be confirmed: what is changed afterwards has to be confirmed anew.
    content_digest TEXT NOT NULL,
    code_digest TEXT,
    sent_at BIGINT,
    tries BIGINT NOT NULL,
    way TEXT CHECK (way IN ('card_reader', 'card_seen', 'agent_card', 'code')),
    confirmed_by TEXT,
    confirmed_at BIGINT,
    CHECK ((way IS NULL) = (confirmed_at IS NULL)),
    CHECK ((code_digest IS NULL) = (sent_at IS NULL))
);
