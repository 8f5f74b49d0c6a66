-- When an edition was withdrawn and why, once the next one is being written: it stays withdrawn when that is published.
ALTER TABLE bulletin_edition ADD COLUMN withdrawn_at BIGINT;
ALTER TABLE bulletin_edition ADD COLUMN withdrawn_remark TEXT;
