-- An auditor finds a person by the name people know.
CREATE INDEX audit_account_by_display_name ON account (display_name, id);

-- What counts as unusual, and how long requests of persons may take: every version stays.
CREATE TABLE audit_rules (
    version BIGINT NOT NULL PRIMARY KEY CHECK (version > 0),
    body TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- How far the journal has been looked through: the place of the next entry in the log.
CREATE TABLE audit_progress (
    name TEXT NOT NULL PRIMARY KEY,
    next_place BIGINT NOT NULL
);

-- What has been counted of a pattern in one span of time; forgotten when the span is long over.
CREATE TABLE audit_tally (
    pattern TEXT NOT NULL,
    key TEXT NOT NULL,
    member TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (pattern, key, member)
);

CREATE INDEX audit_tally_by_age ON audit_tally (at);

-- Disclosures after which something should have been done in the case.
CREATE TABLE audit_disclosure (
    entry_id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL,
    account_name TEXT NOT NULL,
    organ TEXT,
    case_number TEXT NOT NULL,
    at BIGINT NOT NULL,
    due_at BIGINT NOT NULL
);

CREATE INDEX audit_disclosure_by_due ON audit_disclosure (due_at, entry_id);

-- What was unusual, and what came of it.
CREATE TABLE audit_finding (
    id BIGINT NOT NULL PRIMARY KEY,
    pattern TEXT NOT NULL,
    key TEXT NOT NULL,
    rules_version BIGINT NOT NULL,
    who TEXT NOT NULL,
    account_id BIGINT NOT NULL,
    organ TEXT,
    subject TEXT NOT NULL,
    count BIGINT NOT NULL CHECK (count > 0),
    since BIGINT NOT NULL,
    until BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'dismissed', 'handed')),
    words TEXT,
    settled_by TEXT,
    settled_at BIGINT,
    UNIQUE (pattern, key),
    CHECK ((state = 'open') = (settled_at IS NULL))
);

CREATE INDEX audit_finding_by_state ON audit_finding (state, id);
