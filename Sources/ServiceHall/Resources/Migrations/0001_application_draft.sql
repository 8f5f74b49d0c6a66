-- An application on its way: what has been answered so far. Emptied when it becomes a case.
CREATE TABLE application_draft (
    id BIGINT PRIMARY KEY,
    account_id BIGINT NOT NULL,
    item_code TEXT NOT NULL,
    item_version BIGINT NOT NULL,
    item_name TEXT NOT NULL,
    applicant TEXT NOT NULL,
    applicant_code TEXT NOT NULL,
    channel TEXT NOT NULL CHECK (channel IN ('page', 'counter')),
    form TEXT NOT NULL,
    -- What the government filled in, by question: shown with its source while it stands unchanged.
    known TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    submitted_number TEXT
);

CREATE INDEX application_draft_open ON application_draft (account_id, updated_at)
    WHERE submitted_number IS NULL;
CREATE INDEX application_draft_age ON application_draft (updated_at);

CREATE TABLE draft_material (
    draft_id BIGINT NOT NULL REFERENCES application_draft (id),
    requirement TEXT NOT NULL,
    file_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    PRIMARY KEY (draft_id, requirement, file_id)
);
