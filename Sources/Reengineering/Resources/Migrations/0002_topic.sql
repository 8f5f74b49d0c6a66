-- What the cases of a service that came in in a year say about a topic, of all organs together (organ '') and of each.
CREATE TABLE process_topic (
    service TEXT NOT NULL,
    year BIGINT NOT NULL,
    organ TEXT NOT NULL,
    -- `waiting`, `parallel`, `materials`, `map`, `conformance`
    topic TEXT NOT NULL,
    -- The form the body is written in: a program reads its own.
    form BIGINT NOT NULL,
    -- How many cases were looked at.
    cases BIGINT NOT NULL,
    body TEXT NOT NULL,
    computed_at BIGINT NOT NULL,
    PRIMARY KEY (service, year, organ, topic)
);

-- The same while it is computed.
CREATE TABLE process_topic_part (
    service TEXT NOT NULL,
    year BIGINT NOT NULL,
    organ TEXT NOT NULL,
    topic TEXT NOT NULL,
    cases BIGINT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (service, year, organ, topic)
);

-- Until when events were looked at for what has to be computed anew, and on which day that was last done.
CREATE TABLE process_analysis_night (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
    day TEXT NOT NULL,
    looked_at BIGINT NOT NULL
);
