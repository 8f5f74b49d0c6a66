-- Whether anything in a phase is overdue, without looking at what is overdue in the others.
CREATE INDEX service_case_overdue ON service_case (phase, due_at) WHERE due_at IS NOT NULL;
DROP INDEX service_case_by_due;
