-- Work that is to be done once and survives every crash: one row a job. What a step of it changed and how far it
-- has come are committed together.
CREATE TABLE queued_job (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    -- What makes it the same job: the second one of a kind with the same key is the first.
    key TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'set_aside', 'cancelled')),
    -- Tries since the last step that was committed.
    attempts BIGINT NOT NULL CHECK (attempts >= 0),
    due_at BIGINT NOT NULL,
    holder TEXT,
    leased_until BIGINT,
    -- Where the next step begins; NULL before the first.
    cursor TEXT,
    step_count BIGINT NOT NULL CHECK (step_count >= 0),
    done_count BIGINT NOT NULL CHECK (done_count >= 0),
    total_count BIGINT,
    -- Thousandths done a second, over the recent steps.
    rate_millis BIGINT,
    stepped_at BIGINT,
    started_at BIGINT,
    finished_at BIGINT,
    -- For the log and the administrator; never personal data.
    last_error TEXT,
    created_at BIGINT NOT NULL,
    -- The account that asked for it; 0 for the system.
    created_by BIGINT NOT NULL,
    UNIQUE (kind, key),
    CHECK ((state = 'running') = (holder IS NOT NULL)),
    CHECK ((holder IS NULL) = (leased_until IS NULL)),
    CHECK ((state IN ('done', 'cancelled')) = (finished_at IS NOT NULL))
);

-- Which is next.
CREATE INDEX queued_job_due ON queued_job (due_at, id) WHERE state = 'waiting';
-- Whose node is gone.
CREATE INDEX queued_job_lease ON queued_job (leased_until) WHERE state = 'running';
-- The page: each state, newest first.
CREATE INDEX queued_job_by_state ON queued_job (state, id);
-- What is over, in the order in which it is forgotten and shown.
CREATE INDEX queued_job_ended ON queued_job (finished_at, id) WHERE finished_at IS NOT NULL;
