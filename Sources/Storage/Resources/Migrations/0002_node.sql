-- The nodes of the installation. Each makes its ids under a number of its own, leased for a while; no id of a
-- node is later than the end of its lease, so that a number can be given on when that has passed, and a clock
-- that was set back repeats no id.
CREATE TABLE node (
    id BIGINT NOT NULL PRIMARY KEY CHECK (id BETWEEN 0 AND 1023),
    holder TEXT NOT NULL,
    name TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    leased_until BIGINT NOT NULL
);

-- What all nodes must know and nobody else: the key that signs form tokens.
CREATE TABLE installation_secret (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
