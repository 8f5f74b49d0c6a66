-- Words of the original with what stands in their place in another language: exceptions to the conversion into traditional
-- characters, and names in English.
CREATE TABLE language_phrase (
    language TEXT NOT NULL CHECK (language IN ('zh-Hant', 'en')),
    original TEXT NOT NULL,
    words TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (language, original)
);
