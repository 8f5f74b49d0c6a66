-- Directories of staff that keep accounts here in step with theirs (SCIM 2.0, RFC 7643 and 7644).
CREATE TABLE directory_source (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    purpose TEXT NOT NULL,
    -- How long a token counts, in days.
    life_days BIGINT NOT NULL CHECK (life_days BETWEEN 1 AND 365),
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'refused', 'revoked')),
    drafted_by BIGINT NOT NULL,
    drafter TEXT NOT NULL,
    drafted_at BIGINT NOT NULL,
    -- A second person, always.
    decided_by BIGINT,
    decider TEXT,
    decided_at BIGINT,
    remark TEXT,
    -- SHA-256 of the token: whoever reads this table cannot use it.
    token_hash TEXT,
    token_issued_at BIGINT,
    token_expires_at BIGINT,
    revoked_by BIGINT,
    revoker TEXT,
    revoked_at BIGINT,
    CHECK (decided_by IS NULL OR decided_by <> drafted_by),
    CHECK (state NOT IN ('approved', 'refused') OR decided_by IS NOT NULL),
    CHECK (token_hash IS NULL OR (state = 'approved' AND token_expires_at IS NOT NULL)),
    CHECK ((state = 'revoked') = (revoked_by IS NOT NULL))
);

CREATE UNIQUE INDEX directory_source_token ON directory_source (token_hash);

-- What a directory says of an account of the staff.
CREATE TABLE directory_user (
    source_id BIGINT NOT NULL REFERENCES directory_source (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    external_id TEXT,
    -- The attributes that the account itself has no column for, as JSON.
    profile TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    -- When the directory removed it; to that directory there is no such account since.
    removed_at BIGINT,
    PRIMARY KEY (source_id, account_id)
);

CREATE INDEX directory_user_external ON directory_user (source_id, external_id);

-- Groups of a directory; one that stands for a post asks for it, and gives nothing.
CREATE TABLE directory_group (
    id BIGINT NOT NULL PRIMARY KEY,
    source_id BIGINT NOT NULL REFERENCES directory_source (id),
    display_name TEXT NOT NULL,
    external_id TEXT,
    organ TEXT,
    role TEXT,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    CHECK ((organ IS NULL) = (role IS NULL))
);

CREATE INDEX directory_group_source ON directory_group (source_id, id);

CREATE TABLE directory_member (
    group_id BIGINT NOT NULL REFERENCES directory_group (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL REFERENCES account (id),
    PRIMARY KEY (group_id, account_id)
);

CREATE INDEX directory_member_account ON directory_member (account_id, group_id);
