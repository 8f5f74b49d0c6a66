-- When an officer urged a step last (催办), which they do once a day; NULL where none did, and for what was urged before.
ALTER TABLE case_task ADD COLUMN urged_at BIGINT;
