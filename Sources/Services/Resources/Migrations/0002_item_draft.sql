-- What may become the next version of an item, or its first, or its end: written by some, published by another.
CREATE TABLE item_draft (
    id BIGINT NOT NULL PRIMARY KEY,
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    organ TEXT NOT NULL,
    purpose TEXT NOT NULL CHECK (purpose IN ('publish', 'end')),
    body TEXT NOT NULL,
    note TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('drawn', 'submitted', 'returned', 'approved', 'published', 'withdrawn')),
    revision BIGINT NOT NULL,
    based_on BIGINT REFERENCES public_service (id),
    effective_on TEXT,
    ends_on TEXT,
    author_id BIGINT NOT NULL,
    author TEXT NOT NULL,
    drawn_at BIGINT NOT NULL,
    writers TEXT NOT NULL,
    submitter_id BIGINT,
    submitter TEXT,
    submitted_at BIGINT,
    reviewer_id BIGINT,
    reviewer TEXT,
    reviewed_at BIGINT,
    remark TEXT,
    version BIGINT,
    CHECK (state NOT IN ('approved', 'published')
        OR (reviewer_id <> author_id AND reviewer_id <> submitter_id AND effective_on IS NOT NULL))
);

-- One draft holds an item at a time.
CREATE UNIQUE INDEX item_draft_open ON item_draft (slug)
    WHERE state IN ('drawn', 'submitted', 'returned', 'approved');
CREATE INDEX item_draft_by_slug ON item_draft (slug, id);
CREATE INDEX item_draft_by_state ON item_draft (state, id);
CREATE INDEX item_draft_by_day ON item_draft (state, effective_on, id);

-- The last day on which a version is offered, and when it was taken off.
ALTER TABLE public_service ADD COLUMN ends_on TEXT;
ALTER TABLE public_service ADD COLUMN ended_at BIGINT;
CREATE INDEX public_service_by_slug ON public_service (slug, id);
CREATE INDEX public_service_ending ON public_service (ends_on) WHERE is_current = 1 AND ends_on IS NOT NULL;
