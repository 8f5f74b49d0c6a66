-- Who did what, when, with which outcome. Rows are only ever added; see 0002.
-- salt and leaf_hash are hexadecimal; leaf_index is NULL until the entry has its place in the Merkle tree.
CREATE TABLE journal_entry (
    id BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_id BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    actor_organ TEXT,
    actor_roles TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
    channel TEXT NOT NULL,
    address TEXT NOT NULL,
    before_digest TEXT,
    after_digest TEXT,
    template TEXT NOT NULL,
    parameters TEXT NOT NULL,
    is_public BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    detail TEXT NOT NULL,
    salt TEXT NOT NULL CHECK (length(salt) = 32),
    leaf_hash TEXT NOT NULL CHECK (length(leaf_hash) = 64),
    leaf_index BIGINT
);

CREATE INDEX journal_entry_subject ON journal_entry (subject, id);

CREATE INDEX journal_entry_actor ON journal_entry (actor_id, id);

-- What the sequencer has yet to order.
CREATE INDEX journal_entry_unsequenced ON journal_entry (id) WHERE leaf_index IS NULL;

CREATE UNIQUE INDEX journal_entry_leaf ON journal_entry (leaf_index) WHERE leaf_index IS NOT NULL;
