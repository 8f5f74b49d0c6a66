-- The table itself refuses a changed past. This is SQLite's spelling; PostgreSQL says the same with
-- BEFORE UPDATE OR DELETE ... EXECUTE FUNCTION and revoked TRUNCATE.
CREATE TRIGGER journal_entry_no_update
BEFORE UPDATE OF
    id, at, actor_id, actor_name, actor_organ, actor_roles, action, subject, outcome, channel, address,
    before_digest, after_digest, template, parameters, is_public, detail, salt, leaf_hash
ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'journal entries do not change');
END;

CREATE TRIGGER journal_entry_no_delete
BEFORE DELETE ON journal_entry
BEGIN
    SELECT RAISE(ABORT, 'journal entries stay');
END;

-- A place in the tree is given once.
CREATE TRIGGER journal_entry_one_place
BEFORE UPDATE OF leaf_index ON journal_entry
WHEN OLD.leaf_index IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'journal entries keep their place');
END;

-- INSERT OR REPLACE would delete a row without asking the trigger above.
CREATE TRIGGER journal_entry_no_replace
BEFORE INSERT ON journal_entry
WHEN NEW.leaf_index IS NOT NULL OR EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'journal entries are only added');
END;
