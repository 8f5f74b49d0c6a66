-- SQLite's index of words gives the newest first and stays as it is.
SELECT 1;
