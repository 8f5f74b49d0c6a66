-- A site of the group (网站群): the district portal or one of its sub-sites.
CREATE TABLE content_site (
    id BIGINT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    motto TEXT NOT NULL,
    -- Key of the organ that runs it.
    organ TEXT NOT NULL,
    accent TEXT NOT NULL,
    -- A name of a host whose root is this site's home.
    host TEXT UNIQUE,
    is_portal BIGINT NOT NULL CHECK (is_portal IN (0, 1))
);

CREATE UNIQUE INDEX content_site_portal ON content_site (is_portal) WHERE is_portal = 1;

-- 栏目: what is published together, kept up to date within so many days.
CREATE TABLE content_column (
    id BIGINT NOT NULL PRIMARY KEY,
    site_id BIGINT NOT NULL REFERENCES content_site (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    intro TEXT NOT NULL,
    -- Which kind of document begins here: article, notice, policy.
    kind TEXT NOT NULL,
    -- Within how many days something new is expected; none for a column that changes when the matter does.
    update_days BIGINT CHECK (update_days > 0),
    position BIGINT NOT NULL,
    UNIQUE (site_id, code)
);

-- Who writes, reviews and publishes in a column.
CREATE TABLE content_post (
    column_id BIGINT NOT NULL REFERENCES content_column (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    role TEXT NOT NULL CHECK (role IN ('editor', 'reviewer', 'publisher')),
    PRIMARY KEY (column_id, account_id, role)
);

CREATE INDEX content_post_by_account ON content_post (account_id, column_id);

-- What has an address and lasts: its editions replace each other. Where an edition stands its case says; here is only
-- which edition everybody reads, and which one is being worked on.
CREATE TABLE content_document (
    id BIGINT NOT NULL PRIMARY KEY,
    site_id BIGINT NOT NULL REFERENCES content_site (id),
    column_id BIGINT NOT NULL REFERENCES content_column (id),
    kind TEXT NOT NULL,
    live_edition_id BIGINT,
    draft_edition_id BIGINT,
    -- When it was first out, and when it was last changed.
    live_at BIGINT,
    changed_at BIGINT,
    CHECK (live_edition_id IS NULL OR live_at IS NOT NULL)
);

CREATE INDEX content_document_live ON content_document (column_id, live_at, id) WHERE live_edition_id IS NOT NULL;
CREATE INDEX content_document_live_site ON content_document (site_id, live_at, id) WHERE live_edition_id IS NOT NULL;
CREATE INDEX content_document_draft ON content_document (column_id, draft_edition_id)
    WHERE draft_edition_id IS NOT NULL;

-- One passage of a document through writing, review and publication.
CREATE TABLE content_edition (
    id BIGINT NOT NULL PRIMARY KEY,
    document_id BIGINT NOT NULL REFERENCES content_document (id),
    column_id BIGINT NOT NULL REFERENCES content_column (id),
    number BIGINT NOT NULL,
    case_number TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    manuscript TEXT NOT NULL,
    -- How often it was saved: two people who write at once do not overwrite each other.
    revision BIGINT NOT NULL,
    -- Only the accounts of content_circle see it before it is out.
    is_limited BIGINT NOT NULL CHECK (is_limited IN (0, 1)),
    author_id BIGINT NOT NULL,
    author_name TEXT NOT NULL,
    -- 保密审查: who answers for it that nothing secret is in it, and when.
    cleared_by BIGINT,
    cleared_by_name TEXT,
    cleared_at BIGINT,
    published_by BIGINT,
    published_by_name TEXT,
    published_at BIGINT,
    UNIQUE (document_id, number),
    CHECK ((cleared_by IS NULL) = (cleared_at IS NULL)),
    CHECK ((published_by IS NULL) = (published_at IS NULL)),
    CHECK (cleared_by IS NULL OR cleared_by <> author_id),
    CHECK (published_by IS NULL OR (published_by <> author_id AND published_by <> cleared_by)),
    CHECK (published_by IS NULL OR cleared_by IS NOT NULL)
);

CREATE TABLE content_circle (
    edition_id BIGINT NOT NULL REFERENCES content_edition (id),
    account_id BIGINT NOT NULL REFERENCES account (id),
    PRIMARY KEY (edition_id, account_id)
);

-- Every text that was saved.
CREATE TABLE content_version (
    edition_id BIGINT NOT NULL REFERENCES content_edition (id),
    revision BIGINT NOT NULL,
    manuscript TEXT NOT NULL,
    saved_by BIGINT NOT NULL,
    saved_by_name TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, revision)
);

-- Who has an edition open in the editor.
CREATE TABLE content_presence (
    edition_id BIGINT NOT NULL REFERENCES content_edition (id),
    account_id BIGINT NOT NULL,
    name TEXT NOT NULL,
    seen_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, account_id)
);

-- What one live document says of another: interprets (解读), amends (修改), repeals (废止).
CREATE TABLE content_link (
    from_id BIGINT NOT NULL REFERENCES content_document (id),
    relation TEXT NOT NULL,
    to_id BIGINT NOT NULL REFERENCES content_document (id),
    PRIMARY KEY (from_id, relation, to_id),
    CHECK (from_id <> to_id)
);

CREATE INDEX content_link_back ON content_link (to_id, relation, from_id);
