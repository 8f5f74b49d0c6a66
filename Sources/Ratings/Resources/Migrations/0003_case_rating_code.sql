-- The code by which a case is rated without signing in, sent once when its result was delivered. Whether it was used is
-- what the list of ratings says of the case.
CREATE TABLE case_rating_code (
    code TEXT NOT NULL PRIMARY KEY,
    case_number TEXT NOT NULL UNIQUE,
    organ TEXT NOT NULL,
    item TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
);
