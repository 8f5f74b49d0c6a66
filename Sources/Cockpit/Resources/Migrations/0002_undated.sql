-- The few that stand and have no limit. PostgreSQL takes them for nearly all that stand (what is over has no limit either),
-- and reads every open case for them; here it reads none.
CREATE INDEX service_case_undated ON service_case (due_at, organ, subject_code, kind)
    WHERE closed_at IS NULL AND due_at IS NULL;
