-- The code by which a person is found once the identity number is sealed; NULL while it is plain text.
ALTER TABLE person ADD COLUMN identity_index TEXT;

CREATE UNIQUE INDEX person_by_identity ON person (identity_index);
