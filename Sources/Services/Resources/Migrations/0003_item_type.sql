-- Types of items (third and fourth digit of a basic code) that a district has added or named otherwise than the program.
CREATE TABLE item_type (
    code TEXT NOT NULL PRIMARY KEY CHECK (length(code) = 2),
    name TEXT NOT NULL
);
