-- Targets of an organ that is gone go on with whoever took up what it did: the organ that answers now, and since when.
ALTER TABLE target_plan ADD COLUMN heir TEXT;
ALTER TABLE target_plan ADD COLUMN inherited_on TEXT;
