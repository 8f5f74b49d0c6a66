-- What an organ had said before it corrected its answer (更正) or withdrew it (撤回): an answer of the government is not
-- changed so that nobody sees it.
CREATE TABLE forum_revision (
    id BIGINT NOT NULL PRIMARY KEY,
    -- The answer; its own words are empty once it is withdrawn.
    post_id BIGINT NOT NULL REFERENCES forum_post (id),
    -- The words until then.
    words TEXT NOT NULL,
    -- Why it was withdrawn; NULL for a correction.
    withdrawal TEXT,
    revised_by BIGINT NOT NULL,
    revised_at BIGINT NOT NULL
);

CREATE INDEX forum_revision_by_post ON forum_revision (post_id, id);
