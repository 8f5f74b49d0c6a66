-- Processes that were published by people: by whom, with which versions of the processes they call, and from when no
-- new case begins on them. Those that come with the program have none of it.
ALTER TABLE process_definition ADD COLUMN published_by BIGINT;
ALTER TABLE process_definition ADD COLUMN calls TEXT;
ALTER TABLE process_definition ADD COLUMN retired_at BIGINT;
