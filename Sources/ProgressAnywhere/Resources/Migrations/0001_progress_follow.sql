-- Whom somebody lets see how their own matters stand (亲友关注).
CREATE TABLE progress_follow (
    id BIGINT NOT NULL PRIMARY KEY,
    owner_id BIGINT NOT NULL REFERENCES account (id),
    follower_id BIGINT NOT NULL REFERENCES account (id),
    relation TEXT NOT NULL,
    -- One matter; NULL for all of them.
    case_number TEXT,
    valid_until TEXT NOT NULL,
    invited_at BIGINT NOT NULL,
    accepted_at BIGINT,
    ended_by BIGINT REFERENCES account (id),
    ended_at BIGINT,
    CHECK (owner_id <> follower_id),
    CHECK ((ended_at IS NULL) = (ended_by IS NULL))
);
CREATE INDEX progress_follow_owner ON progress_follow (owner_id, id);
CREATE INDEX progress_follow_follower ON progress_follow (follower_id, id);
