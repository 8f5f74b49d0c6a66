-- Companies, sole traders and other bodies, under their unified social credit code (GB 32100).
CREATE TABLE legal_entity (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    credit_code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('company', 'sole_trader', 'cooperative')),
    legal_representative TEXT NOT NULL,
    representative_id BIGINT REFERENCES person (id),
    phone TEXT NOT NULL,
    division_code TEXT NOT NULL REFERENCES division (code),
    address TEXT NOT NULL,
    registered_on TEXT NOT NULL,
    scope TEXT NOT NULL
);
CREATE INDEX legal_entity_representative ON legal_entity (representative_id);
