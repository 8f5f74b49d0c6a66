-- Hearings that are open to everybody: on prices, plans and decisions.
CREATE TABLE public_hearing (
    id BIGINT NOT NULL PRIMARY KEY,
    organ TEXT NOT NULL,
    title TEXT NOT NULL,
    matter TEXT NOT NULL,
    place TEXT NOT NULL,
    starts_at BIGINT NOT NULL,
    register_by TEXT NOT NULL,
    -- Roles with their seats, as JSON, in the words of the day it was announced.
    seats TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'announced', 'drawn', 'live', 'recorded', 'published', 'decided')),
    revision BIGINT NOT NULL,
    edited_by BIGINT NOT NULL,
    announced_on TEXT,
    -- What the draw is made with: sealed until it is made; its SHA-256 is published with the announcement.
    secret TEXT,
    seed_digest TEXT,
    seed TEXT,
    materials_on TEXT,
    -- The SHA-256 of the record as those who took part have signed it.
    record_digest TEXT,
    decision_title TEXT,
    decision_taken TEXT,
    -- The numbers of the lines it refers to, as JSON.
    decision_lines TEXT,
    decided_on TEXT,
    CHECK ((state = 'draft') = (announced_on IS NULL)),
    CHECK ((state = 'decided') = (decision_lines IS NOT NULL))
);

CREATE INDEX public_hearing_time ON public_hearing (starts_at, id);

CREATE INDEX public_hearing_organ ON public_hearing (organ, id);

CREATE TABLE hearing_material (
    id BIGINT NOT NULL PRIMARY KEY,
    hearing_id BIGINT NOT NULL REFERENCES public_hearing (id),
    title TEXT NOT NULL,
    words TEXT NOT NULL,
    published_at BIGINT NOT NULL
);

CREATE INDEX hearing_material_of ON hearing_material (hearing_id, id);

-- How many have registered and how many lines there are: the next one has the next number.
CREATE TABLE hearing_count (
    hearing_id BIGINT NOT NULL PRIMARY KEY REFERENCES public_hearing (id),
    registrations BIGINT NOT NULL,
    lines BIGINT NOT NULL
);

-- Who wants to take part, once each; what they think is read by the organ alone and kept sealed.
CREATE TABLE hearing_registration (
    id BIGINT NOT NULL PRIMARY KEY,
    hearing_id BIGINT NOT NULL REFERENCES public_hearing (id),
    number BIGINT NOT NULL,
    role TEXT NOT NULL,
    account_id BIGINT NOT NULL,
    person_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    view TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('registered', 'withdrawn', 'chosen', 'reserve')),
    -- The place in the draw of its role, from 1; empty before.
    place BIGINT,
    signature TEXT CHECK (signature IN ('signed', 'absent', 'refused')),
    signature_reason TEXT,
    signed_at BIGINT,
    registered_at BIGINT NOT NULL,
    UNIQUE (hearing_id, person_id),
    UNIQUE (hearing_id, number)
);

-- The record, line by line; a line that was wrong is followed by another one that says so.
CREATE TABLE hearing_line (
    hearing_id BIGINT NOT NULL REFERENCES public_hearing (id),
    number BIGINT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('speech', 'question', 'answer', 'note')),
    speaker TEXT NOT NULL,
    words TEXT NOT NULL,
    person_id BIGINT,
    written_at BIGINT NOT NULL,
    PRIMARY KEY (hearing_id, number)
);

-- What the law and the district ask of hearings; the newest version is in force, and before there
-- is one, what is delivered with the program. Roles as JSON.
CREATE TABLE hearing_rules (
    version BIGINT NOT NULL PRIMARY KEY,
    announce_days BIGINT NOT NULL,
    register_days BIGINT NOT NULL,
    materials_days BIGINT NOT NULL,
    questions_each BIGINT NOT NULL,
    roles TEXT NOT NULL,
    published_by TEXT NOT NULL,
    published_at BIGINT NOT NULL
);
