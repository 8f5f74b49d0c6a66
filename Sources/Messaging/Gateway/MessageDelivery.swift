import Jobs
import Refusals
import Storage
import WorkingTime

/// Hands a message to the district's gateway, which sends it on as it knows how: by SMS, by mail.
///
/// A crash between the gateway's answer and its record repeats the call under the same key, by which the gateway
/// knows that it is the same message.
public struct MessageDelivery: Errand {
    /// Its kind in the queue; the key is the message's id.
    public static let kind = JobKind("message.delivery", title: "发送消息", unit: "条", which: "消息 {}")

    /// Whom a message goes to.
    public struct Recipient: Sendable, Hashable, Encodable {
        /// The person's name.
        public let name: String
        /// The number of their mobile telephone.
        public let number: String

        /// A recipient.
        public init(name: String, number: String) {
            (self.name, self.number) = (name, number)
        }
    }

    /// What the gateway gets, as JSON.
    public struct Dispatch: Sendable, Hashable, Encodable {
        let id: String
        let recipient: Recipient
        let subject: String
        let text: String
        let link: String
    }

    private let gateway: MessageGateway
    private let clock: @Sendable () -> Instant
    private let recipient: @Sendable (Int64, Transaction) throws -> Recipient?
    private let link: @Sendable (Message) -> String

    /// What the queue calls it.
    public var kind: JobKind { Self.kind }

    /// - Parameters:
    ///   - recipient: who is behind an account; nil when they have no number, and then nothing is sent.
    ///   - link: the address under which the person reads more.
    public init(
        gateway: MessageGateway, clock: @escaping @Sendable () -> Instant,
        recipient: @escaping @Sendable (Int64, Transaction) throws -> Recipient?,
        link: @escaping @Sendable (Message) -> String
    ) {
        (self.gateway, self.clock, self.recipient, self.link) = (gateway, clock, recipient, link)
    }

    /// The message, unless it has been handed over or there is nobody to send it to.
    public func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Dispatch? {
        let id = try job.payload(as: Int64.self)
        let row = try tx.row("SELECT * FROM message WHERE id = \(id) AND forwarded_at IS NULL")
        guard let message = try row.map(Message.init), let recipient = try recipient(message.accountID, tx)
        else { return nil }
        return Dispatch(
            id: String(id), recipient: recipient, subject: message.subject, text: message.sentence.chinese,
            link: link(message))
    }

    /// Calls the gateway.
    public func act(_ dispatch: Dispatch, key: String) async throws -> MessageGateway.Receipt {
        try await gateway.send(dispatch, key: key, at: clock())
    }

    /// Keeps when the gateway took the message over, and what it calls it.
    public func record(
        _ receipt: MessageGateway.Receipt, of job: QueuedJob, in tx: Transaction
    ) throws -> JobStep {
        try tx.execute(
            """
            UPDATE message SET forwarded_at = \(clock()), forwarding_id = \(receipt.id)
            WHERE id = \(job.payload(as: Int64.self))
            """)
        return .finished(done: 1)
    }
}
