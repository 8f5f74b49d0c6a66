-- 同义词: words that are asked for alike, one group a row, with blanks between.
CREATE TABLE search_synonym (
    id BIGINT NOT NULL PRIMARY KEY,
    words TEXT NOT NULL UNIQUE,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL
);

-- 推荐结果: what stands first when exactly this is asked.
CREATE TABLE search_best_bet (
    id BIGINT NOT NULL PRIMARY KEY,
    words TEXT NOT NULL,
    title TEXT NOT NULL,
    address TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    UNIQUE (words, address)
);

-- What was asked in vain: words and how often on a day, never who.
CREATE TABLE search_miss (
    day TEXT NOT NULL,
    words TEXT NOT NULL,
    asked BIGINT NOT NULL CHECK (asked > 0),
    PRIMARY KEY (day, words)
);
