-- What people do with a step besides finishing it: sign as well, do it in another's place, wait their turn, let it
-- stand still, urge. The process instance knows all of it; here stands what lists ask for and pages show.
ALTER TABLE case_task ADD COLUMN added_by BIGINT;
ALTER TABLE case_task ADD COLUMN added_by_name TEXT;
ALTER TABLE case_task ADD COLUMN owner_id BIGINT;
ALTER TABLE case_task ADD COLUMN owner_name TEXT;
ALTER TABLE case_task ADD COLUMN parked BIGINT NOT NULL DEFAULT 0 CHECK (parked IN (0, 1));
ALTER TABLE case_task ADD COLUMN suspended BIGINT NOT NULL DEFAULT 0 CHECK (suspended IN (0, 1));
ALTER TABLE case_task ADD COLUMN urgings BIGINT NOT NULL DEFAULT 0;
