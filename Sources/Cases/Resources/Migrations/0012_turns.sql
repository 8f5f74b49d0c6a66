-- Whether it is a task's turn stands in the indexes of the desk: counting what waits looks at nothing else.
DROP INDEX case_task_of_organ;
CREATE INDEX case_task_of_organ ON case_task (organ, coalesce(due_at, 253402300799000), id, parked)
    WHERE state = 'open';
DROP INDEX case_task_free;
CREATE INDEX case_task_free ON case_task (organ, role, coalesce(due_at, 253402300799000), id, parked)
    WHERE state = 'open' AND holder_id IS NULL;
DROP INDEX case_task_held;
CREATE INDEX case_task_held ON case_task (holder_id, coalesce(due_at, 253402300799000), id, parked)
    WHERE state = 'open' AND holder_id IS NOT NULL;
