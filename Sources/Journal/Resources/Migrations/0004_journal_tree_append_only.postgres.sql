-- The tree only grows: PostgreSQL's spelling, and TRUNCATE, which SQLite does not have.
CREATE TRIGGER journal_tile_only_grows
BEFORE UPDATE ON journal_tile
FOR EACH ROW WHEN (
    NEW.level <> OLD.level OR NEW.tile_index <> OLD.tile_index
    OR substr(NEW.hashes, 1, length(OLD.hashes)) <> OLD.hashes
)
EXECUTE FUNCTION journal_entry_refuse('journal tiles only grow');

CREATE TRIGGER journal_tile_no_delete
BEFORE DELETE ON journal_tile
FOR EACH ROW EXECUTE FUNCTION journal_entry_refuse('journal tiles stay');

CREATE TRIGGER journal_tile_no_truncate
BEFORE TRUNCATE ON journal_tile
FOR EACH STATEMENT EXECUTE FUNCTION journal_entry_refuse('journal tiles stay');

CREATE TRIGGER journal_checkpoint_no_update
BEFORE UPDATE ON journal_checkpoint
FOR EACH ROW EXECUTE FUNCTION journal_entry_refuse('checkpoints do not change');

CREATE TRIGGER journal_checkpoint_no_delete
BEFORE DELETE ON journal_checkpoint
FOR EACH ROW EXECUTE FUNCTION journal_entry_refuse('checkpoints stay');

CREATE TRIGGER journal_checkpoint_no_truncate
BEFORE TRUNCATE ON journal_checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION journal_entry_refuse('checkpoints stay');

CREATE FUNCTION journal_checkpoint_grow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM journal_checkpoint WHERE size >= NEW.size) THEN
        RAISE EXCEPTION 'checkpoints only grow';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER journal_checkpoint_only_larger
BEFORE INSERT ON journal_checkpoint
FOR EACH ROW EXECUTE FUNCTION journal_checkpoint_grow();

CREATE TRIGGER journal_cosignature_no_update
BEFORE UPDATE ON journal_cosignature
FOR EACH ROW EXECUTE FUNCTION journal_entry_refuse('cosignatures do not change');

CREATE TRIGGER journal_cosignature_no_delete
BEFORE DELETE ON journal_cosignature
FOR EACH ROW EXECUTE FUNCTION journal_entry_refuse('cosignatures stay');

CREATE TRIGGER journal_cosignature_no_truncate
BEFORE TRUNCATE ON journal_cosignature
FOR EACH STATEMENT EXECUTE FUNCTION journal_entry_refuse('cosignatures stay');
