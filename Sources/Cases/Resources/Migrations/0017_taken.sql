-- When a step was taken by whoever did it: until then it waited, from then on it was worked on. Not known for steps from
-- before, and for those that were finished without having been taken.
ALTER TABLE case_task ADD COLUMN taken_at BIGINT;
