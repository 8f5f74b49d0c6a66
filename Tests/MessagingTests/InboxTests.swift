import Messaging
import Modules
import Refusals
import Storage
import TestSupport
import Testing
import WorkingTime

private let chenJing = Inbox(of: 1_001)
private let huangZhiqiang = Inbox(of: 1_003)
private let now = Instant(milliseconds: 1_795_227_840_000)

@Suite("An inbox")
struct InboxTests {
    @Test("hides another person's message: it cannot be read or marked")
    func othersMessage() async throws {
        let database = try await database(messages: 3)
        let mine = try await database.read { try chenJing.messages(in: $0).items }
        #expect(
            try await database.read { try huangZhiqiang.messages(in: $0).items.isEmpty })
        let id = try #require(mine.first?.id)
        await #expect(throws: DomainError.notFound("没有找到这条消息。")) {
            try await database.write {
                try huangZhiqiang.markRead(id, at: now, in: $0)
            }
        }
    }

    @Test("refuses a broken link to its next page")
    func brokenCursor() async throws {
        let database = try await database(messages: 1)
        await #expect(throws: DomainError.self) {
            try await database.read { try chenJing.messages(after: "x", in: $0) }
        }
    }

    @Test("holds no message about a change that did not happen")
    func sameTransaction() async throws {
        struct Refused: Error {}
        let database = try await database(messages: 0)
        await #expect(throws: Refused.self) {
            try await database.write { transaction in
                try Outbox().enqueue(to: 1_001, about: "A", "您的申请已受理。", at: now, in: transaction)
                throw Refused()
            }
        }
        #expect(try await database.read { try chenJing.unreadCount(in: $0) } == 0)
    }

    @Test("shows every message once, newest first, even those of one moment")
    func pages() async throws {
        let database = try await database(messages: 7)
        let pages = try await database.read { transaction in
            let first = try chenJing.messages(limit: 3, in: transaction)
            let second = try chenJing.messages(after: first.next, limit: 3, in: transaction)
            return [first, second, try chenJing.messages(after: second.next, limit: 3, in: transaction)]
        }
        #expect(pages.map(\.items.count) == [3, 3, 1])
        #expect(pages.map { $0.next == nil } == [false, false, true])
        let words = pages.flatMap(\.items).map(\.sentence.chinese)
        #expect(words == (1...7).reversed().map { "第 \($0) 条消息" })
    }

    @Test("keeps when a message was first read, and counts the rest as unread")
    func reading() async throws {
        let database = try await database(messages: 3)
        let later = now.adding(seconds: 60)
        let message = try await database.write { transaction in
            let id = try chenJing.messages(limit: 1, in: transaction).items.map(\.id)[0]
            try chenJing.markRead(id, at: now, in: transaction)
            return try chenJing.markRead(id, at: later, in: transaction)
        }
        #expect(message.readAt == now)
        #expect(message.sentAt == message.createdAt)
        #expect(try await database.read { try chenJing.unreadCount(in: $0) } == 2)
    }

    @Test("can be read all at once, about one matter or about all")
    func readAll() async throws {
        let database = try await database(messages: 4)
        let marked = try await database.write { transaction in
            [
                try huangZhiqiang.markAllRead(at: now, in: transaction),
                try chenJing.markAllRead(about: "办件1", at: now, in: transaction),
                try chenJing.markAllRead(at: now, in: transaction),
            ]
        }
        #expect(marked == [0, 2, 2])
        #expect(try await database.read { try chenJing.unreadCount(in: $0) } == 0)
    }

    /// So many messages to 陈静, alternately about two matters, all of one moment.
    private func database(messages: Int) async throws -> Database {
        let database = try await TestDatabase.make()
        try await database.migrate(Module.messaging().migrations)
        try await database.write { transaction in
            for turn in 0..<messages {
                try Outbox().enqueue(
                    to: 1_001, about: "办件\(turn % 2)", "第 \(turn + 1) 条消息", at: now, in: transaction)
            }
        }
        return database
    }
}
