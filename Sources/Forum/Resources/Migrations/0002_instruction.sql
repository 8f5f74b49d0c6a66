-- That a leader has instructed about a post (批示): each post once. What was said stands in the order that came of it, and
-- not here.
CREATE TABLE forum_instruction (
    -- The post.
    id BIGINT NOT NULL PRIMARY KEY REFERENCES forum_post (id),
    -- The number of the supervision order that came of it.
    order_number TEXT NOT NULL UNIQUE,
    instructed_by BIGINT NOT NULL,
    instructed_at BIGINT NOT NULL
);
