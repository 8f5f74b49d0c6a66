-- Rules that a district has changed, as the text its administrators edit, every version kept.
CREATE TABLE rule_text (
    -- Which rules: `service_request_rules` …
    book TEXT NOT NULL,
    version BIGINT NOT NULL CHECK (version > 0),
    body TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL,
    PRIMARY KEY (book, version)
);
