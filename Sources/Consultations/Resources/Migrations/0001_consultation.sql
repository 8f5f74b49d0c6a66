-- Drafts on which everybody is asked, what people say to them, and what is done about it.
CREATE TABLE public_consultation (
    id BIGINT NOT NULL PRIMARY KEY,
    organ TEXT NOT NULL,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    -- Why the time is shorter than usual; published with the draft.
    short_reason TEXT,
    -- What is being written, as JSON; what was published stands in the versions.
    passages TEXT NOT NULL,
    last_anchor BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    revision BIGINT NOT NULL,
    edited_by BIGINT NOT NULL,
    opened_by BIGINT,
    opens_on TEXT,
    -- The version that was published last; 0 for none.
    version BIGINT NOT NULL,
    outcome TEXT,
    closed_at BIGINT,
    CHECK ((state = 'draft') = (opens_on IS NULL)),
    CHECK ((state = 'closed') = (closed_at IS NOT NULL))
);

CREATE INDEX public_consultation_state ON public_consultation (state, id);

CREATE INDEX public_consultation_organ ON public_consultation (organ, id);

-- Every version as it was published; none of them ever changes.
CREATE TABLE public_consultation_version (
    consultation_id BIGINT NOT NULL REFERENCES public_consultation (id),
    version BIGINT NOT NULL,
    passages TEXT NOT NULL,
    note TEXT NOT NULL,
    published_by BIGINT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (consultation_id, version)
);

-- How many comments there have been: the next one has the next number.
CREATE TABLE public_comment_count (
    consultation_id BIGINT NOT NULL PRIMARY KEY REFERENCES public_consultation (id),
    comments BIGINT NOT NULL
);

CREATE TABLE public_comment_answer (
    id BIGINT NOT NULL PRIMARY KEY,
    consultation_id BIGINT NOT NULL REFERENCES public_consultation (id),
    outcome TEXT NOT NULL CHECK (outcome IN ('adopted', 'partly', 'rejected')),
    reason TEXT NOT NULL,
    answered_by BIGINT NOT NULL,
    answered_at BIGINT NOT NULL
);

CREATE INDEX public_comment_answer_of ON public_comment_answer (consultation_id, id);

-- What people said, with telephone and identity numbers already covered.
CREATE TABLE public_comment (
    id BIGINT NOT NULL PRIMARY KEY,
    consultation_id BIGINT NOT NULL REFERENCES public_consultation (id),
    number BIGINT NOT NULL,
    -- The passage; empty for the whole.
    anchor TEXT NOT NULL,
    words TEXT NOT NULL,
    -- The same for comments that say the same, so that they are counted and not repeated.
    likeness TEXT NOT NULL,
    -- Empty once whoever said it has withdrawn and others support it.
    account_id BIGINT,
    person_id BIGINT,
    author TEXT NOT NULL,
    supports BIGINT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('shown', 'withdrawn')),
    created_at BIGINT NOT NULL,
    answer_id BIGINT REFERENCES public_comment_answer (id),
    CHECK (state = 'shown' OR answer_id IS NULL)
);

CREATE UNIQUE INDEX public_comment_number ON public_comment (consultation_id, number);

CREATE UNIQUE INDEX public_comment_alike ON public_comment (consultation_id, anchor, likeness);

CREATE INDEX public_comment_supported ON public_comment (consultation_id, supports, number);

CREATE INDEX public_comment_of ON public_comment (consultation_id, person_id, number);

CREATE INDEX public_comment_open ON public_comment (consultation_id, answer_id, number);

CREATE INDEX public_comment_answered ON public_comment (answer_id);

-- One of each person for one comment.
CREATE TABLE public_comment_support (
    comment_id BIGINT NOT NULL REFERENCES public_comment (id),
    person_id BIGINT NOT NULL,
    supported_at BIGINT NOT NULL,
    PRIMARY KEY (comment_id, person_id)
);

-- What the law and the district ask of consultations; the newest version is in force, and before
-- there is one, what is delivered with the program.
CREATE TABLE consultation_rules (
    version BIGINT NOT NULL PRIMARY KEY,
    minimum_days BIGINT NOT NULL,
    comments_each BIGINT NOT NULL,
    longest_comment BIGINT NOT NULL,
    published_by TEXT NOT NULL,
    published_at BIGINT NOT NULL
);
