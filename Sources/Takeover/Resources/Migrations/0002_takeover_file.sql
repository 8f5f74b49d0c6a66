-- The files that were handed in with a table of cases: they are kept until the cases are taken over or forgotten.
CREATE TABLE takeover_file (
    file_id BIGINT NOT NULL PRIMARY KEY,
    takeover_id BIGINT NOT NULL REFERENCES takeover (id)
);

CREATE INDEX takeover_file_by_takeover ON takeover_file (takeover_id);
