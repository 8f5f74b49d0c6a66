-- Supervision bulletins (监察通报): one for each period that is over, with the figures it was written from.
CREATE TABLE bulletin (
    id BIGINT NOT NULL PRIMARY KEY,
    -- `2026-10`, `2026-Q3`, `2026`.
    period TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'published', 'withdrawn')),
    figures TEXT NOT NULL,
    -- What is being written: each section with the sentences that were made for it, and those that stand now.
    sections TEXT NOT NULL,
    -- Who has written since it was last published.
    editors TEXT NOT NULL,
    edited_by BIGINT NOT NULL,
    approved_by BIGINT,
    -- Why what is published is written anew.
    remark TEXT,
    -- How often it was published.
    edition BIGINT NOT NULL,
    generated_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawn_remark TEXT,
    revision BIGINT NOT NULL,
    CHECK (approved_by IS NULL OR approved_by <> edited_by),
    CHECK ((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
    CHECK (state IN ('draft', 'withdrawn') OR approved_by IS NOT NULL)
);

CREATE INDEX bulletin_published ON bulletin (id) WHERE edition > 0;

-- What was published, word by word and figure by figure. It never changes; the journal has its digest.
CREATE TABLE bulletin_edition (
    bulletin_id BIGINT NOT NULL REFERENCES bulletin (id),
    edition BIGINT NOT NULL,
    body TEXT NOT NULL,
    digest TEXT NOT NULL,
    remark TEXT,
    published_by BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (bulletin_id, edition)
);
