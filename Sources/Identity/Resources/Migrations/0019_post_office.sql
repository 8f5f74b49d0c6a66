-- In which office (科室) of the organ a post stands; NULL where it stands in none. What is asked for says so too.
ALTER TABLE account_post ADD COLUMN office TEXT REFERENCES organ_office (key);
ALTER TABLE post_change ADD COLUMN office TEXT;
CREATE INDEX account_post_office ON account_post (office) WHERE office IS NOT NULL;
