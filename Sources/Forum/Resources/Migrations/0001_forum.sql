-- The citizens' forum: who writes under which name, topics, posts, what others say of them, and who may not write for a time.
CREATE TABLE forum_member (
    -- The person; one name for each, whatever accounts they have.
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL,
    nickname TEXT NOT NULL,
    -- The nickname as names are compared: width, case and marks do not make another.
    folded TEXT NOT NULL UNIQUE,
    -- Posts a moderator has let through since the last one that was taken away.
    approved BIGINT NOT NULL CHECK (approved >= 0),
    joined_at BIGINT NOT NULL,
    blocked_until BIGINT
);

CREATE TABLE forum_topic (
    id BIGINT NOT NULL PRIMARY KEY,
    board TEXT NOT NULL,
    member_id BIGINT NOT NULL REFERENCES forum_member (id),
    title TEXT NOT NULL,
    -- That of its first post.
    state TEXT NOT NULL CHECK (state IN ('waiting', 'shown', 'refused', 'hidden', 'deleted')),
    created_at BIGINT NOT NULL,
    -- When something was last shown in it.
    last_at BIGINT NOT NULL,
    -- Whether the search knows it as it is.
    is_told BIGINT NOT NULL CHECK (is_told IN (0, 1))
);

CREATE INDEX forum_topic_newest ON forum_topic (last_at, id) WHERE state = 'shown';
CREATE INDEX forum_topic_by_board ON forum_topic (board, last_at, id) WHERE state = 'shown';
CREATE INDEX forum_topic_by_member ON forum_topic (member_id, id);
CREATE INDEX forum_topic_untold ON forum_topic (id) WHERE is_told = 0;

CREATE TABLE forum_post (
    id BIGINT NOT NULL PRIMARY KEY,
    topic_id BIGINT NOT NULL REFERENCES forum_topic (id),
    -- Who wrote it, or the organ in whose name it was written.
    member_id BIGINT REFERENCES forum_member (id),
    organ TEXT,
    written_by BIGINT NOT NULL,
    is_first BIGINT NOT NULL CHECK (is_first IN (0, 1)),
    -- With the numbers of persons covered; empty once its author has taken it away.
    words TEXT NOT NULL,
    -- Digest of the words, to know the same again.
    digest TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'shown', 'refused', 'hidden', 'deleted')),
    -- Why it waits for a moderator.
    flag TEXT,
    -- Why a moderator refused or hid it: a code of the rules.
    reason TEXT,
    decided_by BIGINT,
    created_at BIGINT NOT NULL,
    edited_at BIGINT,
    CHECK ((member_id IS NULL) <> (organ IS NULL)),
    CHECK (state <> 'waiting' OR flag IS NOT NULL),
    CHECK (state NOT IN ('refused', 'hidden') OR reason IS NOT NULL),
    -- Nobody decides about what they wrote.
    CHECK (decided_by IS NULL OR organ IS NOT NULL OR decided_by <> written_by)
);

CREATE INDEX forum_post_by_topic ON forum_post (topic_id, id);
CREATE INDEX forum_post_by_member ON forum_post (member_id, id);
CREATE INDEX forum_post_by_digest ON forum_post (digest, id);
CREATE INDEX forum_post_waiting ON forum_post (id) WHERE state = 'waiting';
CREATE INDEX forum_post_official ON forum_post (topic_id, id) WHERE organ IS NOT NULL;

-- Who agrees with a post: each person once.
CREATE TABLE forum_support (
    post_id BIGINT NOT NULL REFERENCES forum_post (id),
    member_id BIGINT NOT NULL REFERENCES forum_member (id),
    supported_at BIGINT NOT NULL,
    PRIMARY KEY (post_id, member_id)
);

-- What readers find wrong with a post (举报): each person once.
CREATE TABLE forum_report (
    id BIGINT NOT NULL PRIMARY KEY,
    post_id BIGINT NOT NULL REFERENCES forum_post (id),
    member_id BIGINT NOT NULL REFERENCES forum_member (id),
    reason TEXT NOT NULL,
    -- Sealed.
    words TEXT NOT NULL,
    reported_at BIGINT NOT NULL,
    outcome TEXT CHECK (outcome IN ('upheld', 'dismissed')),
    closed_by BIGINT,
    closed_at BIGINT,
    UNIQUE (post_id, member_id),
    CHECK ((outcome IS NULL) = (closed_at IS NULL))
);

CREATE INDEX forum_report_open ON forum_report (id) WHERE closed_at IS NULL;

-- Who may not write for a time (禁言), and what they say against it.
CREATE TABLE forum_block (
    id BIGINT NOT NULL PRIMARY KEY,
    member_id BIGINT NOT NULL REFERENCES forum_member (id),
    -- A code of the rules.
    reason TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    until_at BIGINT NOT NULL,
    blocked_by BIGINT NOT NULL,
    -- Sealed.
    appeal TEXT,
    appealed_at BIGINT,
    decision TEXT CHECK (decision IN ('upheld', 'lifted')),
    answer TEXT,
    decided_by BIGINT,
    decided_at BIGINT,
    -- When it was over, by time or by decision.
    ended_at BIGINT,
    CHECK ((appeal IS NULL) = (appealed_at IS NULL)),
    CHECK ((decision IS NULL) = (decided_at IS NULL)),
    -- An appeal goes to another person.
    CHECK (decided_by IS NULL OR decided_by <> blocked_by)
);

CREATE INDEX forum_block_by_member ON forum_block (member_id, id);
CREATE INDEX forum_block_open ON forum_block (until_at) WHERE ended_at IS NULL;
CREATE INDEX forum_block_appealed ON forum_block (id) WHERE appealed_at IS NOT NULL AND decided_at IS NULL;

-- A post that becomes a request to the government, with its author's consent or by an office of its own accord.
CREATE TABLE forum_uptake (
    -- The post.
    id BIGINT NOT NULL PRIMARY KEY REFERENCES forum_post (id),
    member_id BIGINT NOT NULL REFERENCES forum_member (id),
    state TEXT NOT NULL CHECK (state IN ('asked', 'declined', 'filed', 'answered', 'ended')),
    category TEXT NOT NULL,
    kind TEXT NOT NULL,
    division TEXT NOT NULL,
    asked_by BIGINT NOT NULL,
    asked_at BIGINT NOT NULL,
    -- The public number of the case.
    number TEXT UNIQUE,
    filed_at BIGINT,
    CHECK ((number IS NULL) = (filed_at IS NULL)),
    CHECK (state IN ('asked', 'declined') OR number IS NOT NULL)
);

CREATE INDEX forum_uptake_by_member ON forum_uptake (member_id, id);
CREATE INDEX forum_uptake_open ON forum_uptake (id) WHERE state = 'filed';
