-- Originals on paper that belong to a case, and who has them; and results that were sent by express.
CREATE TABLE hall_paper (
    id BIGINT NOT NULL PRIMARY KEY,
    case_number TEXT NOT NULL,
    -- What it is, and how many sheets.
    words TEXT NOT NULL,
    -- The organ that has it.
    place TEXT NOT NULL REFERENCES organ (key),
    taken_by BIGINT NOT NULL REFERENCES account (id),
    taken_at BIGINT NOT NULL,
    -- The organ that it was handed to and that has not signed for it.
    heading_to TEXT REFERENCES organ (key),
    handed_by BIGINT REFERENCES account (id),
    handed_at BIGINT,
    returned_by BIGINT REFERENCES account (id),
    returned_at BIGINT,
    CHECK ((heading_to IS NULL) = (handed_by IS NULL)),
    CHECK ((heading_to IS NULL) = (handed_at IS NULL)),
    CHECK ((returned_by IS NULL) = (returned_at IS NULL)),
    CHECK (returned_at IS NULL OR heading_to IS NULL)
);

CREATE INDEX hall_paper_place ON hall_paper (place, id) WHERE returned_at IS NULL;
CREATE INDEX hall_paper_heading ON hall_paper (heading_to, id) WHERE heading_to IS NOT NULL;
CREATE INDEX hall_paper_case ON hall_paper (case_number, id);

-- One passage from hand to hand, signed by both.
CREATE TABLE hall_paper_receipt (
    id BIGINT NOT NULL PRIMARY KEY,
    paper_id BIGINT NOT NULL REFERENCES hall_paper (id),
    from_organ TEXT NOT NULL REFERENCES organ (key),
    to_organ TEXT NOT NULL REFERENCES organ (key),
    handed_by BIGINT NOT NULL REFERENCES account (id),
    handed_at BIGINT NOT NULL,
    signed_by BIGINT NOT NULL REFERENCES account (id),
    signed_at BIGINT NOT NULL,
    CHECK (signed_by <> handed_by)
);

CREATE INDEX hall_paper_receipt_paper ON hall_paper_receipt (paper_id, id);

CREATE TABLE hall_delivery (
    id BIGINT NOT NULL PRIMARY KEY,
    case_number TEXT NOT NULL,
    company TEXT NOT NULL,
    tracking TEXT NOT NULL,
    organ TEXT NOT NULL REFERENCES organ (key),
    account_id BIGINT REFERENCES account (id),
    sent_by BIGINT NOT NULL REFERENCES account (id),
    sent_at BIGINT NOT NULL,
    UNIQUE (company, tracking)
);

CREATE INDEX hall_delivery_organ ON hall_delivery (organ, id);
CREATE INDEX hall_delivery_account ON hall_delivery (account_id, id);
