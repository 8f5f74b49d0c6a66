-- The logs of others that this installation witnesses, as each was cosigned last. A size of 0 is none yet.
CREATE TABLE witnessed_log (
    id BIGINT NOT NULL PRIMARY KEY,
    origin TEXT NOT NULL UNIQUE,
    size BIGINT NOT NULL CHECK (size >= 0),
    root TEXT NOT NULL CHECK (length(root) = 64),
    note TEXT,
    cosigned_at BIGINT
);
