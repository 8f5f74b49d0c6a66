import Storage
import WorkingTime

/// What is overdue: along the phases while there is much, and all of it when there is little, as there should be.
extension CaseListing {
    /// Finds out which of the two it is.
    mutating func weighOverdue(in tx: Transaction) throws {
        guard let instant = filter.overdueAt, filter.text == nil else { return }
        let count = try tx.count(
            """
            SELECT count(*) FROM
                (SELECT 1 FROM service_case WHERE due_at < \(instant) LIMIT \(nearby + 1)) AS overdue
            """)
        isLittleOverdue = count <= nearby
    }

    var overdue: SQL {
        """
        SELECT c.id FROM
            (SELECT id FROM service_case WHERE due_at < \(filter.overdueAt) LIMIT \(nearby) OFFSET 0) AS late
            JOIN service_case c ON c.id = late.id
        WHERE \(filter.condition) AND c.id < \(before) AND \(viewer.maySeeCase)
        ORDER BY c.id DESC LIMIT \(limit)
        """
    }
}
