-- Who wrote what was published last, as JSON: they do not withdraw it. NULL for what was published before this was kept.
ALTER TABLE bulletin ADD COLUMN authors TEXT;
