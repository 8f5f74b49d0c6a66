-- What people let programs know about them, so that they are not asked every time.
CREATE TABLE openid_consent (
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    client BIGINT NOT NULL REFERENCES openid_client (id),
    scopes TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    PRIMARY KEY (account_id, client)
);

-- Somebody's session as a program knows it: what ends when they sign out here.
CREATE TABLE openid_login (
    id BIGINT NOT NULL PRIMARY KEY,
    account_id BIGINT NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    client BIGINT NOT NULL REFERENCES openid_client (id),
    -- A session gets a new token whenever it rises; when it was opened stays.
    session_opened_at BIGINT NOT NULL,
    subject TEXT NOT NULL,
    began_at BIGINT NOT NULL,
    ended_at BIGINT,
    UNIQUE (account_id, client, session_opened_at)
);
CREATE INDEX openid_login_open ON openid_login (id) WHERE ended_at IS NULL;
CREATE INDEX openid_login_client ON openid_login (client, id);
CREATE INDEX openid_login_ended ON openid_login (ended_at) WHERE ended_at IS NOT NULL;

-- One authorization: the code, and all tokens that come of it.
CREATE TABLE openid_grant (
    id BIGINT NOT NULL PRIMARY KEY,
    login BIGINT NOT NULL REFERENCES openid_login (id) ON DELETE CASCADE,
    client BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    scopes TEXT NOT NULL,
    redirect_uri TEXT NOT NULL,
    nonce TEXT,
    challenge TEXT NOT NULL,
    authenticated_at BIGINT NOT NULL,
    factors TEXT NOT NULL,
    code_hash TEXT NOT NULL UNIQUE,
    code_until BIGINT NOT NULL,
    redeemed_at BIGINT,
    revoked_at BIGINT,
    expires_at BIGINT NOT NULL
);
CREATE INDEX openid_grant_login ON openid_grant (login);
CREATE INDEX openid_grant_account ON openid_grant (account_id, client);
CREATE INDEX openid_grant_expiry ON openid_grant (expires_at);
CREATE INDEX openid_grant_unredeemed ON openid_grant (code_until) WHERE redeemed_at IS NULL;

-- Tokens by their hash. A refresh token that was used stays, so that using it again is noticed.
CREATE TABLE openid_token (
    hash TEXT NOT NULL PRIMARY KEY,
    grant_id BIGINT NOT NULL REFERENCES openid_grant (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('access', 'refresh')),
    scopes TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX openid_token_grant ON openid_token (grant_id);
CREATE INDEX openid_token_expiry ON openid_token (expires_at);
