-- Who applied by which way: what came in since the last sum, one row each, without the person; and the sums.
CREATE TABLE access_filing (
    id BIGINT NOT NULL PRIMARY KEY,
    quarter TEXT NOT NULL,
    street TEXT NOT NULL,
    channel TEXT NOT NULL,
    age_group TEXT NOT NULL
);
CREATE TABLE access_figure (
    quarter TEXT NOT NULL,
    street TEXT NOT NULL,
    channel TEXT NOT NULL,
    age_group TEXT NOT NULL,
    filings BIGINT NOT NULL,
    PRIMARY KEY (quarter, street, channel, age_group)
);
