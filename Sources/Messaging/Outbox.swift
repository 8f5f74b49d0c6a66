import Refusals
import Storage
import WorkingTime

/// Where rules put what people are to be told, in the transaction of the change it tells about.
public enum Outbox {
    /// Tells an account something about a matter, in its inbox here. Returns the message's id.
    /// Throws ``StorageError``.
    @discardableResult
    public static func enqueue(
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
        return id
    }
}
