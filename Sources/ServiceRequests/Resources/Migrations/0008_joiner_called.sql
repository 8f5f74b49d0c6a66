-- When whoever called or came with the same was told of the answer; NULL until then. Of those before nobody wrote it down:
-- they stay untold, and the list of calls to make goes back thirty days, so that it does not begin with years of them.
ALTER TABLE service_request_joiner ADD COLUMN called_at BIGINT;

CREATE INDEX service_request_joiner_untold ON service_request_joiner (request_id) WHERE called_at IS NULL;
