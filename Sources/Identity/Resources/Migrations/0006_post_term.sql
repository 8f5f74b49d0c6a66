-- From which day and until which somebody holds a post; NULL is without beginning or end.
ALTER TABLE account_post ADD COLUMN valid_from TEXT;
ALTER TABLE account_post ADD COLUMN valid_until TEXT;
-- Staff in the order of their names, among however many citizens.
CREATE INDEX account_staff ON account (name) WHERE person_id IS NULL;
