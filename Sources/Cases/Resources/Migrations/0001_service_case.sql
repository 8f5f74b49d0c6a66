-- The matter: one row per case; a joint service is a parent with one child per item.
CREATE TABLE service_case (
    id BIGINT PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    parent_id BIGINT REFERENCES service_case (id),
    position BIGINT NOT NULL,
    subject_code TEXT NOT NULL,
    subject_name TEXT NOT NULL,
    organ TEXT NOT NULL,
    applicant_kind TEXT NOT NULL CHECK (applicant_kind IN ('person', 'entity')),
    applicant_name TEXT NOT NULL,
    applicant_code TEXT NOT NULL,
    applicant_person BIGINT,
    applicant_account BIGINT,
    filed_by BIGINT NOT NULL,
    filed_at BIGINT NOT NULL,
    phase TEXT NOT NULL
        CHECK (phase IN ('submitted', 'supplementing', 'accepted', 'decided', 'closed', 'refused', 'withdrawn')),
    outcome TEXT,
    accepted_at BIGINT,
    closed_at BIGINT,
    -- Due time of the clock that governs the phase; overdue is computed from it, never stored.
    due_at BIGINT,
    -- 好差评: 5 非常满意 … 1 非常不满意.
    rating BIGINT CHECK (rating BETWEEN 1 AND 5),
    process_version BIGINT NOT NULL,
    query_code TEXT NOT NULL,
    plan TEXT NOT NULL,
    applicant TEXT NOT NULL,
    filing TEXT NOT NULL,
    parts TEXT NOT NULL,
    form TEXT NOT NULL,
    body TEXT NOT NULL,
    revision BIGINT NOT NULL
);

CREATE INDEX service_case_by_parent ON service_case (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX service_case_by_account ON service_case (applicant_account, id);
CREATE INDEX service_case_by_applicant ON service_case (applicant_code, id);
CREATE INDEX service_case_by_organ ON service_case (organ, phase, id);
CREATE INDEX service_case_by_filing ON service_case (filed_at);
CREATE INDEX service_case_open ON service_case (id) WHERE closed_at IS NULL;
CREATE INDEX service_case_rated ON service_case (closed_at) WHERE rating IS NOT NULL;
CREATE INDEX service_case_by_due ON service_case (due_at) WHERE due_at IS NOT NULL;

-- One step for one organ and role, or for the applicant.
CREATE TABLE case_task (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    activity BIGINT,
    element TEXT NOT NULL,
    name TEXT NOT NULL,
    act TEXT NOT NULL,
    organ TEXT NOT NULL,
    role TEXT NOT NULL,
    outcomes TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    due_at BIGINT,
    holder_id BIGINT,
    holder_name TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'completed', 'cancelled')),
    outcome TEXT,
    opinion TEXT,
    missing TEXT NOT NULL,
    completed_by BIGINT,
    completed_by_name TEXT,
    completed_at BIGINT,
    question TEXT,
    CHECK ((state = 'completed') = (outcome IS NOT NULL))
);

CREATE INDEX case_task_by_case ON case_task (case_id, id);
-- The desk: open tasks of an organ, soonest due first.
CREATE INDEX case_task_open ON case_task (organ, due_at, id) WHERE state = 'open';
CREATE INDEX case_task_done ON case_task (completed_by, completed_at) WHERE state = 'completed';

-- A limit that runs, with its pauses and extensions.
CREATE TABLE case_clock (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    name TEXT NOT NULL CHECK (name IN ('acceptance', 'legal', 'promised', 'delivery')),
    limit_value BIGINT,
    limit_unit TEXT,
    started_at BIGINT NOT NULL,
    pauses TEXT NOT NULL,
    extensions TEXT NOT NULL,
    stopped_at BIGINT,
    calendar_version BIGINT NOT NULL,
    due_at BIGINT,
    CHECK ((limit_value IS NULL) = (limit_unit IS NULL))
);

CREATE INDEX case_clock_by_case ON case_clock (case_id, id);
CREATE INDEX case_clock_stopped ON case_clock (name, stopped_at) WHERE stopped_at IS NOT NULL;
CREATE INDEX case_clock_running ON case_clock (due_at) WHERE stopped_at IS NULL;

-- Timers of the process that wait to fire.
CREATE TABLE case_timer (
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    activity BIGINT NOT NULL,
    boundary TEXT NOT NULL,
    clock TEXT,
    due_at BIGINT,
    PRIMARY KEY (case_id, activity, boundary)
);

CREATE INDEX case_timer_due ON case_timer (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE case_material (
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    requirement TEXT NOT NULL,
    file_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    filed_at BIGINT NOT NULL,
    PRIMARY KEY (case_id, requirement, file_id)
);

CREATE INDEX case_material_by_file ON case_material (file_id);

-- Notices, decisions and licences; whoever holds the paper may check it by its verification code.
CREATE TABLE case_document (
    id BIGINT PRIMARY KEY,
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    number TEXT NOT NULL UNIQUE,
    holder TEXT NOT NULL,
    organ TEXT NOT NULL,
    organ_name TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    valid_until TEXT,
    facts TEXT NOT NULL,
    paragraphs TEXT NOT NULL,
    verification_code TEXT NOT NULL UNIQUE
);

CREATE INDEX case_document_by_case ON case_document (case_id, id);
