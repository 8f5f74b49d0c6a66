-- What somebody has joined, for their own list.
CREATE INDEX service_request_supporter_by_account ON service_request_supporter (account_id, request_id);
