-- What brings a matter about: an application, or something an organ does of its own accord.
ALTER TABLE service_case ADD COLUMN kind TEXT NOT NULL DEFAULT 'application';

-- The figures of applications leave the others out.
CREATE INDEX service_case_own_filed ON service_case (filed_at) WHERE kind <> 'application';
CREATE INDEX service_case_own_open ON service_case (closed_at) WHERE kind <> 'application';
