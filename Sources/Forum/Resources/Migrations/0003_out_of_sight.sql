-- What a moderator had refused or hidden became deleted when its author took the words away, and the thread of a deleted
-- topic is read by everybody. What has a reason was out of sight, and is again.
UPDATE forum_post SET state = 'hidden' WHERE state = 'deleted' AND reason IS NOT NULL;

UPDATE forum_topic SET state = 'hidden', is_told = 0
WHERE state = 'deleted' AND id IN (SELECT topic_id FROM forum_post WHERE is_first = 1 AND state = 'hidden');
