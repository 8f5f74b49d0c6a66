-- A timer with a time of its own: from when it counts, and the version of the calendar that reckoned it (none where no
-- calendar is needed). Those that older programs wrote have no start and keep the due time they have.
ALTER TABLE case_timer ADD COLUMN started_at BIGINT;
ALTER TABLE case_timer ADD COLUMN calendar_version BIGINT;
CREATE INDEX case_timer_calendar ON case_timer (calendar_version, case_id) WHERE calendar_version IS NOT NULL;

-- The same for a step that has a limit of its own.
ALTER TABLE case_task ADD COLUMN calendar_version BIGINT;
CREATE INDEX case_task_calendar ON case_task (calendar_version, case_id)
    WHERE state = 'open' AND calendar_version IS NOT NULL;

-- What the system could not do: the step waits until it is tried again.
CREATE TABLE case_incident (
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    -- The step, 0 for the process itself; the element is the step's or the timer's.
    activity BIGINT NOT NULL,
    element TEXT NOT NULL,
    name TEXT NOT NULL,
    reason TEXT NOT NULL,
    since BIGINT NOT NULL,
    -- In whose name it is tried again: whoever's act led to it.
    actor TEXT NOT NULL,
    PRIMARY KEY (case_id, activity, element)
);

CREATE INDEX case_incident_by_time ON case_incident (since, case_id);

-- Every version of every decision table. What is published never changes; what decides is the newest published.
CREATE TABLE decision_table (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'retired')),
    body TEXT NOT NULL,
    -- How often the draft was changed: two people who edit at once do not overwrite each other.
    revision BIGINT NOT NULL,
    edited_by BIGINT NOT NULL,
    edited_by_name TEXT NOT NULL,
    edited_at BIGINT NOT NULL,
    -- A second person; nobody where it came with the program.
    published_by BIGINT,
    published_by_name TEXT,
    published_at BIGINT,
    retired_by_name TEXT,
    retired_at BIGINT,
    PRIMARY KEY (id, version),
    CHECK ((state = 'draft') = (published_at IS NULL)),
    CHECK ((state = 'retired') = (retired_at IS NOT NULL)),
    CHECK (published_by IS NULL OR published_by <> edited_by)
);

CREATE UNIQUE INDEX decision_table_draft ON decision_table (id) WHERE state = 'draft';
CREATE INDEX decision_table_published ON decision_table (id, version) WHERE state = 'published';
