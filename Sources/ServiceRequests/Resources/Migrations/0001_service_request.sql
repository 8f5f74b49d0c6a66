-- What the platform keeps of a request (诉求) beside its case: for lists, for finding what was said before, for the register
-- and for what its author thinks of the answer.
CREATE TABLE service_request (
    -- The case.
    id BIGINT NOT NULL PRIMARY KEY,
    number TEXT NOT NULL UNIQUE,
    process TEXT NOT NULL,
    kind TEXT NOT NULL,
    category TEXT NOT NULL,
    -- The street (nine digits) it is about.
    division TEXT,
    organ TEXT NOT NULL,
    -- The organ that took it in.
    office TEXT NOT NULL,
    -- Whoever follows it; the author may have given no name.
    account_id BIGINT,
    -- The title with the numbers of persons taken out.
    title TEXT NOT NULL,
    -- Digest of what was said, to know the same words again.
    digest TEXT NOT NULL,
    is_public BIGINT NOT NULL CHECK (is_public IN (0, 1)),
    is_protected BIGINT NOT NULL CHECK (is_protected IN (0, 1)),
    -- For how many people it speaks.
    people BIGINT NOT NULL CHECK (people > 0),
    -- 2 where it is said again because the first answer did not satisfy; which one that was.
    round BIGINT NOT NULL,
    earlier TEXT,
    -- Longitude and latitude in degrees, with a comma between.
    point TEXT,
    filed_at BIGINT NOT NULL,
    ended_at BIGINT,
    -- `answered`, a result of the rules, `refused`, `withdrawn`, `terminated`.
    result TEXT,
    public_title TEXT,
    public_words TEXT,
    public_answer TEXT,
    published_at BIGINT,
    -- When those who joined were told of the answer.
    told_at BIGINT,
    found_at BIGINT,
    -- What its author says of the answer, once.
    solved BIGINT CHECK (solved IN (0, 1)),
    grade BIGINT CHECK (grade BETWEEN 1 AND 5),
    said_at BIGINT,
    CHECK ((ended_at IS NULL) = (result IS NULL)),
    CHECK (published_at IS NULL OR ended_at IS NOT NULL),
    CHECK ((published_at IS NULL) = (public_title IS NULL)),
    CHECK ((solved IS NULL) = (said_at IS NULL))
);

CREATE INDEX service_request_by_account ON service_request (account_id, id);
CREATE INDEX service_request_by_organ ON service_request (organ, id);
CREATE INDEX service_request_by_office ON service_request (office, id);
CREATE INDEX service_request_by_category ON service_request (category, id);
CREATE INDEX service_request_by_earlier ON service_request (earlier);
CREATE INDEX service_request_ended ON service_request (ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX service_request_published ON service_request (published_at, id) WHERE published_at IS NOT NULL;
CREATE INDEX service_request_untold ON service_request (id) WHERE ended_at IS NOT NULL AND told_at IS NULL;
CREATE INDEX service_request_unfound ON service_request (id) WHERE published_at IS NOT NULL AND found_at IS NULL;

-- Who has the same to say, and is told of the answer (加入).
CREATE TABLE service_request_supporter (
    request_id BIGINT NOT NULL REFERENCES service_request (id),
    account_id BIGINT NOT NULL,
    joined_at BIGINT NOT NULL,
    PRIMARY KEY (request_id, account_id)
);
