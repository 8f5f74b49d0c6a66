-- Plans by which organs merge, divide, change their names or end on a day.
CREATE TABLE restructuring (
    id BIGINT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    basis TEXT NOT NULL,
    effective_on TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'carried_out', 'withdrawn')),
    revision BIGINT NOT NULL,
    steps TEXT NOT NULL,
    record TEXT NOT NULL,
    edited_by BIGINT NOT NULL,
    -- A second person, always.
    approved_by BIGINT,
    CHECK (approved_by IS NULL OR approved_by <> edited_by),
    CHECK (state NOT IN ('approved', 'carried_out') OR approved_by IS NOT NULL)
);

CREATE INDEX restructuring_due ON restructuring (effective_on, id) WHERE state = 'approved';
