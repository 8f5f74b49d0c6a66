-- Files of items that were handed in: their rows, and what has become of each.
CREATE TABLE item_import (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL,
    account TEXT NOT NULL,
    file_name TEXT NOT NULL,
    sheet TEXT NOT NULL,
    report TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('tried', 'running', 'done')),
    created_at BIGINT NOT NULL
);
