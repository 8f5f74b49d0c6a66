-- An address of an earlier system, or of something that has moved, and the place here that it leads to.
CREATE TABLE content_redirect (
    id BIGINT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    target TEXT NOT NULL,
    made_by_name TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    CHECK (source <> target)
);

CREATE INDEX content_redirect_target ON content_redirect (target, id);
