-- Until when an organ may appeal against a frozen period, by the calendar of that day; and which corrections of its months
-- were in the figures it was frozen with (JSON, ids). NULL for periods that were frozen before there were appeals.
ALTER TABLE performance_period ADD COLUMN appeals_until BIGINT;
ALTER TABLE performance_period ADD COLUMN inherited TEXT;

-- An organ appeals against an indicator of a frozen period (申诉); somebody else decides.
CREATE TABLE performance_appeal (
    id BIGINT NOT NULL PRIMARY KEY,
    period TEXT NOT NULL REFERENCES performance_period (period),
    organ TEXT NOT NULL,
    indicator TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('submitted', 'withdrawn', 'upheld', 'corrected')),
    -- Working days in which it is to be decided.
    decide_days BIGINT NOT NULL,
    appealed_at BIGINT NOT NULL,
    -- Who said what with which files, in the order of time.
    course TEXT NOT NULL,
    appealed_by BIGINT NOT NULL,
    decided_by BIGINT,
    revision BIGINT NOT NULL,
    CHECK ((state IN ('upheld', 'corrected')) = (decided_by IS NOT NULL)),
    CHECK (decided_by IS NULL OR decided_by <> appealed_by)
);

CREATE UNIQUE INDEX performance_appeal_once ON performance_appeal (period, organ, indicator)
    WHERE state <> 'withdrawn';
CREATE INDEX performance_appeal_by_organ ON performance_appeal (organ, id);
CREATE INDEX performance_appeal_by_state ON performance_appeal (state, id);

-- What an appeal has put right. It stands beside the frozen figure, which never changes; a row here never changes either.
CREATE TABLE performance_correction (
    id BIGINT NOT NULL PRIMARY KEY,
    appeal_id BIGINT NOT NULL REFERENCES performance_appeal (id),
    period TEXT NOT NULL,
    organ TEXT NOT NULL,
    indicator TEXT NOT NULL,
    -- A named figure, or 'reported' (then in hundredths) for what the organ reports for the indicator.
    figure TEXT NOT NULL,
    -- NULL where nothing counted before.
    amount_before BIGINT,
    amount_after BIGINT NOT NULL,
    reason TEXT NOT NULL,
    corrected_by BIGINT NOT NULL,
    corrected_by_name TEXT NOT NULL,
    corrected_at BIGINT NOT NULL,
    CHECK (amount_before IS NULL OR amount_before <> amount_after)
);

CREATE INDEX performance_correction_by_period ON performance_correction (period, organ, id);
CREATE INDEX performance_correction_by_appeal ON performance_correction (appeal_id);
