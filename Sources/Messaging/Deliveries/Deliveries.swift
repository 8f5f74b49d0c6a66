import Jobs
import Refusals
import Storage
import WorkingTime

/// Deliveries as pages and programs ask for them.
public enum Deliveries {
    /// How many stand on one page.
    public static let pageSize = 50
    /// How long a finished delivery is kept, in days.
    public static let keptDays = 180

    /// The columns that are kept sealed.
    public static var sealedTable: SealedTable { DeliveryStore.sealed }

    /// The deliveries of some messages, by message.
    public static func of(messages ids: [Int64], in tx: Transaction) throws -> [Int64: [Delivery]] {
        guard !ids.isEmpty else { return [:] }
        let found = try tx.rows(
            "SELECT * FROM message_delivery WHERE message_id IN \(list: ids) ORDER BY id"
        ).map { try DeliveryStore.read($0, in: tx) }
        return Dictionary(grouping: found) { $0.origin.messageID ?? 0 }
    }

    /// One delivery. Throws `notFound`.
    public static func delivery(_ id: Int64, in tx: Transaction) throws -> Delivery {
        guard let found = try DeliveryStore.one("id = \(id)", in: tx) else {
            throw DomainError.notFound("没有这条消息，可能链接不完整。")
        }
        return found
    }

    /// The tries of one delivery, the first one first.
    public static func attempts(of id: Int64, in tx: Transaction) throws -> [DeliveryAttempt] {
        try tx.rows(
            "SELECT * FROM message_attempt WHERE delivery_id = \(id) ORDER BY number LIMIT 100"
        ).map(DeliveryAttempt.init)
    }

    /// One page of all deliveries, the newest first.
    ///
    /// - Throws: `malformed` for a broken link to a next page.
    public static func page(_ state: Delivery.State?, after text: String?, in tx: Transaction) throws
        -> Slice<Delivery>
    {
        let since: SQL = try text.map { "id < \(try Cursor($0).id)" } ?? "id > 0"
        let which: SQL = state.map { "state = \($0) AND \(since)" } ?? since
        return try slice(which, in: tx)
    }

    /// Which deliveries of a program are asked for.
    public struct Filter: Sendable {
        let reference: String?
        let channels: [OutwardChannel]
        let states: [Delivery.State]
        let last: Int64?

        /// What is asked for; empty lists ask for all.
        ///
        /// - Parameter last: only what is older than this one.
        public init(
            reference: String?, channels: [OutwardChannel], states: [Delivery.State], olderThan last: Int64?
        ) {
            (self.reference, self.channels, self.states, self.last) = (reference, channels, states, last)
        }
    }

    /// One page of what a program sent, the newest first.
    public static func page(
        ofProgram id: Int64, _ filter: Filter, limit: Int, in tx: Transaction
    ) throws -> [Delivery] {
        let older: SQL = filter.last.map { "AND id < \($0)" } ?? ""
        let named: SQL = filter.reference.map { "AND reference = \($0)" } ?? ""
        let ways: SQL = filter.channels.isEmpty ? "" : "AND channel IN \(list: filter.channels)"
        let states: SQL = filter.states.isEmpty ? "" : "AND state IN \(list: filter.states)"
        return try tx.rows(
            """
            SELECT * FROM message_delivery WHERE program_id = \(id) \(named) \(ways) \(states) \(older)
            ORDER BY id DESC LIMIT \(limit)
            """
        ).map { try DeliveryStore.read($0, in: tx) }
    }

    /// What a program knows by this code.
    public static func delivery(code: String, ofProgram id: Int64, in tx: Transaction) throws -> Delivery? {
        guard let found = try DeliveryStore.one("code = \(code)", in: tx), found.origin.programID == id else {
            return nil
        }
        return found
    }

    /// Takes in the receipt of a carrier.
    ///
    /// - Returns: whether there is such a message.
    public static func receive(
        _ reference: String, from carrier: String, arrived: Bool, reason: String?, at now: Instant,
        in tx: Transaction
    ) throws -> Bool {
        let row = try tx.row(
            """
            SELECT id FROM message_delivery
            WHERE carrier = \(carrier) AND carrier_reference = \(reference) ORDER BY id DESC LIMIT 1
            """)
        guard let id = try row?.id("id"), var delivery = try DeliveryStore.held(id, in: tx) else {
            return false
        }
        delivery.receive(arrived: arrived, reason: reason, at: now)
        try DeliveryStore.save(delivery, in: tx)
        return true
    }

    /// Sends once more what did not arrive. Throws `notFound`, `conflict`.
    public static func resend(_ id: Int64, at now: Instant, in tx: Transaction) throws -> Delivery {
        guard var delivery = try DeliveryStore.held(id, in: tx) else {
            throw DomainError.notFound("没有这条消息，可能链接不完整。")
        }
        try delivery.resend(at: now)
        try DeliveryStore.save(delivery, in: tx)
        try DeliveryErrand.ask(for: delivery, at: now, in: tx)
        return delivery
    }

    /// Forgets what was finished before an instant, some at a time; the tries go with it.
    @discardableResult
    public static func forget(finishedBefore cutoff: Instant, in tx: Transaction) throws -> Int {
        try tx.execute(
            """
            DELETE FROM message_delivery WHERE id IN (
                SELECT id FROM message_delivery WHERE finished_at < \(cutoff) ORDER BY finished_at LIMIT 1000)
            """)
    }

    private static func slice(_ which: SQL, in tx: Transaction) throws -> Slice<Delivery> {
        let rows = try tx.rows(
            """
            SELECT * FROM message_delivery WHERE \(which) ORDER BY id DESC LIMIT \(pageSize + 1)
            """)
        return Slice(fetched: try rows.map { try DeliveryStore.read($0, in: tx) }, size: pageSize) {
            Cursor(key: $0.id, id: $0.id)
        }
    }
}
