-- Whether the limit of a matter is one that the district has promised, and not one of the law.
ALTER TABLE supervised_matter ADD COLUMN is_promise BIGINT NOT NULL DEFAULT 0;
