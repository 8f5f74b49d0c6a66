-- Who an attachment says has made it, one name a line; none where it names nobody.
ALTER TABLE content_file ADD COLUMN makers TEXT;
