import Jobs
import Refusals
import Storage
import WorkingTime

/// Where rules put what people are to be told, in the transaction of the change it tells about.
public struct Outbox: Sendable {
    let isForwarding: Bool
    private let book: TemplateBook

    /// An outbox.
    ///
    /// - Parameters:
    ///   - isForwarding: whether there is a way out of the house, see ``MessageRouting``.
    ///   - book: what the house's sentences say at present.
    public init(isForwarding: Bool = false, book: TemplateBook = TemplateBook()) {
        (self.isForwarding, self.book) = (isForwarding, book)
    }

    /// Tells an account something about a matter, in its inbox here, and asks for the ways out of the house when there
    /// are any. Returns the message's id. Throws ``StorageError``.
    @discardableResult
    public func enqueue(
        to accountID: Int64, about subject: String, _ sentence: Sentence, at instant: Instant,
        in transaction: Transaction
    ) throws -> Int64 {
        let id = transaction.ids.next()
        let template = book.template(of: sentence)
        let told = book.inSite(sentence)
        try transaction.send(
            """
            INSERT INTO message (id, account_id, subject, template, parameters, channel, created_at, sent_at,
                template_key, template_values)
            VALUES (\(id), \(accountID), \(subject), \(told.template), \(encodeJSON(told.parameters)),
                \(Message.Channel.inSite), \(instant), \(instant), \(template?.key),
                \(template.map { _ in try encodeJSON(sentence.parameters) }))
            """)
        guard isForwarding else { return id }
        try JobQueue.enqueue(
            kind: MessageRouting.kind, key: String(id), payload: id, at: instant, in: transaction)
        return id
    }
}
