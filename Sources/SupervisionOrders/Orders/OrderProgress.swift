import Storage
import WorkingTime

/// How far an order has come, for whoever it came from: no names of officials and no papers.
public struct OrderProgress: Sendable {
    /// What is ordered.
    public let title: String
    /// Key of the lead organ.
    public let lead: String
    /// Where it stands, in words.
    public let stage: String
    /// Whether it goes on.
    public let isOpen: Bool
    /// When it runs out.
    public let dueAt: Instant?
    /// When it ended.
    public let closedAt: Instant?
    /// How often organs have reported.
    public let reports: Int
    /// What was made known of it to all organs (通报).
    public let circular: String?
    /// Taken off the list before it was done.
    public let isUnfinished: Bool
    /// Why it was taken off the list.
    public let struckReason: String?
}

extension SupervisionOrders {
    /// The newest order that came from this (a signal, a case, a proposal); nil for none.
    ///
    /// - Throws: `StorageError`.
    public static func progress(of reference: String, in tx: Transaction) throws -> OrderProgress? {
        let row = try tx.row(
            "SELECT * FROM supervision_order WHERE reference = \(reference) ORDER BY id DESC LIMIT 1")
        guard let order = try row.map(SupervisionOrder.init) else { return nil }
        return OrderProgress(
            title: order.title, lead: order.lead, stage: order.stage.chinese, isOpen: order.closedAt == nil,
            dueAt: order.dueAt, closedAt: order.closedAt,
            reports: try OrderStore.feedback(of: order.id, in: tx).count, circular: order.circular,
            isUnfinished: order.isUnfinished, struckReason: order.struckReason)
    }

    /// Where an order is begun from a deputy's proposal.
    public static func beginning(from reference: String, titled title: String, lead: String) -> [(
        String, String
    )] {
        [
            ("source", SupervisionOrder.Source.proposal.rawValue), ("reference", reference), ("title", title),
            ("lead", lead),
        ]
    }
}
