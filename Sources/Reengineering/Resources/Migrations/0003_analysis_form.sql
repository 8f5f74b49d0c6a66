-- By which form of counting an analysis was made: a program reads its own, and the night makes the others anew.
ALTER TABLE process_analysis ADD COLUMN form BIGINT NOT NULL DEFAULT 1;

-- Those that are to be made anew; there are none once they are.
CREATE INDEX process_analysis_by_form ON process_analysis (form);
