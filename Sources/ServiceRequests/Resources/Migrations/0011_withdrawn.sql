-- What was said again and taken back before may be said again once more.
UPDATE service_request SET earlier = NULL WHERE result = 'withdrawn' AND earlier IS NOT NULL;
-- One that accuses an organ is known to everybody by its published answer alone.
UPDATE service_request SET is_public = 0 WHERE accused IS NOT NULL;
