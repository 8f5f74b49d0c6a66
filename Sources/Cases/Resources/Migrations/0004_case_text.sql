-- The words of a case for searching: its names cut into pairs of characters, and who may see it as words too.
CREATE VIRTUAL TABLE case_text USING fts5 (words, tokenize = 'unicode61 remove_diacritics 0');

-- Cases from before there were words; a recurring job writes theirs.
CREATE TABLE case_text_pending (
    case_id BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO case_text_pending (case_id) SELECT id FROM service_case;
