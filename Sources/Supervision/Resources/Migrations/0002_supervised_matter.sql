-- Kinds of matters that are done elsewhere and supervised here: every version of every kind.
CREATE TABLE supervised_kind (
    id BIGINT NOT NULL PRIMARY KEY,
    kind_key TEXT NOT NULL,
    version BIGINT NOT NULL,
    body TEXT NOT NULL,
    edited_by_name TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    UNIQUE (kind_key, version)
);

-- One matter as it was last reported. Its ids come from the same source as those of cases, and are nobody else's.
CREATE TABLE supervised_matter (
    id BIGINT NOT NULL PRIMARY KEY,
    kind_key TEXT NOT NULL,
    kind_version BIGINT NOT NULL,
    external_key TEXT NOT NULL,
    -- The kind and the key: under this the journal knows it. No case has a colon in its number.
    number TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    organ TEXT NOT NULL,
    state TEXT NOT NULL,
    begins_at BIGINT NOT NULL,
    due_at BIGINT,
    limit_text TEXT,
    ends_at BIGINT,
    fields TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    revision BIGINT NOT NULL,
    UNIQUE (kind_key, external_key)
);

CREATE INDEX supervised_matter_open ON supervised_matter (id) WHERE ends_at IS NULL;
CREATE INDEX supervised_matter_by_receipt ON supervised_matter (received_at);
CREATE INDEX supervised_matter_of_kind ON supervised_matter (kind_key, id);
CREATE INDEX supervised_matter_of_organ ON supervised_matter (kind_key, organ, id);

-- What was reported of it, one time after another: a correction takes nothing away.
CREATE TABLE supervised_matter_version (
    matter_id BIGINT NOT NULL REFERENCES supervised_matter (id),
    revision BIGINT NOT NULL,
    fields TEXT NOT NULL,
    delivered_by BIGINT NOT NULL,
    delivered_by_name TEXT NOT NULL,
    delivered_at BIGINT NOT NULL,
    PRIMARY KEY (matter_id, revision)
);
