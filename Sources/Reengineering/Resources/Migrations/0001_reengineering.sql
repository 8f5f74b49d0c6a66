-- What the cases of a service that came in in a year have in common: in all organs together (organ '') and in each.
CREATE TABLE process_analysis (
    service TEXT NOT NULL,
    year BIGINT NOT NULL,
    organ TEXT NOT NULL,
    body TEXT NOT NULL,
    computed_at BIGINT NOT NULL,
    PRIMARY KEY (service, year, organ)
);

-- The same while it is computed.
CREATE TABLE process_analysis_part (
    service TEXT NOT NULL,
    year BIGINT NOT NULL,
    organ TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (service, year, organ)
);

-- The latest job that computes it.
CREATE TABLE process_analysis_run (
    service TEXT NOT NULL,
    year BIGINT NOT NULL,
    job_id BIGINT NOT NULL,
    PRIMARY KEY (service, year)
);

-- What a change would have meant for the cases of a service: asked for, and answered by a job.
CREATE TABLE process_what_if (
    id BIGINT NOT NULL PRIMARY KEY,
    service TEXT NOT NULL,
    service_name TEXT NOT NULL,
    year BIGINT NOT NULL,
    -- Of this organ alone; NULL: of all.
    organ TEXT,
    question TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    asked_by_name TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    job_id BIGINT NOT NULL,
    outcome TEXT,
    -- Why there is no outcome, in words.
    refusal TEXT,
    answered_at BIGINT,
    CHECK (outcome IS NULL OR refusal IS NULL),
    CHECK ((outcome IS NULL AND refusal IS NULL) = (answered_at IS NULL))
);

CREATE INDEX process_what_if_of_service ON process_what_if (service, year, id);

-- The cases of a service in the order they came in.
CREATE INDEX service_case_of_service ON service_case (subject_code, filed_at, id);
