-- How much an account has uploaded without submitting it is asked at every upload.
CREATE INDEX file_object_unattached ON file_object (owner_id, size) WHERE case_number IS NULL;
