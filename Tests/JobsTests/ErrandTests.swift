import Storage
import Synchronization
import Testing

@testable import Jobs

@Suite("A job with an effect outside")
struct ErrandTests {
    @Test("repeats an act that was not recorded under the same key, and the next one under another")
    func keys() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a", upTo: 2)
        let office = PostOffice()
        let held = try #require(try await yard.node(Sending(office: office)).claim())
        await #expect(throws: Broken.self) { try await Sending(office: office, isBroken: true).advance(held) }
        let further = try #require(try await Sending(office: office).advance(held))
        let rest = try await Sending(office: office).advance(further)
        #expect(rest == nil)
        #expect(office.stamps == ["job-\(id)-0", "job-\(id)-0", "job-\(id)-1"])
        #expect(try await yard.marks(of: "a") == [1, 2])
    }

    @Test("is done when there is nothing left to send")
    func nothingLeft() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a", upTo: 0)
        let office = PostOffice()
        await yard.node(Sending(office: office)).workOff()
        #expect(try await yard.job(id).state == .done)
        #expect(office.stamps.isEmpty)
    }
}

/// Notes under which key each letter came.
private final class PostOffice: Sendable {
    private let taken = Mutex<[String]>([])
    var stamps: [String] { taken.withLock { $0 } }

    func take(_ key: String) { taken.withLock { $0.append(key) } }
}

/// Sends the letters 1 … n.
private struct Sending: Errand {
    let office: PostOffice
    var isBroken = false
    var kind: JobKind { Marking.kind }

    func prepare(_ job: QueuedJob, in tx: Transaction) throws -> Int? {
        let number = try job.cursor(as: Int.self) ?? 1
        return number > (try job.payload(as: Int.self)) ? nil : number
    }

    func act(_ order: Int, key: String) async throws -> Int {
        office.take(key)
        return order
    }

    func record(_ answer: Int, of job: QueuedJob, in tx: Transaction) throws -> JobStep {
        if isBroken { throw Broken() }
        try tx.execute("INSERT INTO mark (job, number) VALUES (\(job.key), \(answer))")
        return answer == (try job.payload(as: Int.self))
            ? .finished(done: 1) : try .more(answer + 1, done: 1)
    }
}
