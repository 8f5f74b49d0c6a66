-- What an enterprise says it has put right, sealed; it says how its business goes. What was said before stands in
-- inspection_part.correction, and is read from there.
CREATE TABLE inspection_correction (
    id BIGINT NOT NULL PRIMARY KEY,
    filing_id BIGINT NOT NULL REFERENCES inspection_filing (id),
    organ TEXT NOT NULL,
    words TEXT NOT NULL,
    UNIQUE (filing_id, organ)
);
