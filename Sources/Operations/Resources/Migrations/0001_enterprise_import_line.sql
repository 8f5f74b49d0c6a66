-- On which line of a file an import has met a credit code, so that a second line of the same code is told from the
-- first. Forgotten when the import is over.
CREATE TABLE enterprise_import_line (
    job_id BIGINT NOT NULL REFERENCES queued_job (id) ON DELETE CASCADE,
    credit_code TEXT NOT NULL,
    line BIGINT NOT NULL,
    PRIMARY KEY (job_id, credit_code)
);
