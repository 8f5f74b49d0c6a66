-- Files that may become the next version of a process, from upload to publication.
CREATE TABLE process_proposal (
    id BIGINT NOT NULL PRIMARY KEY,
    process TEXT NOT NULL,
    name TEXT NOT NULL,
    xml TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'validated', 'published', 'discarded')),
    uploaded_by BIGINT NOT NULL,
    uploader TEXT NOT NULL,
    uploaded_at BIGINT NOT NULL,
    decided_by BIGINT,
    decider TEXT,
    decided_at BIGINT,
    remark TEXT,
    version BIGINT,
    CHECK ((state = 'published') = (version IS NOT NULL))
);

CREATE INDEX process_proposal_by_process ON process_proposal (process, id);
CREATE INDEX process_proposal_by_state ON process_proposal (state, id);
