-- What a document that is out is found under besides its column: life events, groups of people, and the chosen facts of
-- its kind, for example `life_event birth`, `industry tourism`.
CREATE TABLE content_facet (
    document_id BIGINT NOT NULL REFERENCES content_document (id),
    facet TEXT NOT NULL,
    kind TEXT NOT NULL,
    column_id BIGINT NOT NULL,
    live_at BIGINT NOT NULL,
    PRIMARY KEY (document_id, facet)
);

CREATE INDEX content_facet_by_kind ON content_facet (facet, kind, live_at, document_id);
CREATE INDEX content_facet_by_column ON content_facet (column_id, facet, live_at, document_id);
