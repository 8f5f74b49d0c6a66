-- The joint annual inspection (联合年检) of a year: which organs look at enterprises, and what each asks.
CREATE TABLE inspection_plan (
    id BIGINT NOT NULL PRIMARY KEY,
    year BIGINT NOT NULL UNIQUE,
    -- The organ that prepares and publishes it.
    lead TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    parts TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('drawn', 'published')),
    revision BIGINT NOT NULL,
    edited_by BIGINT NOT NULL,
    published_by BIGINT,
    published_at BIGINT,
    CHECK (closes_on >= opens_on),
    CHECK (published_by IS NULL OR published_by <> edited_by),
    CHECK ((state = 'published') = (published_by IS NOT NULL))
);

-- What an enterprise says in a year, once for all organs.
CREATE TABLE inspection_filing (
    id BIGINT NOT NULL PRIMARY KEY,
    plan_id BIGINT NOT NULL REFERENCES inspection_plan (id),
    year BIGINT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    account_id BIGINT NOT NULL,
    filed_by TEXT NOT NULL,
    filed_at BIGINT NOT NULL,
    answers TEXT NOT NULL,
    -- The questions whose answers of the year before were confirmed.
    carried TEXT NOT NULL,
    UNIQUE (plan_id, code)
);

CREATE INDEX inspection_filing_by_code ON inspection_filing (code, year);

-- What each organ finds of it.
CREATE TABLE inspection_part (
    filing_id BIGINT NOT NULL REFERENCES inspection_filing (id),
    organ TEXT NOT NULL,
    plan_id BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'correcting', 'corrected', 'passed', 'failed')),
    reason TEXT,
    correct_by TEXT,
    correction TEXT,
    decided_by BIGINT,
    decider TEXT,
    decided_at BIGINT,
    PRIMARY KEY (filing_id, organ),
    CHECK (state <> 'correcting' OR correct_by IS NOT NULL),
    CHECK (state NOT IN ('passed', 'failed') OR decided_by IS NOT NULL)
);

CREATE INDEX inspection_part_by_state ON inspection_part (plan_id, organ, state, filing_id);

-- Who has to file in a year, and whether they have.
CREATE TABLE inspection_duty (
    plan_id BIGINT NOT NULL REFERENCES inspection_plan (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    filing_id BIGINT,
    PRIMARY KEY (plan_id, code)
);

CREATE INDEX inspection_duty_open ON inspection_duty (plan_id, code) WHERE filing_id IS NULL;
