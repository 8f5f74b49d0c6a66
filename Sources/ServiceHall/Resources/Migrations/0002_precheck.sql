-- 预审: an application that somebody has the hall look at before it is handed in. It starts no clock.
CREATE TABLE draft_precheck (
    draft_id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL,
    -- The hall that looks at it.
    organ TEXT NOT NULL,
    item_name TEXT NOT NULL,
    requested_at BIGINT NOT NULL,
    passed BIGINT CHECK (passed IN (0, 1)),
    words TEXT,
    missing TEXT,
    answered_by BIGINT,
    answered_by_name TEXT,
    answered_at BIGINT,
    CHECK ((answered_at IS NULL) = (passed IS NULL)),
    CHECK (answered_by IS NULL OR answered_by <> account_id)
);

CREATE INDEX draft_precheck_waiting ON draft_precheck (organ, requested_at, draft_id) WHERE answered_at IS NULL;
