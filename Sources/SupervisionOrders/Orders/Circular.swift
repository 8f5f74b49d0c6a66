import Refusals
import Storage
import WorkingTime

/// What all organs may read of an order that was circulated (通报): nothing of what the organs reported.
struct Circular: Sendable, Hashable {
    let id: Int64
    let title: String
    /// Key of the lead organ.
    let lead: String
    let words: String
    let at: Instant
    let stage: SupervisionOrder.Stage
    let dueAt: Instant?
    let closedAt: Instant?
    let isLate: Bool
}

extension OrderStore {
    /// How many circulars stand on a page.
    static let circularPage = 30

    /// The newest first.
    static func circulars(after cursor: String?, at now: Instant, in tx: Transaction) throws -> Slice<
        Circular
    > {
        let start: SQL =
            if let cursor {
                "(circulated_at, id) < (\(try Cursor(cursor).numericKey), \(try Cursor(cursor).id))"
            } else { "1 = 1" }
        let rows = try tx.rows(
            """
            SELECT * FROM supervision_order WHERE circulated_at IS NOT NULL AND \(start)
            ORDER BY circulated_at DESC, id DESC LIMIT \(circularPage + 1)
            """)
        let found = try rows.compactMap { try Circular(SupervisionOrder($0), now: now) }
        return Slice(fetched: found, size: circularPage) { Cursor(key: $0.at, id: $0.id) }
    }

    /// Throws `notFound`, also for an order that was not circulated.
    static func circular(_ id: Int64, at now: Instant, in tx: Transaction) throws -> Circular {
        let row = try tx.row("SELECT * FROM supervision_order WHERE id = \(id)")
        guard let found = try row.flatMap({ try Circular(SupervisionOrder($0), now: now) }) else {
            throw DomainError.notFound("没有这份通报。")
        }
        return found
    }
}

extension Circular {
    /// Nil for an order that was not circulated.
    fileprivate init?(_ order: SupervisionOrder, now: Instant) {
        guard let words = order.circular, let at = order.circulatedAt else { return nil }
        self.init(
            id: order.id, title: order.title, lead: order.lead, words: words, at: at, stage: order.stage,
            dueAt: order.dueAt, closedAt: order.closedAt, isLate: order.isLate(at: now))
    }
}
