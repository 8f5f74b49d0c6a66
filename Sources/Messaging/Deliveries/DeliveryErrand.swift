import Jobs
import Storage
import WorkingTime

/// Hands deliveries of one way to its carriers, in a lane of its own: a carrier that is slow for an hour holds up neither
/// the other jobs nor the other way. While every carrier is at rest nothing is claimed at all.
///
/// A crash between the carrier's answer and its record repeats the call under the same key, by which the carrier knows
/// that it is the same message.
public struct DeliveryErrand: Errand {
    /// What is sent, and to whom.
    public struct Order: Sendable {
        let delivery: Delivery
        let dispatch: Dispatch
    }

    private let channel: OutwardChannel
    private let line: CarrierLine
    private let contacts: Contacts
    private let clock: @Sendable () -> Instant

    /// The errand of one way.
    public init(
        _ channel: OutwardChannel, line: CarrierLine, contacts: Contacts,
        clock: @escaping @Sendable () -> Instant
    ) {
        (self.channel, self.line, self.contacts, self.clock) = (channel, line, contacts, clock)
    }

    /// What the queue calls it.
    public var kind: JobKind { Self.kind(of: channel) }
    /// A lane of its own.
    public var lane: String { kind.name }
    /// Four at a time, as many as one carrier gets.
    public var width: Int { CarrierLine.width }
    /// Whether a carrier may be asked.
    public func isReady(at now: Instant) -> Bool { line.isReady(at: now) }

    static func kind(of channel: OutwardChannel) -> JobKind {
        JobKind(
            "message.\(channel.rawValue)", title: channel == .sms ? "发送短信" : "发送邮件", unit: "条", which: "消息 {}"
        )
    }

    /// Asks for the handing over of a delivery when it is due; each try is a job of its own.
    static func ask(for delivery: Delivery, at now: Instant, in tx: Transaction) throws {
        try JobQueue.enqueue(
            kind: kind(of: delivery.channel), key: "\(delivery.id)@\(tx.ids.next())", payload: delivery.id,
            at: now, due: delivery.dueAt, in: tx)
    }

    /// The delivery, unless it went already or there is nobody to send it to.
    public func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Order? {
        guard var delivery = try DeliveryStore.held(job.payload(as: Int64.self), in: tx),
            delivery.state == .waiting
        else { return nil }
        guard let target = try contacts.target(of: delivery, in: tx) else {
            delivery.skip(at: clock())
            try DeliveryStore.save(delivery, in: tx)
            return nil
        }
        let dispatch = Dispatch(
            id: String(delivery.id), name: target.name, address: target.address, subject: delivery.subject,
            text: delivery.text, link: target.link)
        return Order(delivery: delivery, dispatch: dispatch)
    }

    /// Asks the carriers. The key is the delivery's, so that also a later try is the same message to whoever took it.
    public func act(_ order: Order, key: String) async throws -> CarrierLine.Course {
        await line.send(order.dispatch, key: "delivery-\(order.delivery.id)")
    }

    /// Keeps what came of it, and asks for the next try when there is to be one.
    public func record(_ course: CarrierLine.Course, of job: QueuedJob, in tx: Transaction) throws -> JobStep
    {
        guard var delivery = try DeliveryStore.held(job.payload(as: Int64.self), in: tx) else {
            return .finished(done: 0)
        }
        let isToBeTried = delivery.take(course, at: clock(), jitter: Double.random(in: 0..<1))
        try DeliveryStore.save(delivery, in: tx)
        try DeliveryStore.add(course.tries, to: delivery.id, in: tx)
        if isToBeTried { try Self.ask(for: delivery, at: clock(), in: tx) }
        return .finished(done: course.receipt == nil ? 0 : 1)
    }
}
