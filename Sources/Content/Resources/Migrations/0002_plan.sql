-- A signature may name the moment at which the edition goes out, and the last day on which it is there.
ALTER TABLE content_edition ADD COLUMN goes_out_at BIGINT;
ALTER TABLE content_edition ADD COLUMN last_day TEXT;

-- What is still to be done by itself, and when: to bring a signed edition out, to take an expired one off.
CREATE TABLE content_plan (
    edition_id BIGINT NOT NULL REFERENCES content_edition (id),
    act TEXT NOT NULL CHECK (act IN ('release', 'expiry')),
    due_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, act)
);

CREATE INDEX content_plan_due ON content_plan (due_at, edition_id);

-- What was out once and is off, by column.
CREATE INDEX content_document_off ON content_document (column_id, changed_at, id)
    WHERE live_edition_id IS NULL AND live_at IS NOT NULL;
