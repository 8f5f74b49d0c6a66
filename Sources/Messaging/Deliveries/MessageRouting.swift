import Jobs
import Refusals
import Storage
import WorkingTime

/// Decides for a message by which ways it leaves the house and when: by what it is for, by what the person wants, and by
/// the hour. It runs behind the change it tells about, which waits for none of that.
public struct MessageRouting: SteppedWork {
    /// Its kind in the queue; the key is the message's id.
    public static let kind = JobKind("message.delivery", title: "安排发送消息", unit: "条", which: "消息 {}")

    private let channels: Set<OutwardChannel>
    private let book: TemplateBook
    private let clock: @Sendable () -> Instant

    /// The ways there are, and what templates say.
    public init(
        channels: Set<OutwardChannel>, book: TemplateBook, clock: @escaping @Sendable () -> Instant
    ) {
        (self.channels, self.book, self.clock) = (channels, book, clock)
    }

    /// What the queue calls it.
    public var kind: JobKind { Self.kind }

    /// Lays the deliveries out. A message that an earlier version has handed over is not sent again.
    public func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep {
        let id = try job.payload(as: Int64.self)
        guard let row = try tx.row("SELECT * FROM message WHERE id = \(id) AND forwarded_at IS NULL") else {
            return .finished(done: 0)
        }
        let message = try Message(row)
        let template = try row.optionalText("template_key").flatMap(book.template)
        let preferences = try PreferenceStore.preferences(of: message.accountID, in: tx)
        let kind = template?.kind ?? Self.kind(of: message)
        let hasMail = try MailAddresses.confirmed(of: message.accountID, in: tx) != nil
        let ways = OutwardChannel.allCases.filter {
            channels.contains($0) && preferences.wants(kind, by: $0) && ($0 != .mail || hasMail)
        }
        for way in ways {
            let words = try words(of: message, template, by: way, row)
            let now = clock()
            let isAwaited = kind.isUrgent || template?.isTimed == true
            let due = isAwaited ? now : preferences.quiet?.end(after: now) ?? now
            try Self.lay(
                Delivery(
                    id: tx.ids.next(), origin: .message(message.id, account: message.accountID),
                    templateKey: template?.key, templateVersion: nil, channel: way, kind: kind,
                    recipient: nil,
                    subject: words.subject, text: words.text, createdAt: now, dueAt: due), in: tx)
        }
        return .finished(done: ways.count)
    }

    /// Keeps a delivery and asks for it.
    static func lay(_ delivery: Delivery, in tx: Transaction) throws {
        try DeliveryStore.insert(delivery, in: tx)
        try DeliveryErrand.ask(for: delivery, at: delivery.createdAt, in: tx)
    }

    private func words(
        of message: Message, _ template: HouseTemplate?, by way: OutwardChannel, _ row: Row
    ) throws -> (subject: String, text: String) {
        guard let template, try row.optionalText("template_values") != nil else {
            return (way == .sms ? message.subject : "办事消息", message.sentence.chinese)
        }
        let values = template.named(try row.json("template_values"))
        let texts = book.texts(of: template) ?? template.delivered
        return switch way {
        case .sms: (message.subject, try texts.sms.filled(values))
        case .mail: (try texts.mailSubject.filled(values), try texts.mail.filled(values))
        }
    }

    /// What a message without a template is for, by what it is about.
    private static func kind(of message: Message) -> MessageKind {
        switch message.subject {
        case "account": .security
        case let subject where subject.hasPrefix("/desk/"): .work
        case let subject where subject.count == 21: .progress
        default: .other
        }
    }
}
