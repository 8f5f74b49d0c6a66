-- What a person asks for about their own data (个人信息保护法 arts. 44–50), and the complaint about a reading.
CREATE TABLE person_request (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id),
    account_name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('correction', 'deletion', 'consent_withdrawal', 'complaint')),
    -- The organ that answers; NULL: the audit administrator.
    organ TEXT,
    case_number TEXT,
    -- The reading that is complained about.
    entry_id BIGINT,
    words TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'granted', 'refused')),
    answer TEXT,
    answered_by BIGINT,
    answered_by_name TEXT,
    answered_at BIGINT,
    CHECK ((state = 'open') = (answered_at IS NULL)),
    CHECK (answered_by IS NULL OR answered_by <> account_id)
);

CREATE INDEX person_request_by_account ON person_request (account_id, id);

CREATE INDEX person_request_open ON person_request (organ, id) WHERE state = 'open';
