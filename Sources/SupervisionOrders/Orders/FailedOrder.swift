import Storage
import WorkingTime

/// An order as those see it who hold an official to account for it.
public struct FailedOrder: Sendable, Hashable {
    /// What was asked for.
    public let title: String
    /// The lead organ.
    public let organ: String
    /// Whether it ran out before it was done or called off.
    public let hasFailed: Bool
    /// How it stands, in words.
    public let facts: [Fact]

    /// One fact.
    public struct Fact: Sendable, Hashable {
        /// What it is about.
        public let name: String
        /// What it says.
        public let words: String
    }
}

extension SupervisionOrders {
    /// The order with this id; nil when there is none.
    ///
    /// - Throws: `StorageError`.
    public static func failure(_ id: Int64, at now: Instant, in tx: Transaction) throws -> FailedOrder? {
        guard let row = try tx.row("SELECT * FROM supervision_order WHERE id = \(id)") else { return nil }
        let order = try SupervisionOrder(row)
        let isLate = order.isLate(at: now)
        var facts: [FailedOrder.Fact] = [
            .init(name: "督办事项", words: "\(order.title)（\(order.number)）"),
            .init(name: "要求", words: order.words),
            .init(name: "期限", words: order.dueAt?.day.chinese ?? "没有"),
            .init(name: "状态", words: "\(order.stage.chinese)\(isLate ? "，已超期" : "")"),
        ]
        if order.closedAt != nil {
            facts.append(.init(name: "结果", words: order.isUnfinished ? "没有办完就销号" : "审核办结"))
        }
        if let reason = order.struckReason { facts.append(.init(name: "销号理由", words: reason)) }
        return FailedOrder(
            title: order.title, organ: order.lead, hasFailed: isLate, facts: facts)
    }
}
