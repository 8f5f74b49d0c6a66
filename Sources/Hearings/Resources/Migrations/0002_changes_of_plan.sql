-- A hearing that will not be held after all. Its state stays the one it had, which programs before this one know.
ALTER TABLE public_hearing ADD COLUMN cancelled_on TEXT;

ALTER TABLE public_hearing ADD COLUMN cancel_reason TEXT;

-- Public questions are counted apart, so that they leave room for what the clerk writes down.
ALTER TABLE hearing_count ADD COLUMN questions BIGINT NOT NULL DEFAULT 0;

UPDATE hearing_count SET questions = (
    SELECT count(*) FROM hearing_line l WHERE l.hearing_id = hearing_count.hearing_id AND l.kind = 'question'
);

-- Why somebody on the list does not come; who gives up themself need not say.
ALTER TABLE hearing_registration ADD COLUMN gone_reason TEXT;

-- A material that is a file, with or without words beside it.
ALTER TABLE hearing_material ADD COLUMN file_id BIGINT;

ALTER TABLE hearing_material ADD COLUMN file_name TEXT;

ALTER TABLE hearing_material ADD COLUMN file_size BIGINT;
