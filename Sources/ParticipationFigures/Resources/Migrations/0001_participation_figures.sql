-- What people spoke of: when, about what, where; nobody's name, and no words but the title with the numbers taken out.
CREATE TABLE participation_matter (
    source TEXT NOT NULL,
    -- The source's own key of it, which orders them.
    key BIGINT NOT NULL,
    at BIGINT NOT NULL,
    topic TEXT NOT NULL,
    place TEXT NOT NULL,
    title TEXT NOT NULL,
    PRIMARY KEY (source, key)
);

CREATE INDEX participation_matter_at ON participation_matter (at);

-- The figures as they were last made, as JSON: the page reads one row.
CREATE TABLE participation_figures (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    made_at BIGINT NOT NULL,
    body TEXT NOT NULL
);

-- That a topic rose unusually, with the numbers that showed it; told once in a week.
CREATE TABLE participation_warning (
    id BIGINT NOT NULL PRIMARY KEY,
    topic TEXT NOT NULL,
    -- The Monday of the week.
    week TEXT NOT NULL,
    counted BIGINT NOT NULL,
    usual TEXT NOT NULL,
    told_at BIGINT NOT NULL,
    UNIQUE (topic, week)
);
