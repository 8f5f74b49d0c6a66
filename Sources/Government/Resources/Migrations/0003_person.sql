-- Natural persons the district knows. Personal data: every read of it for somebody else is journalled.
CREATE TABLE person (
    id BIGINT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    identity_number TEXT NOT NULL UNIQUE,
    phone TEXT NOT NULL,
    division_code TEXT NOT NULL REFERENCES division (code),
    address TEXT NOT NULL
);
