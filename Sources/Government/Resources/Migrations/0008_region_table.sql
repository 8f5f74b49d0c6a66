-- Tables of the divisions of the whole country (GB/T 2260), as administrators imported them; the newest state counts.
CREATE TABLE region_table (
    id BIGINT NOT NULL PRIMARY KEY,
    state_on TEXT NOT NULL UNIQUE,
    body TEXT NOT NULL,
    imported_by BIGINT NOT NULL,
    imported_by_name TEXT NOT NULL,
    imported_at BIGINT NOT NULL
);
