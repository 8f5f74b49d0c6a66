import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Jobs

@Suite("A job that fails")
struct FailureTests {
    @Test("stops no other job, and is tried again later")
    func othersGoOn() async throws {
        let yard = try await Yard()
        let broken = try await yard.enqueue("broken", upTo: 2)
        try await yard.enqueue("sound", upTo: 1)
        await yard.node(Marking { if $0 == 2 { throw Broken() } }).workOff()
        #expect(try await yard.marks(of: "sound") == [1])
        let job = try await yard.job(broken)
        #expect(job.state == .waiting && job.attempts == 1 && job.lastError == "Broken")
        #expect((9...11).contains(job.dueAt - yard.now))
        yard.now = yard.now.adding(seconds: 11)
        await yard.node(Marking()).workOff()
        #expect(try await yard.marks(of: "broken") == [1, 2])
        #expect(try await yard.job(broken).lastError == nil)
    }

    @Test("is set aside after eight tries, and an administrator puts it back")
    func poison() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a")
        let node = yard.node(Marking { _ in throw Broken() })
        for _ in 1...20 {
            await node.workOff()
            yard.now = yard.now.adding(seconds: 30_000)
        }
        #expect(try await yard.job(id).state == .setAside)
        #expect(try await yard.job(id).attempts == Backoff.attemptLimit)
        let now = yard.now
        try await yard.database.write { try JobQueue.putBack(id, by: .system, at: now, in: $0) }
        await yard.node(Marking()).workOff()
        #expect(try await yard.job(id).state == .done)
        let entries = try await yard.database.read {
            try Journal.entries(subject: "job/\(id)", onlyPublic: false, limit: 9, in: $0)
        }
        #expect(entries.map(\.entry.action) == ["job.put_back"])
    }

    @Test("is set aside at once when no other try would help, without what was filled into the reason")
    func hopeless() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a")
        await yard.node(Marking { _ in throw Refused() }).workOff()
        let job = try await yard.job(id)
        #expect(job.state == .setAside && job.attempts == 1 && job.lastError == "对方不接受{}。")
    }

    @Test("is not put back unless it was set aside, and not cancelled when it is over")
    func refusals() async throws {
        let yard = try await Yard()
        let (now, id) = (yard.now, try await yard.enqueue("a"))
        await #expect(throws: DomainError.conflict("只有已搁置的任务可以重新执行。")) {
            try await yard.database.write { try JobQueue.putBack(id, by: .system, at: now, in: $0) }
        }
        await yard.node(Marking()).workOff()
        await #expect(throws: DomainError.conflict("任务已经结束，不能取消。")) {
            try await yard.database.write { try JobQueue.cancel(id, by: .system, at: now, in: $0) }
        }
    }

    @Test("stops at its next step when it is cancelled; what it did stays")
    func cancelled() async throws {
        let yard = try await Yard()
        let (now, id) = (yard.now, try await yard.enqueue("a", upTo: 3))
        let held = try #require(try await yard.node(Marking()).claim())
        let further = try #require(try await Marking().advance(held))
        try await yard.database.write { try JobQueue.cancel(id, by: .system, at: now, in: $0) }
        await #expect(throws: LeaseLost.self) { try await Marking().advance(further) }
        await yard.node(Marking()).workOff()
        #expect(try await yard.marks(of: "a") == [1])
        #expect(try await yard.job(id).state == .cancelled)
    }

    @Test("says why without what was filled into the sentence")
    func words() {
        let refusal = DomainError.conflict("文件“\("陈静的身份证")”已用于另一件办件。")
        #expect(FailureWords.words(for: refusal) == "文件“{}”已用于另一件办件。")
        #expect(FailureWords.words(for: StorageError.timeout) == "数据库：timeout")
    }
}

/// What the other side will never take.
private struct Refused: HopelessFailure {
    let sentence: Sentence = "对方不接受\("陈静")。"
}
