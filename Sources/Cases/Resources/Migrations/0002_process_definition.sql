-- Every version of every process, so that a running case finishes on the one it began with.
CREATE TABLE process_definition (
    id TEXT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    digest TEXT NOT NULL,
    xml TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    PRIMARY KEY (id, version)
);

-- Case numbers are handed out from blocks, so that no counter row is written for every case.
CREATE TABLE case_number_block (
    day TEXT PRIMARY KEY,
    next_sequence BIGINT NOT NULL
);
