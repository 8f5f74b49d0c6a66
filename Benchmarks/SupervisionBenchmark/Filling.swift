import Foundation
import Storage
import WorkingTime

/// A year of cases of a hundred organs, made by the database itself: four of a hundred are under way, and their limits
/// run out over twenty days, a quarter of them already. Four organs have staff, as in the sample district.
struct Filling {
    let database: Database
    let now: Instant

    private static let stretch = 50_000
    private static let day: Int64 = 86_400_000

    func fill(_ count: Int) async throws {
        let known = try await database.read { try $0.count("SELECT count(*) FROM service_case") }
        for start in stride(from: known + 1, through: count, by: Self.stretch) {
            let end = min(start + Self.stretch - 1, count)
            try await database.write { tx in
                for statement in statements(Int64(start), Int64(end), Int64(count)) {
                    try tx.execute(statement)
                }
            }
        }
    }

    /// So many rules, each for one organ; the delivered ones are there already.
    func put(rules count: Int) async throws {
        try await database.write { tx in
            for rule in Self.rules(count) {
                try tx.execute(
                    """
                    INSERT INTO supervision_rule (id, rule_key, version, body, state, on_from, edited_by,
                        edited_by_name, revision)
                    VALUES (\(tx.ids.next()), \(rule.key), 1, \(rule.body), 'on', '2026-01-01', 0, '试验', 1)
                    ON CONFLICT (rule_key, version) DO NOTHING
                    """)
            }
        }
    }

    private func statements(_ start: Int64, _ end: Int64, _ count: Int64) -> [SQL] {
        let (end, at, day) = (end, now.milliseconds, Self.day)
        let today = now.day.endOfDay.milliseconds
        let numbers: SQL =
            "WITH RECURSIVE n (i) AS (SELECT CAST(\(start) AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < \(end))"
        let organ: SQL =
            """
            CASE i % 100 WHEN 0 THEN 'scjg' WHEN 25 THEN 'wsjk' WHEN 50 THEN 'zjj' WHEN 75 THEN 'xfjy'
                ELSE 'o' || (i % 100) END
            """
        // Of a hundred, those four are under way whose last digits are these.
        let isOpen: SQL = "(i % 25 = (i / 100) % 25)"
        let due: SQL = "\(today) + ((i * 7919) % 20 - 5) * \(day)"
        let filed: SQL =
            "CASE WHEN \(isOpen) THEN \(due) - 14 * \(day) ELSE \(at) - (\(count) - i) * 31536000000 / \(count) - 6 * \(day) END"
        let closed: SQL = "CASE WHEN \(isOpen) THEN NULL ELSE \(filed) + 5 * \(day) END"
        return [
            """
            INSERT INTO service_case (id, number, position, subject_code, subject_name, organ, applicant_kind,
                applicant_name, applicant_code, filed_by, filed_at, phase, outcome, closed_at, due_at,
                process_version, query_code, plan, applicant, filing, parts, form, body, revision, kind)
            \(numbers) SELECT i, 'B' || i, 0, 'S' || (i % 40), '事项 ' || (i % 40), \(organ), 'person', '甲', '1', 1,
                \(filed), CASE WHEN \(isOpen) THEN 'accepted' ELSE 'closed' END,
                CASE WHEN \(isOpen) THEN NULL ELSE 'approved' END, \(closed),
                CASE WHEN \(isOpen) THEN \(due) ELSE NULL END, 1, 'x', '{}', '{}', '{}', '{}', '{}', '{}', 0,
                'application' FROM n
            """,
            """
            INSERT INTO case_clock (id, case_id, name, limit_value, limit_unit, started_at, pauses, extensions,
                calendar_version, due_at, stopped_at)
            \(numbers) SELECT i, i, 'promised', 10, 'working_day', \(filed), '[]', '[]', 1,
                CASE WHEN \(isOpen) THEN \(due) ELSE \(filed) + 14 * \(day) END, \(closed) FROM n
            """,
            """
            INSERT INTO case_task (id, case_id, element, name, act, organ, role, outcomes, opened_at, due_at, state,
                missing)
            \(numbers) SELECT i, i, 'review', '审查', 'review', \(organ), 'officer', '[]', \(filed), \(due), 'open', '[]'
            FROM n WHERE \(isOpen)
            """,
        ]
    }

    /// Rules of all sorts, each for one organ: the delivered ones look at everybody.
    private static func rules(_ count: Int) -> [(key: String, body: String)] {
        (0..<count).map { place in
            let organ = "case.organ = \"o\(place + 1)\""
            let shapes: [(scope: String, moment: String, condition: String, level: String)] = [
                ("clock", moment("due", true, 3, "working_day"), organ, "reminder"),
                ("clock", moment("due", false, 2, "working_day"), organ, "yellow"),
                ("clock", moment("started", false, 80, "percent"), organ, "reminder"),
                ("task", moment("due", false, 1, "day"), "\(organ) and task.urgings > 2", "warning"),
                ("case", moment("started", false, 30, "day"), "\(organ) and not(case.closed)", "warning"),
                ("case", "null", "\(organ) and count(acts[action = \"task.sent_back\"]) >= 2", "warning"),
            ]
            let shape = shapes[place % shapes.count]
            let condition = shape.condition.replacing("\"", with: "\\\"")
            return (
                "bench-\(place)",
                """
                {"key": "bench-\(place)", "name": "规则 \(place)", "basis": "试验", "scope": "\(shape.scope)",
                 "moment": \(shape.moment), "condition": "\(condition)", "level": "\(shape.level)",
                 "tells": ["holder", "head"], "per_minute": 100000, "appeal_days": 3, "decision_days": 5}
                """
            )
        }
    }

    private static func moment(_ anchor: String, _ isBefore: Bool, _ amount: Int, _ unit: String) -> String {
        "{\"anchor\": \"\(anchor)\", \"before\": \(isBefore), \"amount\": \(amount), \"unit\": \"\(unit)\"}"
    }
}
