-- What the public finds on the portal: one row for each thing that is public now, whatever module it comes from.
CREATE TABLE search_document (
    -- The day it speaks of, and a number within the day: newest first is the order of the key.
    id BIGINT NOT NULL PRIMARY KEY,
    source TEXT NOT NULL,
    key TEXT NOT NULL,
    site TEXT NOT NULL,
    kind TEXT NOT NULL,
    organ TEXT NOT NULL,
    language TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    address TEXT NOT NULL,
    date TEXT NOT NULL,
    UNIQUE (source, key)
);

-- What it is found by. Words are cut by the program; the tokenizer only splits at blanks.
CREATE VIRTUAL TABLE search_text USING fts5 (words, tokenize = 'ascii', detail = 'none');

-- From which version of its texts a source was last read as a whole.
CREATE TABLE search_source (
    source TEXT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    read_at BIGINT NOT NULL
);
