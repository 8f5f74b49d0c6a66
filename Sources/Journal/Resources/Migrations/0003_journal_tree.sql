-- The journal as a Merkle tree in C2SP tile layout. Hashes are hexadecimal, one behind the other.
CREATE TABLE journal_tile (
    level BIGINT NOT NULL CHECK (level BETWEEN 0 AND 7),
    tile_index BIGINT NOT NULL CHECK (tile_index >= 0),
    hashes TEXT NOT NULL CHECK (length(hashes) BETWEEN 64 AND 16384 AND length(hashes) % 64 = 0),
    PRIMARY KEY (level, tile_index)
);

-- What the log has signed: the note is what counts, the other columns are for finding it.
CREATE TABLE journal_checkpoint (
    size BIGINT NOT NULL PRIMARY KEY CHECK (size >= 0),
    root TEXT NOT NULL CHECK (length(root) = 64),
    note TEXT NOT NULL,
    signed_at BIGINT NOT NULL
);

-- What witnesses have added to a checkpoint: one signature line each.
CREATE TABLE journal_cosignature (
    size BIGINT NOT NULL REFERENCES journal_checkpoint (size),
    witness TEXT NOT NULL,
    line TEXT NOT NULL,
    signed_at BIGINT NOT NULL,
    PRIMARY KEY (size, witness)
);

CREATE INDEX journal_cosignature_witness ON journal_cosignature (witness, size);
