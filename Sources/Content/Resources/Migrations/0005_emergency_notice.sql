-- 紧急通知: what stood above every page, and until when. At most one stands at a time.
CREATE TABLE emergency_notice (
    id BIGINT NOT NULL PRIMARY KEY,
    words TEXT NOT NULL,
    address TEXT,
    posted_by BIGINT NOT NULL,
    posted_by_name TEXT NOT NULL,
    posted_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    -- When it was taken down before its end.
    down_at BIGINT,
    CHECK (ends_at > posted_at)
);
