-- What a bulletin's figures were before they were refreshed the last time: a list of names with before and after, as JSON.
ALTER TABLE bulletin ADD COLUMN changes TEXT;
