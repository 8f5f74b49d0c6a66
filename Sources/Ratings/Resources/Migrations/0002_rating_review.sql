-- What was done about a bad rating: verified with the person, corrected, called back; or contested, and decided by another.
CREATE TABLE rating_review (
    id BIGINT PRIMARY KEY REFERENCES service_rating (id),
    organ TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'contacted', 'corrected', 'closed', 'excluded')),
    contact_due TEXT NOT NULL,
    correction_due TEXT NOT NULL,
    callback_due TEXT,
    ruling_due TEXT,
    -- Who did each step, when, and what they say, as JSON.
    contacted TEXT,
    corrected TEXT,
    called_back TEXT,
    is_satisfied BIGINT,
    appeal TEXT,
    appealed_by BIGINT,
    ruling TEXT,
    ruled_by BIGINT,
    is_granted BIGINT,
    CHECK (ruled_by IS NULL OR ruled_by <> appealed_by),
    CHECK ((ruling IS NULL) = (is_granted IS NULL))
);

CREATE INDEX rating_review_organ ON rating_review (organ, state, id);

CREATE INDEX rating_review_state ON rating_review (state, id);
