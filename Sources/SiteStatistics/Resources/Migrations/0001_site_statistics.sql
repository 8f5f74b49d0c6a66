-- How often a public page was read in a span of time: a day (2026-11-28) or a month (2026-11). Who read it nobody keeps.
CREATE TABLE statistics_page (
    span TEXT NOT NULL,
    path TEXT NOT NULL,
    visits BIGINT NOT NULL,
    downloads BIGINT NOT NULL,
    -- Of how many visits it is known that the reader came as far as the first, second, third, last quarter.
    depth_1 BIGINT NOT NULL,
    depth_2 BIGINT NOT NULL,
    depth_3 BIGINT NOT NULL,
    depth_4 BIGINT NOT NULL,
    PRIMARY KEY (span, path)
);

CREATE INDEX statistics_page_by_visits ON statistics_page (span, visits, path);
CREATE INDEX statistics_page_by_path ON statistics_page (path, span);

-- The same of a column of a site on a day, and of everything together (site and column `*`); what is in no site has the
-- empty name.
CREATE TABLE statistics_column (
    site TEXT NOT NULL,
    column_code TEXT NOT NULL,
    day TEXT NOT NULL,
    visits BIGINT NOT NULL,
    downloads BIGINT NOT NULL,
    searches BIGINT NOT NULL,
    depth_1 BIGINT NOT NULL,
    depth_2 BIGINT NOT NULL,
    depth_3 BIGINT NOT NULL,
    depth_4 BIGINT NOT NULL,
    PRIMARY KEY (site, column_code, day)
);

CREATE INDEX statistics_column_by_day ON statistics_column (day, site, column_code);
