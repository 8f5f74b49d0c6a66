-- What the district asks everybody, and what was answered. Nobody is named beside an answer.
CREATE TABLE survey (
    id BIGINT NOT NULL PRIMARY KEY,
    organ TEXT NOT NULL,
    title TEXT NOT NULL,
    purpose TEXT NOT NULL,
    opens_on TEXT NOT NULL,
    closes_on TEXT NOT NULL,
    -- Questions and quotas, as JSON.
    questions TEXT NOT NULL,
    quotas TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'open', 'closed')),
    revision BIGINT NOT NULL,
    edited_by BIGINT NOT NULL,
    opened_by BIGINT,
    -- Makes the marks of those who answered; sealed, and gone once the survey is closed.
    secret TEXT,
    -- What was counted, as JSON, once the survey is closed.
    results TEXT,
    conclusion TEXT,
    CHECK (opened_by IS NULL OR opened_by <> edited_by),
    CHECK (state <> 'closed' OR secret IS NULL)
);

CREATE INDEX survey_state ON survey (state, id);

CREATE INDEX survey_organ ON survey (organ, id);

-- Who has answered, as a mark nobody can trace back without the secret; all are forgotten once the survey is closed.
CREATE TABLE survey_mark (
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    mark TEXT NOT NULL,
    PRIMARY KEY (survey_id, mark)
);

-- The key is drawn by lot and there is no time, so that an answer stands in no order.
CREATE TABLE survey_answer (
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    lot TEXT NOT NULL,
    -- 0 for answers given here, else the panel they were brought in with.
    panel_id BIGINT NOT NULL,
    age_group TEXT NOT NULL,
    answers TEXT NOT NULL,
    PRIMARY KEY (survey_id, lot)
);

CREATE INDEX survey_answer_panel ON survey_answer (panel_id, survey_id);

-- How many have answered here, by age, so that a quota is kept without counting.
CREATE TABLE survey_count (
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    age_group TEXT NOT NULL,
    answers BIGINT NOT NULL,
    PRIMARY KEY (survey_id, age_group)
);

-- Answers that somebody else has collected.
CREATE TABLE survey_panel (
    id BIGINT NOT NULL PRIMARY KEY,
    survey_id BIGINT NOT NULL REFERENCES survey (id),
    name TEXT NOT NULL,
    answers BIGINT NOT NULL,
    imported_by BIGINT NOT NULL,
    imported_at BIGINT NOT NULL
);

CREATE INDEX survey_panel_survey ON survey_panel (survey_id, id);
