-- Who has to do with a case and may therefore see it: 'organ:scjg', 'account:123', 'person:7', 'entity:9144…'.
-- Lists walk along it, newest first, instead of asking every case of the district who may see it. Phase and organ
-- stand here again because a list is narrowed by them.
CREATE TABLE case_party (
    party TEXT NOT NULL,
    case_id BIGINT NOT NULL REFERENCES service_case (id),
    phase TEXT NOT NULL,
    organ TEXT NOT NULL,
    PRIMARY KEY (party, case_id)
);

INSERT INTO case_party (party, case_id, phase, organ)
SELECT 'organ:' || organ, id, phase, organ FROM service_case
UNION
SELECT 'organ:' || p.organ, c.id, c.phase, c.organ FROM service_case c JOIN service_case p ON p.id = c.parent_id
UNION
SELECT 'organ:' || t.organ, c.id, c.phase, c.organ FROM case_task t JOIN service_case c ON c.id = t.case_id
WHERE t.organ <> 'applicant'
UNION
SELECT 'account:' || CAST(filed_by AS TEXT), id, phase, organ FROM service_case
UNION
SELECT 'account:' || CAST(applicant_account AS TEXT), id, phase, organ FROM service_case
WHERE applicant_account IS NOT NULL
UNION
SELECT 'person:' || CAST(applicant_person AS TEXT), id, phase, organ FROM service_case
WHERE applicant_person IS NOT NULL
UNION
SELECT 'entity:' || applicant_code, id, phase, organ FROM service_case WHERE applicant_kind = 'entity';

CREATE INDEX case_party_by_case ON case_party (case_id);
CREATE INDEX case_party_by_phase ON case_party (party, phase, case_id);
CREATE INDEX case_party_by_organ ON case_party (party, organ, case_id);

-- A leader's list narrowed by phase or organ.
CREATE INDEX service_case_by_phase ON service_case (phase, id);
CREATE INDEX service_case_of_organ ON service_case (organ, id);

-- The desk, soonest due first; what has no due time comes last (253402300799000 is the end of the year 9999).
CREATE INDEX case_task_of_organ ON case_task (organ, coalesce(due_at, 253402300799000), id)
    WHERE state = 'open';
CREATE INDEX case_task_free ON case_task (organ, role, coalesce(due_at, 253402300799000), id)
    WHERE state = 'open' AND holder_id IS NULL;
CREATE INDEX case_task_held ON case_task (holder_id, coalesce(due_at, 253402300799000), id)
    WHERE state = 'open' AND holder_id IS NOT NULL;
CREATE INDEX case_task_finished ON case_task (completed_by, completed_at, id) WHERE state = 'completed';

-- What the indexes above do better.
DROP INDEX case_task_open;
DROP INDEX case_task_done;

-- Clocks that an older calendar reckoned.
CREATE INDEX case_clock_calendar ON case_clock (calendar_version) WHERE stopped_at IS NULL;
