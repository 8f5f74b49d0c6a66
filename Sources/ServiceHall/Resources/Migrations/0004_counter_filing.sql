-- What a program of the counter asks somebody's yes for: one at a time for each clerk and applicant. The answer stands in
-- draft_confirmation under the same id.
CREATE TABLE counter_filing (
    id BIGINT NOT NULL PRIMARY KEY,
    clerk_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    UNIQUE (clerk_id, account_id)
);

CREATE INDEX counter_filing_by_time ON counter_filing (asked_at);
