-- The words of a case stand once more for each organ that has to do with it; a recurring job writes them for the cases
-- that are there.
INSERT INTO case_text_pending (case_id) SELECT id FROM service_case WHERE id > 0
ON CONFLICT (case_id) DO NOTHING;
