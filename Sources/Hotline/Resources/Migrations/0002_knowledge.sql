-- What is known (知识库): one row for each question, with the version that is in force.
CREATE TABLE knowledge_entry (
    id BIGINT NOT NULL PRIMARY KEY,
    -- The organ responsible.
    organ TEXT NOT NULL,
    -- The version in force, and the one that waits for its review.
    version BIGINT,
    waiting BIGINT,
    is_public BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    valid_until TEXT,
    written_at BIGINT NOT NULL,
    retired_at BIGINT
);

CREATE INDEX knowledge_entry_organ ON knowledge_entry (organ, id);
CREATE INDEX knowledge_entry_waiting ON knowledge_entry (organ, id) WHERE waiting IS NOT NULL;
CREATE INDEX knowledge_entry_public ON knowledge_entry (id)
WHERE is_public = 1 AND version IS NOT NULL AND retired_at IS NULL;

-- Every text that was ever proposed.
CREATE TABLE knowledge_version (
    id BIGINT NOT NULL PRIMARY KEY,
    entry_id BIGINT NOT NULL REFERENCES knowledge_entry (id),
    number BIGINT NOT NULL,
    category TEXT NOT NULL,
    question TEXT NOT NULL,
    answer TEXT NOT NULL,
    -- Where it can be read.
    source TEXT NOT NULL,
    valid_until TEXT,
    is_public BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    -- `waiting`, `published`, `returned`.
    state TEXT NOT NULL,
    writer_id BIGINT NOT NULL,
    writer TEXT NOT NULL,
    written_at BIGINT NOT NULL,
    reviewer_id BIGINT,
    reviewer TEXT,
    reviewed_at BIGINT,
    reason TEXT,
    UNIQUE (entry_id, number),
    CHECK (reviewer_id IS NULL OR reviewer_id <> writer_id),
    CHECK ((state = 'waiting') = (reviewer_id IS NULL))
);

-- What readers say is out of date.
CREATE TABLE knowledge_feedback (
    id BIGINT NOT NULL PRIMARY KEY,
    entry_id BIGINT NOT NULL REFERENCES knowledge_entry (id),
    account_id BIGINT NOT NULL,
    reader TEXT NOT NULL,
    words TEXT NOT NULL,
    said_at BIGINT NOT NULL,
    settled_at BIGINT
);

CREATE INDEX knowledge_feedback_entry ON knowledge_feedback (entry_id, id);

-- What it is found by. Words are cut by the program; the tokenizer only splits at blanks.
CREATE VIRTUAL TABLE knowledge_text USING fts5 (words, tokenize = 'ascii', detail = 'none');
