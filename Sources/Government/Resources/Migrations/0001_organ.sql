-- Organs of the district: bureaus, branches, the service hall and the street offices.
CREATE TABLE organ (
    key TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    full_name TEXT NOT NULL UNIQUE,
    credit_code TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('government', 'bureau', 'hall', 'street')),
    -- Only a street office has one: the street it serves. Every other organ serves the whole district.
    division_code TEXT,
    phone TEXT NOT NULL,
    address TEXT NOT NULL,
    position BIGINT NOT NULL,
    CHECK ((kind = 'street') = (division_code IS NOT NULL))
);
CREATE UNIQUE INDEX organ_street ON organ (division_code) WHERE division_code IS NOT NULL;
