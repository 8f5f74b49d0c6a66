import Codes
import Government
import RuleBooks
import Storage
import WorkingTime

/// A request as figures know it: about what, where and when, and nobody's name.
public struct RequestSpokenOf: Sendable, Hashable {
    /// The case.
    public let id: Int64
    /// When it came in.
    public let at: Instant
    /// The category, and the street, in words; empty for none.
    public let category: String, street: String
    /// The title without the numbers of persons; empty for one whose author is protected.
    public let title: String
}

extension ServiceRequests {
    /// What people said after a case, in the order it came in.
    public func spokenOf(after id: Int64, limit: Int) async throws -> [RequestSpokenOf] {
        let streets = Dictionary(
            try await office.streets().map { ($0.code.text, $0.name) }
        ) { first, _ in first }
        return try await office.database.read { tx in
            let rules = try office.book.current(in: tx)
            return try tx.rows("SELECT * FROM service_request WHERE id > \(id) ORDER BY id LIMIT \(limit)")
                .map(RequestRow.init).map { row in
                    RequestSpokenOf(
                        id: row.id, at: row.filedAt,
                        category: rules.category(row.category)?.name ?? row.category,
                        street: row.division.flatMap { streets[$0] } ?? "",
                        title: row.isProtected ? "" : row.title)
                }
        }
    }
}
