import Foundation
import Storage
import WorkingTime

/// The cases of a hundred organs since the first of January, made by the database itself: four of a hundred are under way, and
/// their limits run out over twenty days, a quarter of them already. Each that is over had one step, by one of five people
/// of its organ, and every tenth was rated. Four organs have staff, as in the sample district.
struct Filling {
    let database: Database
    let now: Instant

    private static let stretch = 50_000
    private static let day: Int64 = 86_400_000

    func fill(_ count: Int) async throws {
        _ = try await database.write { tx in try tx.execute(Self.organs) }
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

    /// The four that have staff are there already.
    private static let organs: SQL =
        """
        WITH RECURSIVE n (i) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < 99)
        INSERT INTO organ (key, name, full_name, credit_code, kind, phone, address, position)
        SELECT 'o' || i, '第 ' || i || ' 局', '试验区第 ' || i || ' 局', 'TE' || (1000000000000000 + i), 'bureau', '0758-1',
            '试验路', 1000 + i
        FROM n WHERE i % 25 <> 0 ON CONFLICT DO NOTHING
        """

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
        let span = at - (CivilDate(iso: "\(now.day.year)-01-07") ?? now.day).startOfDay.milliseconds
        // Of a hundred, those four are under way whose last digits are these.
        let isOpen: SQL = "(i % 25 = (i / 100) % 25)"
        let due: SQL = "\(today) + ((i * 7919) % 20 - 5) * \(day)"
        let filed: SQL =
            "CASE WHEN \(isOpen) THEN \(due) - 14 * \(day) ELSE \(at) - (\(count) - i) * \(span) / \(count) - 6 * \(day) END"
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
            """
            INSERT INTO case_task (id, case_id, element, name, act, organ, role, outcomes, opened_at, due_at, state,
                missing, outcome, completed_by, completed_by_name, completed_at)
            \(numbers) SELECT i, i, 'decide', '决定', 'decide', \(organ), 'officer', '[]', \(filed), \(filed) + 4 * \(day),
                'completed', '[]', 'grant', 1000 + (i % 500), '试验', \(filed) + (1 + i % 5) * \(day)
            FROM n WHERE NOT \(isOpen)
            """,
            """
            INSERT INTO service_rating (id, subject, source, organ, item, place, grade, reasons, channel, rated_at,
                is_reviewed, is_excluded)
            \(numbers) SELECT i, 'B' || i, 'case', \(organ), '事项', '', 1 + i % 5, '[]', 'page', \(filed) + 6 * \(day), 1, 0
            FROM n WHERE NOT \(isOpen) AND i % 10 = 0
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
