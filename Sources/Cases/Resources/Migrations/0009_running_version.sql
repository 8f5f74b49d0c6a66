-- The running cases of one version of a process: who goes on by another version when it is changed.
CREATE INDEX service_case_running ON service_case (subject_code, process_version, id) WHERE closed_at IS NULL;
