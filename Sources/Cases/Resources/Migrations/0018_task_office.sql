-- The office (科室) of whoever finished a step, as it was then; NULL where they stood in none, and for what was finished
-- before offices were kept.
ALTER TABLE case_task ADD COLUMN office TEXT;
