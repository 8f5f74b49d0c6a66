-- Changes to what roles may do: asked for by one person, decided by another. What was approved is a version of the
-- grants; what came with the program is version 0 and stands in no table.
CREATE TABLE grant_change (
    id BIGINT NOT NULL PRIMARY KEY,
    role TEXT NOT NULL,
    power TEXT NOT NULL,
    before_scope TEXT,
    before_grade TEXT,
    after_scope TEXT,
    after_grade TEXT,
    valid_from TEXT NOT NULL,
    reason TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    asker TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'withdrawn')),
    version BIGINT,
    decided_by BIGINT,
    decider TEXT,
    decided_at BIGINT,
    remark TEXT,
    CHECK ((before_scope IS NULL) = (before_grade IS NULL)),
    CHECK ((after_scope IS NULL) = (after_grade IS NULL)),
    -- Nobody decides what they asked for themselves.
    CHECK (state = 'withdrawn' OR decided_by IS NULL OR decided_by <> asked_by),
    CHECK ((state = 'open') = (decided_by IS NULL)),
    CHECK ((state = 'approved') = (version IS NOT NULL))
);
CREATE UNIQUE INDEX grant_change_version ON grant_change (version);
CREATE UNIQUE INDEX grant_change_open ON grant_change (role, power) WHERE state = 'open';
CREATE INDEX grant_change_waiting ON grant_change (id) WHERE state = 'open';
