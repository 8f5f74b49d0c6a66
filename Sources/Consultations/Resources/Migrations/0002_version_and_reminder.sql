-- Which version of the draft a comment speaks to: the one that was published last when it was made.
ALTER TABLE public_comment ADD COLUMN version BIGINT;

UPDATE public_comment SET version = (
    SELECT max(v.version) FROM public_consultation_version v
    WHERE v.consultation_id = public_comment.consultation_id AND v.published_at <= public_comment.created_at
);

-- When those who owe the answers were last reminded, and after how many days again; empty before there was a rule.
ALTER TABLE public_consultation ADD COLUMN reminded_on TEXT;

ALTER TABLE consultation_rules ADD COLUMN remind_days BIGINT;
