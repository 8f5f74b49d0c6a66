-- When the district's gateway took a message over, and what it calls it; NULL while it has not, or there is none.
ALTER TABLE message ADD COLUMN forwarded_at BIGINT;
ALTER TABLE message ADD COLUMN forwarding_id TEXT;
