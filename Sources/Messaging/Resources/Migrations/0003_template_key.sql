-- Which of the house's sentences a message is, and what was filled in, as JSON; NULL for one that stands in no list.
ALTER TABLE message ADD COLUMN template_key TEXT;
ALTER TABLE message ADD COLUMN template_values TEXT;
