import Journal
import Modules
import Refusals
import Storage
import Synchronization
import TestSupport
import WorkingTime

@testable import Jobs
@testable import Messaging

/// Messages, the queue and a time that is moved by hand. Account 1001 has a telephone, no other one has.
final class Post: Sendable {
    let database: Database
    private let time = Mutex(Instant(milliseconds: 1_795_227_840_000))

    var now: Instant { time.withLock { $0 } }

    init() async throws {
        database = try await TestDatabase.make()
        try await database.migrate([Module.journal(), Jobs.tables(), Module.messaging()].migrations)
    }

    func pass(seconds: Int) { time.withLock { $0 = $0.adding(seconds: seconds) } }

    /// Tells somebody something and gives the message's id.
    func tell(_ outbox: Outbox = Outbox(isForwarding: true), account: Int64 = 1_001) async throws -> Int64 {
        let now = now
        return try await database.write {
            try outbox.enqueue(to: account, about: "A", "您的申请已受理，受理号 \(7)。", at: now, in: $0)
        }
    }

    func delivery(_ gateway: MessageGateway) -> MessageDelivery {
        MessageDelivery(gateway: gateway, clock: { [self] in now }) { account, _ in
            account == 1_001 ? .init(name: "陈静", number: "13800005678") : nil
        } link: {
            "https://zwfw.example/cases/\($0.subject)"
        }
    }

    func runner(_ gateway: MessageGateway) -> QueueRunner {
        QueueRunner(database: database, handlers: [delivery(gateway)], clock: { [self] in now })
    }

    func job(of message: Int64) async throws -> QueuedJob? {
        try await database.read { try JobQueue.job(MessageDelivery.kind, key: String(message), in: $0) }
    }

    /// When the gateway took a message over, and what it calls it.
    func forwarding(of message: Int64) async throws -> (at: Instant, id: String?)? {
        let row = try await database.read {
            try $0.row("SELECT forwarded_at, forwarding_id FROM message WHERE id = \(message)")
        }
        guard let at = try row?.optionalInstant("forwarded_at") else { return nil }
        return (at, try row?.optionalText("forwarding_id"))
    }
}
