-- What people say of how they were served (好差评): of a case, or of a visit by its code.
CREATE TABLE service_rating (
    id BIGINT PRIMARY KEY,
    -- The case, or the code of the visit: once each.
    subject TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL CHECK (source IN ('case', 'counter', 'hall', 'hotline')),
    organ TEXT NOT NULL,
    item TEXT NOT NULL,
    place TEXT NOT NULL,
    grade BIGINT NOT NULL CHECK (grade BETWEEN 1 AND 5),
    reasons TEXT NOT NULL,
    -- Sealed; of a case the words stand in the case.
    words TEXT,
    channel TEXT NOT NULL,
    rated_at BIGINT NOT NULL,
    -- Whether a bad one has its review.
    is_reviewed BIGINT NOT NULL CHECK (is_reviewed IN (0, 1)),
    -- Whether it was found wrong, and is not counted.
    is_excluded BIGINT NOT NULL CHECK (is_excluded IN (0, 1))
);

CREATE INDEX service_rating_unreviewed ON service_rating (id) WHERE is_reviewed = 0;

-- How many ratings of a month there are; what was never rated is in none.
CREATE TABLE rating_figure (
    month TEXT NOT NULL,
    organ TEXT NOT NULL,
    item TEXT NOT NULL,
    grade BIGINT NOT NULL,
    ratings BIGINT NOT NULL,
    PRIMARY KEY (month, organ, item, grade)
);

-- The code by which a visit is rated once.
CREATE TABLE visit_code (
    code TEXT PRIMARY KEY,
    source TEXT NOT NULL CHECK (source IN ('counter', 'hall', 'hotline')),
    organ TEXT NOT NULL,
    item TEXT NOT NULL,
    place TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    made_by BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
