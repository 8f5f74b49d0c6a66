-- How many cases stand at each step of a process, and how long those that are past it waited: counted by a job, a
-- stretch of tasks at a time, and shown when the whole count is done.
CREATE TABLE step_figure (
    run BIGINT NOT NULL,
    subject_code TEXT NOT NULL,
    process_version BIGINT NOT NULL,
    element TEXT NOT NULL,
    open_count BIGINT NOT NULL,
    done_count BIGINT NOT NULL,
    waited_seconds BIGINT NOT NULL,
    PRIMARY KEY (run, subject_code, process_version, element)
);

CREATE TABLE step_count_run (
    run BIGINT NOT NULL PRIMARY KEY,
    counted_at BIGINT NOT NULL
);
