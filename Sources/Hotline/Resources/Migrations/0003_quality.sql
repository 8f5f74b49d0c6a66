-- Which weeks' calls have been drawn for a look at their quality (质检抽样).
CREATE TABLE hotline_sample (
    organ TEXT NOT NULL,
    -- Its Monday.
    week TEXT NOT NULL,
    drawn_at BIGINT NOT NULL,
    PRIMARY KEY (organ, week)
);

CREATE TABLE hotline_review (
    id BIGINT NOT NULL PRIMARY KEY,
    call_id BIGINT NOT NULL UNIQUE REFERENCES hotline_call (id),
    organ TEXT NOT NULL,
    agent_id BIGINT NOT NULL,
    agent_name TEXT NOT NULL,
    week TEXT NOT NULL,
    -- The points by the items of the sheet, as they were called then; JSON.
    sheet TEXT,
    total BIGINT,
    remark TEXT,
    scorer_id BIGINT,
    scorer TEXT,
    scored_at BIGINT,
    -- What the agent says against it, once, and what was decided.
    appeal TEXT,
    appealed_at BIGINT,
    decision TEXT,
    decided_by TEXT,
    decided_at BIGINT,
    CHECK (scorer_id IS NULL OR scorer_id <> agent_id),
    CHECK ((scored_at IS NULL) = (total IS NULL)),
    CHECK (appealed_at IS NULL OR scored_at IS NOT NULL),
    CHECK (decided_at IS NULL OR appealed_at IS NOT NULL)
);

CREATE INDEX hotline_review_organ ON hotline_review (organ, id);
CREATE INDEX hotline_review_agent ON hotline_review (agent_id, id);
