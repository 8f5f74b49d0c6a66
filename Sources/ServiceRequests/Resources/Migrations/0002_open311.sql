-- Programs that say something in Open311: each has a key, of which only the digest is kept.
CREATE TABLE open311_key (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    issued_at BIGINT NOT NULL,
    issued_by TEXT NOT NULL,
    revoked_at BIGINT
);

-- What such a program adds to a request (mySociety's servicerequestupdates).
CREATE TABLE service_request_update (
    id BIGINT NOT NULL PRIMARY KEY,
    request_id BIGINT NOT NULL REFERENCES service_request (id),
    key_id BIGINT NOT NULL REFERENCES open311_key (id),
    -- The program's own number of it: what is sent twice is kept once.
    reference TEXT NOT NULL,
    -- Sealed.
    said TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    UNIQUE (key_id, reference)
);

CREATE INDEX service_request_update_by_request ON service_request_update (request_id, id);
CREATE INDEX service_request_filed ON service_request (filed_at);
