-- What a job brings forth, piece by piece and step by step: an export. Kept in the database, so that a piece and the
-- step that made it are committed together, and so that every node can hand it out.
CREATE TABLE job_output (
    job_id BIGINT NOT NULL REFERENCES queued_job (id) ON DELETE CASCADE,
    number BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (job_id, number)
);
