-- Who joined last, for what is counted of it.
CREATE INDEX service_request_supporter_joined ON service_request_supporter (joined_at);
