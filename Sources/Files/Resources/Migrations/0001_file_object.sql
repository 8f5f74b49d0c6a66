-- One upload by one person. The content lies in the file store under its hash; equal contents share it.
CREATE TABLE file_object (
    id BIGINT PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    size BIGINT NOT NULL CHECK (size > 0),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    owner_id BIGINT NOT NULL,
    case_number TEXT,
    created_at BIGINT NOT NULL
);

CREATE INDEX file_object_sha256 ON file_object (sha256);

CREATE INDEX file_object_case ON file_object (case_number, id) WHERE case_number IS NOT NULL;

CREATE INDEX file_object_orphan ON file_object (created_at) WHERE case_number IS NULL;
