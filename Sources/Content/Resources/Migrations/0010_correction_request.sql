-- The number of the request that a correction has become; NULL for those that stay what they are.
ALTER TABLE content_correction ADD COLUMN request TEXT;
