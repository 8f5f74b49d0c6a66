-- The journal by what an auditor asks for, each along an index in the order of the answer. The index by actor gives
-- way to the one that has the time in it.
CREATE INDEX journal_entry_at ON journal_entry (at, id);

CREATE INDEX journal_entry_actor_at ON journal_entry (actor_id, at, id);

CREATE INDEX journal_entry_action_at ON journal_entry (action, at, id);

CREATE INDEX journal_entry_organ_at ON journal_entry (actor_organ, at, id) WHERE actor_organ IS NOT NULL;

DROP INDEX journal_entry_actor;
