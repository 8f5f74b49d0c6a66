-- What people did in a month while their post stood in an office (科室), by figure. It is a part of what performance_figure
-- has of the same person: the rest they did outside offices.
CREATE TABLE performance_office_figure (
    month TEXT NOT NULL,
    organ TEXT NOT NULL,
    office TEXT NOT NULL,
    post TEXT NOT NULL,
    account_id BIGINT NOT NULL,
    figure TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (month, organ, office, post, account_id, figure)
);

-- The offices as they were when a period was frozen (JSON); NULL for periods that were frozen before there were offices.
ALTER TABLE performance_period ADD COLUMN offices TEXT;

-- The points (in hundredths) of the offices of a frozen period and their places within the organ, as they were then.
CREATE TABLE performance_office_score (
    period TEXT NOT NULL REFERENCES performance_period (period),
    organ TEXT NOT NULL,
    office TEXT NOT NULL,
    points BIGINT NOT NULL,
    place BIGINT NOT NULL,
    PRIMARY KEY (period, organ, office)
);
