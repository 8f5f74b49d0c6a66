import Storage
import WorkingTime

/// What is overdue: along a phase while much of it is, and all that is when it is little, as it should be.
extension CaseListing {
    /// Finds out in which phases it is little.
    mutating func weighOverdue(in tx: Transaction) throws {
        guard let instant = filter.overdueAt, filter.text == nil else { return }
        let counts = phases.map { phase -> SQL in
            """
            SELECT \(phase) AS phase, count(*) AS overdue FROM
                (SELECT 1 FROM service_case WHERE phase = \(phase) AND due_at < \(instant)
                LIMIT \(nearby + 1)) AS late
            """
        }
        let rows = try tx.rows(SQL.joined(counts, " UNION ALL "))
        littleOverdue = Set(
            try rows.filter { try $0.int("overdue") <= nearby }.map { try $0.value("phase", as: Phase.self) })
    }

    /// Ways to what is overdue, each with a page of its own.
    var overdue: [SQL] {
        phases.compactMap(\.self).flatMap { phase in
            littleOverdue.contains(phase) ? [all(of: phase)] : walks(along: [phase], take: "LIMIT \(limit)")
        }
    }

    private func all(of phase: Phase) -> SQL {
        """
        SELECT id FROM (SELECT c.id FROM
            (SELECT id FROM service_case WHERE phase = \(phase) AND due_at < \(filter.overdueAt)
                LIMIT \(nearby) OFFSET 0) AS late
            JOIN service_case c ON c.id = late.id
        WHERE \(filter.condition) AND c.id < \(before) AND \(viewer.maySeeCase)
        ORDER BY c.id DESC LIMIT \(limit)) AS page
        """
    }
}
