-- By when a request is to be answered, and how often an organ has sent it back, so that figures need no look at the case.
-- NULL where nothing has happened to the request since this was first kept.
ALTER TABLE service_request ADD COLUMN due_at BIGINT;
ALTER TABLE service_request ADD COLUMN returned BIGINT NOT NULL DEFAULT 0;
