import Refusals
import Storage
import Testing

@testable import Jobs

@Suite("The jobs of one kind")
struct ReadingTests {
    @Test("come newest first, page by page, without those of other kinds")
    func pages() async throws {
        let yard = try await Yard()
        for key in ["a", "b", "c"] { try await yard.enqueue(key) }
        let now = yard.now
        let other = JobKind("test.other", title: "另一种")
        _ = try await yard.database.write {
            try JobQueue.enqueue(kind: other, key: "d", payload: 1, at: now, in: $0)
        }
        let (first, second) = try await yard.database.read { tx in
            let first = try JobQueue.jobs(of: Marking.kind, limit: 2, in: tx)
            return (first, try JobQueue.jobs(of: Marking.kind, after: first.next, limit: 2, in: tx))
        }
        #expect(first.items.map(\.key) == ["c", "b"] && second.items.map(\.key) == ["a"])
        #expect(second.next == nil)
        await #expect(throws: DomainError.self) {
            try await yard.database.read { try JobQueue.jobs(of: Marking.kind, after: "x", in: $0) }
        }
    }
}
