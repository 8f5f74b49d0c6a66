-- When the figures of an edition were read and who approved it: what stands again when a correction is given up. NULL for
-- editions from before this was kept.
ALTER TABLE bulletin_edition ADD COLUMN generated_at BIGINT;
ALTER TABLE bulletin_edition ADD COLUMN approved_by BIGINT;
