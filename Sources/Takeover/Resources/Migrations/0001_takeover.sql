-- What is taken over from an older system: its staff, or cases that are under way there. Tried first, then asked for by
-- one administrator and approved by another, carried out line by line, and undone as long as nothing is built on it.
CREATE TABLE takeover (
    id BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('staff', 'cases')),
    -- What people call the older system: references of cases are told apart by it.
    system TEXT NOT NULL,
    file_names TEXT NOT NULL,
    state TEXT NOT NULL
        CHECK (state IN ('read', 'trying', 'tried', 'asked', 'taking', 'done', 'undoing', 'undone')),
    line_count BIGINT NOT NULL,
    -- Departments and roles of the older system, and what they are here.
    plan TEXT NOT NULL,
    created_by BIGINT NOT NULL,
    creator TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    asked TEXT,
    asked_by BIGINT,
    approved TEXT,
    approved_by BIGINT,
    remark TEXT,
    job_id BIGINT,
    forgotten_at BIGINT,
    CHECK (approved_by IS NULL OR (asked_by IS NOT NULL AND approved_by <> asked_by))
);

CREATE TABLE takeover_line (
    id BIGINT NOT NULL PRIMARY KEY,
    takeover_id BIGINT NOT NULL REFERENCES takeover (id),
    -- The line of the file, from 1.
    number BIGINT NOT NULL,
    -- What it is known by: a login, a reference.
    name TEXT NOT NULL,
    -- The cells, sealed; empty once they are not needed any more.
    content TEXT NOT NULL,
    verdict TEXT NOT NULL
        CHECK (verdict IN ('open', 'new', 'known', 'skipped', 'wrong', 'taken', 'undone', 'kept')),
    words TEXT NOT NULL,
    -- What it has become: an account, a case.
    account_id BIGINT,
    case_number TEXT
);

CREATE UNIQUE INDEX takeover_line_by_number ON takeover_line (takeover_id, number);
CREATE INDEX takeover_line_by_verdict ON takeover_line (takeover_id, verdict, number);
CREATE INDEX takeover_line_taken ON takeover_line (name) WHERE verdict = 'taken';
