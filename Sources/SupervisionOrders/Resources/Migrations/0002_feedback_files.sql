-- Files that prove what was reported: ids and names, as JSON.
ALTER TABLE supervision_order_feedback ADD COLUMN files TEXT NOT NULL DEFAULT '[]';
