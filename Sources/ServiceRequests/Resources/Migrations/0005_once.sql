-- What several send at once is counted as if one came after the other: by constraints, so that no two of them pass.

-- Which one of its account's it is, counted from 1; NULL for what is said without an account.
ALTER TABLE service_request ADD COLUMN turn BIGINT;
-- From 0 to 99, by its number: those below the share of the rules are called back. NULL for older ones, which all are.
ALTER TABLE service_request ADD COLUMN lot BIGINT;
-- The last of those who joined that was told of the answer, until all are.
ALTER TABLE service_request ADD COLUMN told_account BIGINT;

-- What had slipped through before keeps its place under another digest.
UPDATE service_request SET digest = digest || '#' || id
WHERE ended_at IS NULL AND account_id IS NOT NULL AND id NOT IN (
    SELECT MIN(id) FROM service_request WHERE ended_at IS NULL AND account_id IS NOT NULL GROUP BY account_id, digest);
UPDATE service_request SET earlier = NULL
WHERE earlier IS NOT NULL AND id NOT IN (
    SELECT MIN(id) FROM service_request WHERE earlier IS NOT NULL GROUP BY earlier);

CREATE UNIQUE INDEX service_request_once ON service_request (account_id, digest) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX service_request_in_turn ON service_request (account_id, turn);
CREATE UNIQUE INDEX service_request_said_again ON service_request (earlier);
CREATE INDEX service_request_answered ON service_request (office, ended_at, id) WHERE result = 'answered';

-- Who called, wrote or came with something that protects its author: the case knows nothing of them.
CREATE TABLE service_request_author (
    -- The request.
    id BIGINT NOT NULL PRIMARY KEY REFERENCES service_request (id),
    -- Sealed.
    name TEXT NOT NULL,
    phone TEXT NOT NULL
);

-- What is still missing, in the words of whoever found the answer not to help.
CREATE TABLE service_request_lack (
    id BIGINT NOT NULL PRIMARY KEY REFERENCES service_request (id),
    -- Sealed.
    words TEXT NOT NULL
);

-- Who called or came with the same as another, and is called when that is answered.
CREATE TABLE service_request_joiner (
    id BIGINT NOT NULL PRIMARY KEY,
    request_id BIGINT NOT NULL REFERENCES service_request (id),
    -- Sealed.
    name TEXT NOT NULL,
    phone TEXT NOT NULL,
    joined_at BIGINT NOT NULL
);

CREATE INDEX service_request_joiner_by_request ON service_request_joiner (request_id, id);
