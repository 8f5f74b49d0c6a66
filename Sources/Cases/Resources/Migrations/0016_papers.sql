-- Papers: which version of which template they were written from, which paper corrects them and which they correct, and
-- since when they no longer hold.
ALTER TABLE case_document ADD COLUMN template_version BIGINT;
ALTER TABLE case_document ADD COLUMN corrects BIGINT;
ALTER TABLE case_document ADD COLUMN corrected_by BIGINT;
ALTER TABLE case_document ADD COLUMN revoked_at BIGINT;

-- Every version of every template that the district has written. What is published never changes; what holds is the
-- newest published, and what came with the program where there is none.
CREATE TABLE paper_template (
    form TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'discarded')),
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    -- How often the draft was changed: two people who edit at once do not overwrite each other.
    revision BIGINT NOT NULL,
    edited_by BIGINT NOT NULL,
    edited_by_name TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    -- A second person.
    published_by BIGINT,
    published_by_name TEXT,
    published_at BIGINT,
    PRIMARY KEY (form, version),
    CHECK ((state = 'published') = (published_at IS NOT NULL)),
    CHECK (published_by IS NULL OR published_by <> edited_by)
);

CREATE UNIQUE INDEX paper_template_draft ON paper_template (form) WHERE state = 'draft';
CREATE INDEX paper_template_published ON paper_template (form, version) WHERE state = 'published';
