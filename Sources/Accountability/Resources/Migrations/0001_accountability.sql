-- Administrative accountability (行政问责): what is kept beside the cases. Where one stands follows its case, in the
-- transactions of the case.
CREATE TABLE accountability_inquiry (
    id BIGINT NOT NULL PRIMARY KEY,
    case_number TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL CHECK (source IN ('signal', 'order', 'complaint')),
    -- Id of the signal or the order, or the number of the complaint; whoever it is about never sees that of a complaint.
    reference TEXT NOT NULL,
    title TEXT NOT NULL,
    -- The facts of what it came from, as they were.
    evidence TEXT NOT NULL,
    organ TEXT NOT NULL,
    -- Whoever is held to account: the account, and the name, sealed.
    account_id BIGINT NOT NULL,
    person TEXT NOT NULL,
    -- What they are said to have done, sealed.
    facts TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('checking', 'hearing', 'deciding', 'serving', 'appealable', 'reviewing',
        'closed', 'withdrawn')),
    due_at BIGINT,
    proposed_by BIGINT NOT NULL,
    checked_by BIGINT,
    decided_by BIGINT,
    reviewed_by BIGINT,
    filed_at BIGINT NOT NULL,
    -- When whoever it is about was told of it.
    told_at BIGINT,
    served_at BIGINT,
    closed_at BIGINT,
    -- What came of it: `unfounded`, `spared`, `measure`, `revoked`, `withdrawn`.
    outcome TEXT CHECK (outcome IN ('unfounded', 'spared', 'measure', 'revoked', 'withdrawn')),
    measure TEXT,
    measure_name TEXT,
    CHECK (proposed_by <> account_id),
    CHECK (checked_by IS NULL OR (checked_by <> proposed_by AND checked_by <> account_id)),
    CHECK (decided_by IS NULL OR (decided_by <> proposed_by AND decided_by <> checked_by AND decided_by <> account_id)),
    CHECK (reviewed_by IS NULL OR (reviewed_by <> decided_by AND reviewed_by <> checked_by
        AND reviewed_by <> proposed_by AND reviewed_by <> account_id)),
    CHECK ((measure IS NULL) = (measure_name IS NULL))
);

CREATE INDEX accountability_open ON accountability_inquiry (coalesce(due_at, 253402300799000), id)
    WHERE closed_at IS NULL;
CREATE INDEX accountability_by_account ON accountability_inquiry (account_id, id);
CREATE INDEX accountability_by_organ ON accountability_inquiry (organ, id);
CREATE INDEX accountability_by_reference ON accountability_inquiry (source, reference, account_id);
CREATE INDEX accountability_closed ON accountability_inquiry (closed_at) WHERE closed_at IS NOT NULL;

-- What was said and done, with the words sealed.
CREATE TABLE accountability_step (
    id BIGINT NOT NULL PRIMARY KEY,
    inquiry_id BIGINT NOT NULL REFERENCES accountability_inquiry (id),
    kind TEXT NOT NULL,
    account_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    taken_at BIGINT NOT NULL
);

CREATE INDEX accountability_step_by_inquiry ON accountability_step (inquiry_id, id);
