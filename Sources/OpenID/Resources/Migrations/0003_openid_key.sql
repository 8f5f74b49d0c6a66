-- What the provider signs with. The private half is sealed with the key ring of the installation.
CREATE TABLE openid_key (
    id BIGINT NOT NULL PRIMARY KEY,
    kid TEXT NOT NULL UNIQUE,
    algorithm TEXT NOT NULL CHECK (algorithm IN ('RS256', 'ES256')),
    private_key TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    -- Since when it signs nothing any more; it is published for a while longer.
    retired_at BIGINT
);
-- One of each algorithm signs.
CREATE UNIQUE INDEX openid_key_present ON openid_key (algorithm) WHERE retired_at IS NULL;
CREATE INDEX openid_key_retired ON openid_key (retired_at);
