-- Contents on their way out of the file store. Each is held aside under this id, and removed unless an upload
-- names it. A removal that broke off, and a content whose keeping broke off, is taken up again once it is due.
CREATE TABLE file_removal (
    id BIGINT NOT NULL PRIMARY KEY,
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    due_at BIGINT NOT NULL
);
