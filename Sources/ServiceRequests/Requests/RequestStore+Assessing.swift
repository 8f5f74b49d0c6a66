import Storage
import WorkingTime

/// What was said of answers.
extension RequestStore {
    /// Tickets of some offices that were answered since a moment and are to be called about: those drawn of which nobody
    /// has said anything, and those that were not solved and are not said again. The first to end comes first: its time
    /// to be said again runs out first.
    ///
    /// - Parameter percent: how many of a hundred are drawn.
    static func assessable(
        at offices: [String], since: Instant, percent: Int, after text: String?, in tx: Transaction
    ) throws -> Slice<RequestRow> {
        guard !offices.isEmpty else {
            return Slice(fetched: [], size: pageSize) { Cursor(key: "", id: $0.id) }
        }
        var place: SQL = "1 = 1"
        if let cursor = try text.map(Cursor.init) {
            place = "(ended_at, id) > (\(try cursor.numericKey), \(cursor.id))"
        }
        let rows = try tx.rows(
            """
            SELECT * FROM service_request
            WHERE result = 'answered' AND office IN \(list: offices) AND ended_at >= \(since) AND \(place)
                AND process = \(RequestProcess.ticket.rawValue) AND is_protected = 0
                AND ((said_at IS NULL AND (lot IS NULL OR lot < \(percent)))
                    OR (solved = 0 AND round = 1 AND NOT EXISTS (
                        SELECT 1 FROM service_request AS again WHERE again.earlier = service_request.number)))
            ORDER BY ended_at, id LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map(RequestRow.init), size: pageSize) {
            Cursor(key: $0.endedAt?.milliseconds ?? 0, id: $0.id)
        }
    }

    static let lackTable = SealedTable("service_request_lack", columns: ["words"])

    /// Keeps what its author says of an answer; no when something was said before, unless that was that it did not help
    /// and it is to be done again.
    static func say(_ said: Assessment, of id: Int64, at now: Instant, in tx: Transaction) throws -> Bool {
        let isFirst =
            try tx.execute(
                """
                UPDATE service_request SET solved = \(said.solved), grade = \(said.grade), said_at = \(now)
                WHERE id = \(id) AND said_at IS NULL
                """) == 1
        guard isFirst || said.again else { return false }
        guard try isFirst || tx.row("SELECT id FROM service_request WHERE id = \(id) AND solved = 0") != nil
        else { return false }
        if !said.reason.isEmpty {
            try tx.execute(
                """
                INSERT INTO service_request_lack (id, words)
                VALUES (\(id), \(try lackTable.seal(said.reason, "words", row: id, in: tx)))
                ON CONFLICT (id) DO UPDATE SET words = excluded.words
                """)
        }
        return true
    }

    /// What was still missing, as its author said; nil where nothing was said.
    static func lack(of id: Int64, in tx: Transaction) throws -> String? {
        try tx.row("SELECT id, words FROM service_request_lack WHERE id = \(id)")
            .map { try lackTable.open("words", of: $0, in: tx) }
    }
}
