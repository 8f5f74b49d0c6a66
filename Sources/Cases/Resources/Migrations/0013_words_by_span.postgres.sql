-- PostgreSQL's words stand apart for each span of about twelve days, so that the newest can be asked for first; a
-- recurring job writes them for the cases that are there.
INSERT INTO case_text_pending (case_id) SELECT id FROM service_case WHERE id > 0
ON CONFLICT (case_id) DO NOTHING;
