-- The rules of inspection in force: those of the highest version; without a row those delivered with the program.
CREATE TABLE content_inspection_rules (
    version BIGINT NOT NULL PRIMARY KEY,
    body TEXT NOT NULL,
    published_at BIGINT NOT NULL,
    published_by TEXT NOT NULL
);

-- What a person found where no table knows: so many faults, none among it.
CREATE TABLE content_finding (
    id BIGINT NOT NULL PRIMARY KEY,
    site_id BIGINT NOT NULL REFERENCES content_site (id),
    code TEXT NOT NULL,
    faults BIGINT NOT NULL CHECK (faults >= 0),
    words TEXT NOT NULL,
    found_on TEXT NOT NULL,
    found_at BIGINT NOT NULL,
    found_by BIGINT NOT NULL,
    found_by_name TEXT NOT NULL
);

CREATE INDEX content_finding_by_site ON content_finding (site_id, found_on, id);

-- What is wrong in documents that are out, as far as a program can see it.
CREATE TABLE content_flaw (
    document_id BIGINT NOT NULL REFERENCES content_document (id),
    kind TEXT NOT NULL CHECK (kind IN ('dead_link', 'unchecked_link', 'wrong_word')),
    detail TEXT NOT NULL,
    hint TEXT NOT NULL,
    site_id BIGINT NOT NULL,
    found_at BIGINT NOT NULL,
    PRIMARY KEY (document_id, kind, detail)
);

CREATE INDEX content_flaw_by_site ON content_flaw (site_id, kind, document_id);

-- Where the walk through all documents stands, and up to which change they have been looked at.
CREATE TABLE content_check (
    name TEXT NOT NULL PRIMARY KEY,
    after_id BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_id BIGINT NOT NULL,
    ended_at BIGINT
);

CREATE INDEX content_document_changed ON content_document (changed_at, id) WHERE live_edition_id IS NOT NULL;

-- Whom a column that runs out was told of, once for each end and stage.
CREATE TABLE content_column_warning (
    column_id BIGINT NOT NULL REFERENCES content_column (id),
    due_on TEXT NOT NULL,
    stage TEXT NOT NULL CHECK (stage IN ('soon', 'late')),
    told_at BIGINT NOT NULL,
    told BIGINT NOT NULL,
    PRIMARY KEY (column_id, due_on, stage)
);

-- The score card of a site on a day: the reports are made of them.
CREATE TABLE content_inspection (
    site_id BIGINT NOT NULL REFERENCES content_site (id),
    day TEXT NOT NULL,
    verdict TEXT NOT NULL,
    score BIGINT NOT NULL,
    card TEXT NOT NULL,
    PRIMARY KEY (site_id, day)
);
