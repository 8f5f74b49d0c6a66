-- Signals that a rule publishes (监察信号公开): what everybody may read of them, and neither persons nor case numbers.
CREATE TABLE published_signal (
    signal_id BIGINT NOT NULL PRIMARY KEY REFERENCES supervision_signal (id),
    organ TEXT NOT NULL,
    -- As it was called then.
    organ_name TEXT NOT NULL,
    -- What kind of matter it is about, in words.
    kind TEXT NOT NULL,
    rule_name TEXT NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('yellow', 'red')),
    raised_on TEXT NOT NULL,
    -- Days past the limit; nothing where no limit was passed.
    late_days BIGINT,
    -- Whether it was still not done.
    is_open BIGINT NOT NULL CHECK (is_open IN (0, 1)),
    published_at BIGINT NOT NULL
);
