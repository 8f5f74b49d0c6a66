-- What the platform keeps of a request for information beside its case: for the register, the report and the lists.
CREATE TABLE disclosure_request (
    -- The case.
    id BIGINT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    organ TEXT NOT NULL,
    account_id BIGINT,
    submission TEXT NOT NULL,
    category TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('information', 'correction')),
    filed_at BIGINT NOT NULL,
    received_on TEXT,
    ended_at BIGINT,
    -- The row of the annual report it counts in, once it is over.
    result TEXT,
    kind TEXT,
    -- The register, in words without personal data.
    public_title TEXT,
    public_words TEXT,
    published_at BIGINT,
    CHECK ((ended_at IS NULL) = (result IS NULL)),
    CHECK ((published_at IS NULL) = (public_title IS NULL)),
    CHECK (published_at IS NULL OR ended_at IS NOT NULL)
);

CREATE INDEX disclosure_request_by_account ON disclosure_request (account_id, id);
CREATE INDEX disclosure_request_by_organ ON disclosure_request (organ, id);
CREATE INDEX disclosure_request_filed ON disclosure_request (organ, filed_at);
CREATE INDEX disclosure_request_ended ON disclosure_request (organ, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX disclosure_request_open ON disclosure_request (organ, filed_at) WHERE ended_at IS NULL;
CREATE INDEX disclosure_request_published ON disclosure_request (published_at, id) WHERE published_at IS NOT NULL;

-- 征求第三方、其他机关意见: the time of it does not count, so each has its paper.
CREATE TABLE disclosure_consultation (
    id BIGINT NOT NULL PRIMARY KEY,
    request_id BIGINT NOT NULL REFERENCES disclosure_request (id),
    kind TEXT NOT NULL CHECK (kind IN ('third_party', 'co_author', 'organ')),
    party TEXT NOT NULL,
    about TEXT NOT NULL,
    evidence_file BIGINT NOT NULL,
    evidence_name TEXT NOT NULL,
    sent_at BIGINT NOT NULL,
    sent_by TEXT NOT NULL,
    due_on TEXT NOT NULL,
    reply TEXT CHECK (reply IN ('consents', 'objects', 'silent')),
    reply_words TEXT,
    replied_at BIGINT,
    CHECK ((reply IS NULL) = (replied_at IS NULL))
);

CREATE INDEX disclosure_consultation_by_request ON disclosure_consultation (request_id, id);

-- 信息处理费: asked for only where numbers are far beyond reason.
CREATE TABLE disclosure_fee (
    id BIGINT NOT NULL PRIMARY KEY,
    request_id BIGINT NOT NULL REFERENCES disclosure_request (id),
    items BIGINT NOT NULL CHECK (items > 0),
    yuan BIGINT NOT NULL CHECK (yuan > 0),
    issued_at BIGINT NOT NULL,
    issued_by TEXT NOT NULL,
    due_on TEXT NOT NULL,
    paid_at BIGINT
);

CREATE INDEX disclosure_fee_by_request ON disclosure_fee (request_id, id);

-- The last number of an answer that an organ has given in a year.
CREATE TABLE disclosure_serial (
    organ TEXT NOT NULL,
    year BIGINT NOT NULL,
    last BIGINT NOT NULL,
    PRIMARY KEY (organ, year)
);

-- What people add to the annual report: figures the platform does not have, and words.
CREATE TABLE disclosure_report (
    -- Whose report: an organ's, or the district's, which has no key.
    organ TEXT NOT NULL,
    year BIGINT NOT NULL,
    body TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    saved_by TEXT NOT NULL,
    PRIMARY KEY (organ, year)
);

-- The rules as the district has changed them, every version.
CREATE TABLE disclosure_rules (
    version BIGINT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL
);
