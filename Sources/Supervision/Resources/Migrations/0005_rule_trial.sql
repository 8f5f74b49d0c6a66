-- What a version of a rule would have found in all cases of the twelve months before it was asked: found by a job. It holds
-- for the rule as it read then.
CREATE TABLE supervision_trial (
    rule_id BIGINT NOT NULL PRIMARY KEY REFERENCES supervision_rule (id),
    job_id BIGINT NOT NULL,
    body TEXT NOT NULL,
    asked_by_name TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    outcome TEXT,
    finished_at BIGINT,
    CHECK ((outcome IS NULL) = (finished_at IS NULL))
);
