import Storage

/// The list of the desk.
extension RequestStore {
    /// What some organs have to answer, or have taken in: first what cannot wait and is not answered, then the rest, each
    /// the newest first.
    static func desk(_ organs: [String], after text: String?, in tx: Transaction) throws -> Slice<RequestRow>
    {
        let after = try text.map { try Cursor($0) }
        let isAmongUrgent = after.map { $0.key == urgentKey } ?? true
        var rows: [RequestRow] = []
        if isAmongUrgent {
            rows = try desk(
                organs, "urgent = 1 AND ended_at IS NULL", before: after?.id ?? .max, limit: pageSize + 1,
                in: tx)
        }
        if rows.count <= pageSize {
            rows += try desk(
                organs, "(urgent IS NULL OR ended_at IS NOT NULL)",
                before: isAmongUrgent ? .max : after?.id ?? .max, limit: pageSize + 1 - rows.count, in: tx)
        }
        return Slice(fetched: rows, size: pageSize) {
            Cursor(key: $0.isUrgentNow ? urgentKey : "", id: $0.id)
        }
    }

    private static let urgentKey = "urgent"

    private static func desk(
        _ organs: [String], _ condition: SQL, before last: Int64, limit: Int, in tx: Transaction
    ) throws -> [RequestRow] {
        let ways = organs.flatMap { ["organ = \($0)", "office = \($0)"] as [SQL] }.map { way -> SQL in
            """
            SELECT id FROM (SELECT id FROM service_request WHERE \(way) AND \(condition) AND id < \(last)
                ORDER BY id DESC LIMIT \(limit)) AS page
            """
        }
        guard !ways.isEmpty else { return [] }
        return try tx.rows(
            """
            SELECT * FROM service_request WHERE id IN (\(SQL.joined(ways, " UNION ")))
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map(RequestRow.init)
    }
}
