-- Days that are over counted orders among the cases that were decided; they are counted once more.
UPDATE cockpit_day SET is_final = 0;
