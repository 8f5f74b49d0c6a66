import Refusals
import Storage
import WorkingTime

/// A code that goes to a telephone which need not be the asker's own.
extension Outbox {
    /// Sends words by SMS to a number, and into no inbox: who reads them there is who holds the telephone. The asker's inbox
    /// says only that they were sent.
    ///
    /// - Parameters:
    ///   - subject: where the asker goes on.
    ///   - told: what the asker's inbox says.
    /// - Throws: `conflict` where no message leaves the house.
    public func text(
        _ words: String, to number: String, askedBy accountID: Int64, about subject: String, told: Sentence,
        at now: Instant, in tx: Transaction
    ) throws {
        guard isForwarding else { throw DomainError.conflict("短信暂时发不出去，请换一种方式。") }
        let id = tx.ids.next()
        try tx.execute(
            """
            INSERT INTO message (id, account_id, subject, template, parameters, channel, created_at, sent_at,
                forwarded_at)
            VALUES (\(id), \(accountID), \(subject), \(told.template), \(encodeJSON(told.parameters)),
                \(Message.Channel.inSite), \(now), \(now), \(now))
            """)
        try MessageRouting.lay(
            Delivery(
                id: tx.ids.next(), origin: .message(id, account: accountID), templateKey: nil,
                templateVersion: nil, channel: .sms, kind: .security, recipient: number, subject: subject,
                text: words, createdAt: now, dueAt: now), in: tx)
    }
}
