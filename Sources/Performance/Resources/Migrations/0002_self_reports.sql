-- What an organ states of itself for an indicator of a period (自评), with what proves it; somebody else reviews it.
CREATE TABLE performance_report (
    id BIGINT NOT NULL PRIMARY KEY,
    period TEXT NOT NULL,
    organ TEXT NOT NULL,
    indicator TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('submitted', 'returned', 'accepted')),
    -- As the organ states it, and as it was accepted, in hundredths.
    stated BIGINT NOT NULL,
    accepted BIGINT,
    -- Who said what with which files, in the order of time.
    course TEXT NOT NULL,
    reported_by BIGINT NOT NULL,
    reviewed_by BIGINT,
    revision BIGINT NOT NULL,
    UNIQUE (period, organ, indicator),
    CHECK ((state = 'accepted') = (accepted IS NOT NULL)),
    CHECK (reviewed_by IS NULL OR reviewed_by <> reported_by)
);

CREATE INDEX performance_report_by_organ ON performance_report (organ, id);
CREATE INDEX performance_report_by_state ON performance_report (state, id);

-- The accepted values as they were when the period was frozen, in hundredths: what its points were computed with.
CREATE TABLE performance_reported (
    period TEXT NOT NULL REFERENCES performance_period (period),
    organ TEXT NOT NULL,
    indicator TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (period, organ, indicator)
);
