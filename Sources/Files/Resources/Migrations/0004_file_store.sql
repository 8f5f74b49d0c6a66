-- Which store holds the contents of the uploads: the identity that lies in it, recorded at its first use. One row.
CREATE TABLE file_store (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    identity TEXT NOT NULL CHECK (length(identity) BETWEEN 1 AND 100),
    recorded_at BIGINT NOT NULL
);
