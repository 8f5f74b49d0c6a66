-- Target responsibility (岗位目标责任制): the targets of an organ for a year, in versions that both sides agree on.
CREATE TABLE target_plan (
    id BIGINT NOT NULL PRIMARY KEY,
    year BIGINT NOT NULL,
    organ TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'offered', 'agreed', 'superseded')),
    targets TEXT NOT NULL,
    reason TEXT,
    side TEXT CHECK (side IN ('organ', 'district')),
    offered_by BIGINT,
    offered_by_name TEXT,
    offered_at BIGINT,
    answered_by BIGINT,
    answered_by_name TEXT,
    answered_at BIGINT,
    objection TEXT,
    UNIQUE (year, organ, version),
    CHECK ((state = 'draft') = (offered_by IS NULL)),
    CHECK (state NOT IN ('agreed', 'superseded') OR answered_by IS NOT NULL),
    CHECK (answered_by IS NULL OR answered_by <> offered_by)
);

CREATE INDEX target_plan_by_organ ON target_plan (organ, year);

-- What was said to be reached, with its evidence, and what another person made of it.
CREATE TABLE target_report (
    id BIGINT NOT NULL PRIMARY KEY,
    year BIGINT NOT NULL,
    organ TEXT NOT NULL,
    milestone BIGINT NOT NULL,
    words TEXT NOT NULL,
    evidence TEXT NOT NULL,
    reported_by BIGINT NOT NULL,
    reported_by_name TEXT NOT NULL,
    reported_at BIGINT NOT NULL,
    ruling TEXT CHECK (ruling IN ('accepted', 'returned')),
    ruled_by BIGINT,
    ruled_by_name TEXT,
    ruled_at BIGINT,
    opinion TEXT,
    CHECK ((ruling IS NULL) = (ruled_by IS NULL)),
    CHECK (ruled_by IS NULL OR ruled_by <> reported_by)
);

CREATE INDEX target_report_by_organ ON target_report (organ, year, id);
