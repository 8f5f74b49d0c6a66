-- The reports that are still owed, by the office to which and by the organ that owes them, the first to run out at the head.
CREATE INDEX service_request_report_owed_to ON service_request_report (office, due_on, id) WHERE words IS NULL;
CREATE INDEX service_request_report_owed_by ON service_request_report (organ, due_on, id) WHERE words IS NULL;
