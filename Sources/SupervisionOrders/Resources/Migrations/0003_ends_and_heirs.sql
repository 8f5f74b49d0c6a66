-- Who answers now for the part of an organ that is gone, or that has handed it on; NULL while it is the organ that was asked.
ALTER TABLE supervision_order_part ADD COLUMN heir TEXT;
CREATE INDEX supervision_order_part_by_heir ON supervision_order_part (heir, order_id) WHERE heir IS NOT NULL;

-- Done (办结) and taken off the list (销号) are two things: when it was taken off, and whether that was before it was done.
ALTER TABLE supervision_order ADD COLUMN struck_at BIGINT;
ALTER TABLE supervision_order ADD COLUMN is_unfinished BIGINT NOT NULL DEFAULT 0 CHECK (is_unfinished IN (0, 1));
UPDATE supervision_order SET is_unfinished = 1
WHERE stage = 'struck' AND EXISTS (
    SELECT 1 FROM service_case c WHERE c.number = supervision_order.case_number AND c.outcome = 'terminated');

-- The limit of what is over stays known, and who leads what is under way is who has its case.
UPDATE supervision_order SET due_at = (
    SELECT max(k.due_at) FROM case_clock k JOIN service_case c ON c.id = k.case_id
    WHERE c.number = supervision_order.case_number AND k.name = 'promised')
WHERE closed_at IS NOT NULL AND due_at IS NULL;
UPDATE supervision_order SET lead = (
    SELECT c.organ FROM service_case c WHERE c.number = supervision_order.case_number)
WHERE closed_at IS NULL AND EXISTS (
    SELECT 1 FROM service_case c WHERE c.number = supervision_order.case_number);

-- What was made known to all organs (通报), the newest first.
CREATE INDEX supervision_order_circulated ON supervision_order (circulated_at, id) WHERE circulated_at IS NOT NULL;
