-- The words of a case for searching: its names cut into pairs of characters, and who may see it as words too.
CREATE TABLE case_text (
    case_id BIGINT NOT NULL PRIMARY KEY REFERENCES service_case (id),
    words TSVECTOR NOT NULL
);

CREATE INDEX case_text_words ON case_text USING gin (words);

-- Cases from before there were words; a recurring job writes theirs.
CREATE TABLE case_text_pending (
    case_id BIGINT NOT NULL PRIMARY KEY
);

INSERT INTO case_text_pending (case_id) SELECT id FROM service_case;
