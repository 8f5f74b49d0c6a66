-- 纠错: what a reader says is wrong on a page, and what the editors answered. Who said it nobody asks.
CREATE TABLE content_correction (
    id BIGINT NOT NULL PRIMARY KEY,
    -- With which the reader finds the answer.
    code TEXT NOT NULL UNIQUE,
    site_id BIGINT NOT NULL REFERENCES content_site (id),
    -- None for the home of a site: everybody who works in it answers.
    column_id BIGINT REFERENCES content_column (id),
    document_id BIGINT,
    path TEXT NOT NULL,
    title TEXT NOT NULL,
    kind TEXT NOT NULL,
    passage TEXT NOT NULL,
    words TEXT NOT NULL,
    received_at BIGINT NOT NULL,
    outcome TEXT,
    answer TEXT,
    answered_at BIGINT,
    answered_by BIGINT,
    answered_by_name TEXT,
    CHECK ((outcome IS NULL) = (answer IS NULL)),
    CHECK ((outcome IS NULL) = (answered_at IS NULL)),
    CHECK ((outcome IS NULL) = (answered_by IS NULL))
);

CREATE INDEX content_correction_open ON content_correction (site_id, received_at, id) WHERE answered_at IS NULL;
CREATE INDEX content_correction_by_site ON content_correction (site_id, received_at, id);
CREATE INDEX content_correction_by_column ON content_correction (column_id, received_at, id);
