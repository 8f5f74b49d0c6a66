-- The tree only grows. This is SQLite's spelling.
CREATE TRIGGER journal_tile_only_grows
BEFORE UPDATE ON journal_tile
WHEN NEW.level <> OLD.level OR NEW.tile_index <> OLD.tile_index
    OR substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes
BEGIN
    SELECT RAISE(ABORT, 'journal tiles only grow');
END;

CREATE TRIGGER journal_tile_no_delete
BEFORE DELETE ON journal_tile
BEGIN
    SELECT RAISE(ABORT, 'journal tiles stay');
END;

CREATE TRIGGER journal_checkpoint_no_update
BEFORE UPDATE ON journal_checkpoint
BEGIN
    SELECT RAISE(ABORT, 'checkpoints do not change');
END;

CREATE TRIGGER journal_checkpoint_no_delete
BEFORE DELETE ON journal_checkpoint
BEGIN
    SELECT RAISE(ABORT, 'checkpoints stay');
END;

-- Also keeps INSERT OR REPLACE from changing one.
CREATE TRIGGER journal_checkpoint_only_larger
BEFORE INSERT ON journal_checkpoint
WHEN EXISTS (SELECT 1 FROM journal_checkpoint WHERE size >= NEW.size)
BEGIN
    SELECT RAISE(ABORT, 'checkpoints only grow');
END;

CREATE TRIGGER journal_cosignature_no_update
BEFORE UPDATE ON journal_cosignature
BEGIN
    SELECT RAISE(ABORT, 'cosignatures do not change');
END;

CREATE TRIGGER journal_cosignature_no_delete
BEFORE DELETE ON journal_cosignature
BEGIN
    SELECT RAISE(ABORT, 'cosignatures stay');
END;
