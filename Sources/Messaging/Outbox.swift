import Jobs
import Refusals
import Storage
import WorkingTime

/// Where rules put what people are to be told, in the transaction of the change it tells about.
public struct Outbox: Sendable {
    private let isForwarding: Bool

    /// An outbox.
    ///
    /// - Parameter isForwarding: whether the district has a gateway to which every message goes too, see
    ///   ``MessageDelivery``.
    public init(isForwarding: Bool = false) {
        self.isForwarding = isForwarding
    }

    /// Tells an account something about a matter, in its inbox here, and asks for the delivery by the gateway when
    /// there is one. Returns the message's id. Throws ``StorageError``.
    @discardableResult
    public func enqueue(
        to accountID: Int64, about subject: String, _ sentence: Sentence, at instant: Instant,
        in transaction: Transaction
    ) throws -> Int64 {
        let id = transaction.ids.next()
        try transaction.send(
            """
            INSERT INTO message (id, account_id, subject, template, parameters, channel, created_at, sent_at)
            VALUES (\(id), \(accountID), \(subject), \(sentence.template), \(encodeJSON(sentence.parameters)),
                \(Message.Channel.inSite), \(instant), \(instant))
            """)
        guard isForwarding else { return id }
        try JobQueue.enqueue(
            kind: MessageDelivery.kind, key: String(id), payload: id, at: instant, in: transaction)
        return id
    }
}
