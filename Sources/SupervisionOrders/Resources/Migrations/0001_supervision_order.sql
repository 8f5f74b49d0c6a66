-- Supervision orders (督查督办): what is kept beside their cases. Where one stands follows its case, in the transactions of
-- the case.
CREATE TABLE supervision_order (
    id BIGINT NOT NULL PRIMARY KEY,
    case_number TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('signal', 'instruction', 'meeting', 'proposal', 'complaint')),
    -- What it came from: the number of a signal or a case, the title of minutes.
    reference TEXT NOT NULL,
    -- What the leader, the meeting or the deputy has said.
    words TEXT NOT NULL,
    lead TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('working', 'verifying', 'closed', 'struck')),
    due_at BIGINT,
    filed_by BIGINT NOT NULL,
    filed_by_name TEXT NOT NULL,
    filed_at BIGINT NOT NULL,
    closed_at BIGINT,
    circular TEXT,
    circulated_at BIGINT,
    struck_reason TEXT
);

CREATE INDEX supervision_order_open ON supervision_order (coalesce(due_at, 253402300799000), id)
    WHERE closed_at IS NULL;
CREATE INDEX supervision_order_by_stage ON supervision_order (stage, id);
CREATE INDEX supervision_order_by_reference ON supervision_order (reference, id);

-- Who does what: the lead organ first, each with its part.
CREATE TABLE supervision_order_part (
    order_id BIGINT NOT NULL REFERENCES supervision_order (id),
    organ TEXT NOT NULL,
    position BIGINT NOT NULL,
    duty TEXT NOT NULL,
    PRIMARY KEY (order_id, organ)
);

CREATE INDEX supervision_order_part_by_organ ON supervision_order_part (organ, order_id);

-- What an organ has reported, with its evidence.
CREATE TABLE supervision_order_feedback (
    id BIGINT NOT NULL PRIMARY KEY,
    order_id BIGINT NOT NULL REFERENCES supervision_order (id),
    organ TEXT NOT NULL,
    by_name TEXT NOT NULL,
    words TEXT NOT NULL,
    evidence TEXT NOT NULL,
    reported_at BIGINT NOT NULL
);

CREATE INDEX supervision_order_feedback_by_order ON supervision_order_feedback (order_id, id);

-- Whoever holds a role, in whatever body.
CREATE INDEX IF NOT EXISTS account_post_by_role ON account_post (role, account_id);
