-- The figures of the home page are counted from indexes alone.
CREATE INDEX case_clock_kept ON case_clock (name, stopped_at, due_at) WHERE stopped_at IS NOT NULL;
DROP INDEX case_clock_stopped;

CREATE INDEX service_case_grade ON service_case (closed_at, rating) WHERE rating IS NOT NULL;
DROP INDEX service_case_rated;

CREATE INDEX service_case_withdrawn ON service_case (closed_at) WHERE outcome = 'withdrawn';
