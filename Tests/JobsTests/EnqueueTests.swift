import Journal
import Refusals
import Storage
import Testing
import WorkingTime

@testable import Jobs

@Suite("What is asked for")
struct EnqueueTests {
    @Test("in a change that is undone is not done")
    func undone() async throws {
        let yard = try await Yard()
        let now = yard.now
        try? await yard.database.write { tx in
            try JobQueue.enqueue(kind: Marking.kind, key: "a", payload: 1, at: now, in: tx)
            throw Broken()
        }
        await yard.node(Marking()).workOff()
        #expect(try await yard.marks(of: "a").isEmpty)
    }

    @Test("twice under one key is one job, and stays so when it is done")
    func sameKey() async throws {
        let yard = try await Yard()
        let first = try await yard.enqueue("a", upTo: 2)
        #expect(try await yard.enqueue("a", upTo: 9) == first)
        await yard.node(Marking()).workOff()
        #expect(try await yard.enqueue("a", upTo: 9) == first)
        await yard.node(Marking()).workOff()
        #expect(try await yard.marks(of: "a") == [1, 2])
        let job = try await yard.job(first)
        #expect(job.state == .done && job.createdBy == 7 && job.finishedAt == yard.now)
    }

    @Test("for later is done later")
    func later() async throws {
        let yard = try await Yard()
        let now = yard.now
        let id = try await yard.database.write {
            try JobQueue.enqueue(
                kind: Marking.kind, key: "a", payload: 1, at: now, due: now.adding(seconds: 60), in: $0)
        }
        await yard.node(Marking()).workOff()
        #expect(try await yard.job(id).state == .waiting)
        yard.now = now.adding(seconds: 60)
        await yard.node(Marking()).workOff()
        #expect(try await yard.job(id).state == .done)
    }

    @Test("is left alone by a node that does not know how to do it")
    func unknownKind() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a")
        await yard.node().workOff()
        #expect(try await yard.job(id).state == .waiting)
    }

    @Test("is forgotten long after it was done, but not when it was cancelled")
    func forgotten() async throws {
        let yard = try await Yard()
        let (now, done, cancelled) = (yard.now, try await yard.enqueue("a"), try await yard.enqueue("b"))
        try await yard.database.write { try JobQueue.cancel(cancelled, by: .system, at: now, in: $0) }
        await yard.node(Marking()).workOff()
        let forgotten = try await yard.database.write {
            try JobQueue.forget(doneBefore: now.adding(seconds: 1), in: $0)
        }
        #expect(forgotten == 1)
        await #expect(throws: DomainError.notFound("没有找到这个任务。")) { try await yard.job(done) }
        #expect(try await yard.job(cancelled).state == .cancelled)
    }
}
