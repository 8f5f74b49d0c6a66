-- Administrative divisions, GB/T 2260 (6 digits) and below it 9 digits for streets, 12 for communities.
CREATE TABLE division (
    code TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('province', 'city', 'district', 'street', 'community')),
    parent_code TEXT REFERENCES division (code),
    -- 1 when the division was made up for the demonstration.
    is_synthetic BIGINT NOT NULL,
    CHECK ((kind = 'province') = (parent_code IS NULL))
);
CREATE INDEX division_parent ON division (parent_code);
