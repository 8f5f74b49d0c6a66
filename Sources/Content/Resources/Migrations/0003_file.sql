-- What belongs to an edition besides its text: attachments to be saved, images that stand in it. An edition that begins
-- from another one has the same files.
CREATE TABLE content_file (
    edition_id BIGINT NOT NULL REFERENCES content_edition (id),
    file_id BIGINT NOT NULL REFERENCES file_object (id),
    kind TEXT NOT NULL CHECK (kind IN ('attachment', 'image')),
    -- The case the upload belongs to: that of the edition it was uploaded for.
    case_number TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL,
    -- Of an image: what it shows, in words; its pixels; a smaller one for phones.
    alt TEXT,
    width BIGINT,
    height BIGINT,
    small_id BIGINT REFERENCES file_object (id),
    small_width BIGINT,
    added_by BIGINT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (edition_id, file_id),
    CHECK ((kind = 'image') = (alt IS NOT NULL AND width IS NOT NULL AND height IS NOT NULL))
);

CREATE INDEX content_file_by_file ON content_file (file_id, edition_id);

-- The words that could be read in an attachment, once for all editions; none for a scan.
CREATE TABLE content_file_words (
    file_id BIGINT NOT NULL PRIMARY KEY REFERENCES file_object (id),
    words TEXT NOT NULL
);
