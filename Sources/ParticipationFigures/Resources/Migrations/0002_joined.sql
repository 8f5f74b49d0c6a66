-- 1 for somebody who joined what another had said: said once more, in the words of the other.
ALTER TABLE participation_matter ADD COLUMN is_joined BIGINT NOT NULL DEFAULT 0 CHECK (is_joined IN (0, 1));
