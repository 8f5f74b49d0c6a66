-- When the search of the portal was told of a published answer.
ALTER TABLE disclosure_request ADD COLUMN found_at BIGINT;

CREATE INDEX disclosure_request_unfound ON disclosure_request (published_at, id)
    WHERE published_at IS NOT NULL AND found_at IS NULL;
