-- What organs, posts and persons are measured by: every version of the model. A version that was on never changes.
CREATE TABLE performance_model (
    id BIGINT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'on')),
    -- For periods that begin on or after this day.
    on_from TEXT,
    edited_by BIGINT NOT NULL,
    edited_by_name TEXT NOT NULL,
    -- A second person; nobody where it came with the program.
    approved_by BIGINT,
    approved_by_name TEXT,
    revision BIGINT NOT NULL,
    CHECK ((state = 'draft') = (on_from IS NULL)),
    CHECK (approved_by IS NULL OR approved_by <> edited_by)
);

-- The months that have been counted. A month that is kept is not counted again: a frozen period rests on it.
CREATE TABLE performance_month (
    month TEXT NOT NULL PRIMARY KEY,
    counted_at BIGINT NOT NULL,
    is_kept BIGINT NOT NULL CHECK (is_kept IN (0, 1))
);

-- How much of each named figure a month has: of an organ (no post, account 0), or of a person at a post of it.
CREATE TABLE performance_figure (
    month TEXT NOT NULL,
    organ TEXT NOT NULL,
    post TEXT NOT NULL,
    account_id BIGINT NOT NULL,
    figure TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (month, organ, post, account_id, figure)
);

-- A period that is frozen, or is to be: with the model, the organs and the calendar it was computed with.
CREATE TABLE performance_period (
    period TEXT NOT NULL PRIMARY KEY,
    state TEXT NOT NULL CHECK (state IN ('asked', 'frozen')),
    asked_by BIGINT NOT NULL,
    asked_by_name TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    -- Days counted, of how many: the progress.
    days_done BIGINT NOT NULL,
    days BIGINT NOT NULL,
    model_id BIGINT REFERENCES performance_model (id),
    calendar_version BIGINT,
    organs TEXT,
    frozen_at BIGINT,
    CHECK ((state = 'frozen') = (frozen_at IS NOT NULL)),
    CHECK ((state = 'frozen') = (organs IS NOT NULL))
);

-- The points (in hundredths) of the organs of a frozen period, as they were then.
CREATE TABLE performance_score (
    period TEXT NOT NULL REFERENCES performance_period (period),
    organ TEXT NOT NULL,
    points BIGINT NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (period, organ)
);

-- What is counted by the day on which it happened.
CREATE INDEX performance_case_closed ON service_case (closed_at, id) WHERE closed_at IS NOT NULL;
CREATE INDEX performance_task_done ON case_task (completed_at, id) WHERE state = 'completed';
CREATE INDEX performance_signal_raised ON supervision_signal (raised_at, id);
CREATE INDEX performance_order_due ON supervision_order (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX performance_rating_given ON service_rating (rated_at, id);
