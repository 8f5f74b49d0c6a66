-- 1 where whoever took it in says that it cannot wait; NULL for all others, and for those to which nothing has happened since
-- this was first kept.
ALTER TABLE service_request ADD COLUMN urgent BIGINT;

CREATE INDEX service_request_urgent_by_organ ON service_request (organ, id) WHERE urgent = 1 AND ended_at IS NULL;
CREATE INDEX service_request_urgent_by_office ON service_request (office, id) WHERE urgent = 1 AND ended_at IS NULL;
