-- 交办 (信访工作条例 art. 22): by which day the organ that answers also reports to the office that handed it on what came of
-- it (办结报告). What is only passed on (转送) has no row.
CREATE TABLE service_request_report (
    -- The request.
    id BIGINT NOT NULL PRIMARY KEY REFERENCES service_request (id),
    organ TEXT NOT NULL,
    office TEXT NOT NULL,
    due_on TEXT NOT NULL,
    -- Sealed; NULL until it is there.
    words TEXT,
    reported_at BIGINT,
    reported_by TEXT,
    CHECK ((words IS NULL) = (reported_at IS NULL)),
    CHECK ((words IS NULL) = (reported_by IS NULL))
);
