-- What waits for a day: cards that may still be appealed, and appeals that are to be decided. A card that is confirmed
-- (nobody has appealed in time, or the appeal was not upheld) is kept in the state 'upheld': programs that came before
-- know it as one that stands, and level tells it from a reminder whose appeal was not upheld.
CREATE INDEX supervision_signal_appealable ON supervision_signal (appeal_until, id)
    WHERE state = 'open' AND level IN ('yellow', 'red');
CREATE INDEX supervision_signal_to_decide ON supervision_signal (decide_until, id) WHERE state = 'appealed';

-- How often those who decide were told of an appeal that waits: before its day, and after it.
ALTER TABLE supervision_signal ADD COLUMN chased BIGINT NOT NULL DEFAULT 0;
