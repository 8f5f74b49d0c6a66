-- Scanner programs at windows, each with a token of which only the digest is kept, and what they put into the tray.
CREATE TABLE hall_scanner (
    id BIGINT NOT NULL PRIMARY KEY,
    window_id BIGINT NOT NULL REFERENCES hall_window (id),
    name TEXT NOT NULL,
    token_digest TEXT NOT NULL UNIQUE,
    issued_by TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    revoked_at BIGINT
);

CREATE INDEX hall_scanner_window ON hall_scanner (window_id, id);

-- A file that waits for the clerk who sat at the window when it came.
CREATE TABLE hall_scan (
    file_id BIGINT NOT NULL PRIMARY KEY,
    window_id BIGINT NOT NULL REFERENCES hall_window (id),
    clerk_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    size BIGINT NOT NULL,
    received_at BIGINT NOT NULL
);

CREATE INDEX hall_scan_clerk ON hall_scan (clerk_id, file_id);
CREATE INDEX hall_scan_time ON hall_scan (received_at);
