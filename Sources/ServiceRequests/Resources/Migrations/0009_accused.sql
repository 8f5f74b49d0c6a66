-- The organ that is accused, by its key, and when the office was told that it has been merged into the one that handles the
-- request. Of those before nobody wrote it down here: they stay NULL, and only their page says it.
ALTER TABLE service_request ADD COLUMN accused TEXT;
ALTER TABLE service_request ADD COLUMN accused_told_at BIGINT;

CREATE INDEX service_request_accusing ON service_request (accused, organ)
    WHERE accused IS NOT NULL AND ended_at IS NULL AND accused_told_at IS NULL;
