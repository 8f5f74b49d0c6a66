import Codes
import Government
import RuleBooks
import Storage
import WorkingTime

/// A request as figures know it: about what, where and when, and nobody's name.
public struct RequestSpokenOf: Sendable, Hashable {
    /// The case.
    public let id: Int64
    /// When it came in, or when somebody joined it.
    public let at: Instant
    /// The category, and the street, in words; empty for none.
    public let category: String, street: String
    /// The title without the numbers of persons; empty for one whose author is protected.
    public let title: String
}

extension ServiceRequests {
    /// What people said after a case, in the order it came in.
    public func spokenOf(after id: Int64, limit: Int) async throws -> [RequestSpokenOf] {
        try await spokenOf(
            """
            SELECT *, filed_at AS spoken_at FROM service_request WHERE id > \(id) ORDER BY id LIMIT \(limit)
            """)
    }

    /// What people joined instead of repeating it, when each of them did, the newest first.
    public func joined(limit: Int) async throws -> [RequestSpokenOf] {
        try await spokenOf(
            """
            SELECT r.*, j.joined_at AS spoken_at FROM (
                SELECT * FROM (SELECT request_id, joined_at FROM service_request_supporter
                    ORDER BY joined_at DESC LIMIT \(limit)) AS known
                UNION ALL SELECT * FROM (SELECT request_id, joined_at FROM service_request_joiner
                    ORDER BY id DESC LIMIT \(limit)) AS called) AS j
            JOIN service_request r ON r.id = j.request_id
            ORDER BY j.joined_at DESC LIMIT \(limit)
            """)
    }

    private func spokenOf(_ query: SQL) async throws -> [RequestSpokenOf] {
        let streets = Dictionary(
            try await office.streets().map { ($0.code.text, $0.name) }
        ) { first, _ in first }
        return try await office.database.read { tx in
            let rules = try office.book.current(in: tx)
            return try tx.rows(query).map { found in
                let row = try RequestRow(found)
                return RequestSpokenOf(
                    id: row.id, at: try found.instant("spoken_at"),
                    category: rules.category(row.category)?.name ?? row.category,
                    street: row.division.flatMap { streets[$0] } ?? "",
                    title: row.isProtected ? "" : row.title)
            }
        }
    }
}
