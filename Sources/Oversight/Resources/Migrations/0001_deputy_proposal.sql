-- What deputies of the people's congress and members of the political consultative conference ask supervision to follow up
-- (代表、委员提出的督办建议). An order that came from one has its reference.
CREATE TABLE deputy_proposal (
    id BIGINT NOT NULL PRIMARY KEY,
    reference TEXT NOT NULL UNIQUE,
    account_id BIGINT NOT NULL REFERENCES account (id),
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    -- The organ that should answer, as the deputy sees it.
    organ TEXT NOT NULL,
    raised_at BIGINT NOT NULL,
    refusal TEXT,
    refused_by BIGINT,
    refused_at BIGINT,
    CHECK ((refusal IS NULL) = (refused_at IS NULL)),
    CHECK ((refusal IS NULL) = (refused_by IS NULL)),
    CHECK (refused_by IS NULL OR refused_by <> account_id)
);

CREATE INDEX deputy_proposal_by_account ON deputy_proposal (account_id, id);
