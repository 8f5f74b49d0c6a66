-- The passages that went with a version, each with the comments because of which it went, as JSON; empty where that was not
-- kept yet.
ALTER TABLE public_consultation_version ADD COLUMN removed TEXT;
