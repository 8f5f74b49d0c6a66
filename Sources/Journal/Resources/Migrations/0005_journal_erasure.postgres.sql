-- What an entry says about a person can be taken away once it has its place: the leaf hash stays and, without its
-- salt, tells nothing (个人信息保护法, art. 47). PostgreSQL's spelling.
ALTER TABLE journal_entry ADD COLUMN erased_at BIGINT;

DROP TRIGGER journal_entry_no_update ON journal_entry;

CREATE TRIGGER journal_entry_no_update
BEFORE UPDATE OF
    id, at, actor_id, actor_name, actor_organ, actor_roles, action, subject, outcome, channel, address,
    before_digest, after_digest, template, parameters, is_public, detail, salt, leaf_hash, erased_at
ON journal_entry
FOR EACH ROW WHEN (NOT (
    OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL AND OLD.leaf_index IS NOT NULL
    AND NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.leaf_hash = OLD.leaf_hash
    AND NEW.action = OLD.action AND NEW.subject = OLD.subject AND NEW.outcome = OLD.outcome
    AND NEW.channel = OLD.channel AND NEW.template = OLD.template AND NEW.is_public = OLD.is_public
    AND coalesce(NEW.actor_organ, '') = coalesce(OLD.actor_organ, '') AND NEW.actor_roles = OLD.actor_roles
    AND NEW.actor_id = 0 AND NEW.actor_name = '' AND NEW.address = '' AND NEW.parameters = '[]'
    AND NEW.detail = '{}' AND NEW.before_digest IS NULL AND NEW.after_digest IS NULL
    AND NEW.salt = '00000000000000000000000000000000'
))
EXECUTE FUNCTION journal_entry_refuse('journal entries do not change');
