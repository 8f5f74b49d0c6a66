-- The list of one kind of work, newest first: the imports there were.
CREATE INDEX queued_job_by_kind ON queued_job (kind, id);
