-- The table itself refuses a changed past: PostgreSQL's spelling of the triggers beside it, and TRUNCATE, which
-- SQLite does not have.
CREATE FUNCTION journal_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%', TG_ARGV[0];
END
$$;

CREATE TRIGGER journal_entry_no_update
BEFORE UPDATE OF
    id, at, actor_id, actor_name, actor_organ, actor_roles, action, subject, outcome, channel, address,
    before_digest, after_digest, template, parameters, is_public, detail, salt, leaf_hash
ON journal_entry
FOR EACH ROW EXECUTE FUNCTION journal_entry_refuse('journal entries do not change');

CREATE TRIGGER journal_entry_no_delete
BEFORE DELETE ON journal_entry
FOR EACH ROW EXECUTE FUNCTION journal_entry_refuse('journal entries stay');

CREATE TRIGGER journal_entry_no_truncate
BEFORE TRUNCATE ON journal_entry
FOR EACH STATEMENT EXECUTE FUNCTION journal_entry_refuse('journal entries stay');

-- A place in the tree is given once.
CREATE TRIGGER journal_entry_one_place
BEFORE UPDATE OF leaf_index ON journal_entry
FOR EACH ROW WHEN (OLD.leaf_index IS NOT NULL)
EXECUTE FUNCTION journal_entry_refuse('journal entries keep their place');

CREATE TRIGGER journal_entry_only_added
BEFORE INSERT ON journal_entry
FOR EACH ROW WHEN (NEW.leaf_index IS NOT NULL)
EXECUTE FUNCTION journal_entry_refuse('journal entries are only added');
