import Journal
import Modules
import Refusals
import Storage
import Synchronization
import TestSupport
import WorkingTime

@testable import Jobs
@testable import Messaging

/// Messages, the queue and a time that is moved by hand. Account 1001 has a telephone, 1003 has none.
final class Post: Sendable {
    let database: Database
    let book: TemplateBook
    private let time: Mutex<Instant>

    /// Eleven in the morning.
    static let morning = Instant(milliseconds: 1_795_230_000_000)

    var now: Instant { time.withLock { $0 } }
    var clock: @Sendable () -> Instant { { [self] in now } }

    init(at now: Instant = Post.morning) async throws {
        time = Mutex(now)
        database = try await TestDatabase.make()
        book = TemplateBook(try HouseTemplates.delivered())
        try await database.migrate([Module.journal(), Jobs.tables(), Module.messaging()].migrations)
    }

    func pass(seconds: Int) { time.withLock { $0 = $0.adding(seconds: seconds) } }

    /// Tells somebody something and gives the message's id.
    func tell(
        _ sentence: Sentence = "您的「\("食品经营许可")」申请已受理，请留意办理时限。", account: Int64 = 1_001,
        about subject: String = "441202202611280000016", isForwarding: Bool = true
    ) async throws -> Int64 {
        let (now, outbox) = (now, Outbox(isForwarding: isForwarding, book: book))
        return try await database.write {
            try outbox.enqueue(to: account, about: subject, sentence, at: now, in: $0)
        }
    }

    func line(_ carriers: any MessageCarrier...) -> CarrierLine { CarrierLine(carriers, clock: clock) }

    func errand(_ channel: OutwardChannel = .sms, by line: CarrierLine) -> DeliveryErrand {
        let contacts = Contacts { account, _ in
            .init(name: "陈静", number: account == 1_003 ? "" : "13800005678")
        } link: {
            "https://zwfw.example/cases/\($0)"
        }
        return DeliveryErrand(channel, line: line, contacts: contacts, clock: clock)
    }

    /// What works off the ways out of the house.
    func runner(sms: CarrierLine? = nil, mail: CarrierLine? = nil) -> QueueRunner {
        var handlers: [any JobHandler] = []
        var channels: Set<OutwardChannel> = []
        for (channel, line) in [(OutwardChannel.sms, sms), (.mail, mail)] {
            guard let line else { continue }
            channels.insert(channel)
            handlers.append(errand(channel, by: line))
        }
        handlers.append(MessageRouting(channels: channels, book: book, clock: clock))
        return QueueRunner(database: database, handlers: handlers, clock: clock)
    }

    /// How a message went out of the house.
    func deliveries(of message: Int64) async throws -> [Delivery] {
        try await database.read { try Deliveries.of(messages: [message], in: $0)[message] ?? [] }
    }

    func attempts(of id: Int64) async throws -> [DeliveryAttempt] {
        try await database.read { try Deliveries.attempts(of: id, in: $0) }
    }

    /// Gives an account a mail address that it has proved.
    func giveMail(_ address: String, to account: Int64 = 1_001) async throws {
        let now = now
        try await database.write { tx in
            try MailAddresses.enter(address, code: "135790", by: account, at: now, in: tx)
            _ = try MailAddresses.confirm("135790", by: account, at: now, in: tx)
        }
    }
}

/// A carrier that answers as it is told to and notes what it was given.
final class StubCarrier: MessageCarrier {
    let name: String
    private let answer: @Sendable (Dispatch) throws -> CarrierReceipt
    private let taken = Mutex<[(dispatch: Dispatch, key: String)]>([])

    init(
        _ name: String,
        _ answer: @escaping @Sendable (Dispatch) throws -> CarrierReceipt = { _ in CarrierReceipt() }
    ) {
        (self.name, self.answer) = (name, answer)
    }

    var keys: [String] { taken.withLock { $0.map(\.key) } }
    var dispatches: [Dispatch] { taken.withLock { $0.map(\.dispatch) } }

    func send(_ dispatch: Dispatch, key: String) async throws -> CarrierReceipt {
        taken.withLock { $0.append((dispatch, key)) }
        return try answer(dispatch)
    }

    func close() async throws {}
}
