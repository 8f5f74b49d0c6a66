import Storage
import Testing
import WorkingTime

@testable import Jobs

@Suite("Nodes that share the queue")
struct SharingTests {
    @Test("claim every job once, however many ask at the same moment")
    func claimedOnce() async throws {
        let yard = try await Yard(connections: 8)
        for number in 1...24 { try await yard.enqueue("job \(number)") }
        let claimed = try await withThrowingTaskGroup(of: [Int64].self) { group in
            for _ in 1...6 {
                let node = yard.node(Marking())
                group.addTask {
                    var mine: [Int64] = []
                    while let held = try await node.claim() { mine.append(held.job.id) }
                    return mine
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        // Who meets only rows that others hold goes away empty-handed and comes again with the next ring.
        #expect(Set(claimed).count == claimed.count)
        #expect(!claimed.isEmpty)
    }

    @Test("do all of it together, and every step once")
    func together() async throws {
        let yard = try await Yard(connections: 8)
        for number in 1...8 { try await yard.enqueue("job \(number)", upTo: 5) }
        await withTaskGroup(of: Void.self) { group in
            for _ in 1...4 { group.addTask { await yard.node(Marking()).workOff() } }
        }
        for number in 1...8 { #expect(try await yard.marks(of: "job \(number)") == [1, 2, 3, 4, 5]) }
    }

    @Test("undo the step of the one that was silent for too long, and go on where it was")
    func leaseLost() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a", upTo: 3)
        let silent = try #require(try await yard.node(Marking()).claim())
        let further = try #require(try await Marking().advance(silent))
        yard.now = yard.now.adding(seconds: HeldJob.leaseSeconds + 1)
        let other = yard.node(Marking())
        let taken = try #require(try await other.claim())
        await #expect(throws: LeaseLost.self) { try await Marking().advance(further) }
        #expect(try await yard.marks(of: "a") == [1])
        #expect(try await further.fail(Broken(), jitter: 0.5) == nil)
        _ = try await Marking().advance(taken)
        #expect(try await yard.marks(of: "a") == [1, 2])
        #expect(try await yard.job(id).state == .running)
    }

    @Test("repeat nothing and leave nothing out when one is killed in the middle")
    func killed() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a", upTo: 10)
        var held = try await yard.node(Marking()).claim()
        for _ in 1...4 { held = try await Marking().advance(#require(held)) }
        // The fifth step is done and not committed when the power fails.
        let dying = Marking { _ in throw Broken() }
        let last = try #require(held)
        await #expect(throws: Broken.self) { try await dying.advance(last) }
        yard.now = yard.now.adding(seconds: HeldJob.leaseSeconds + 1)
        await yard.node(Marking()).workOff()
        #expect(try await yard.marks(of: "a") == Array(1...10))
        let job = try await yard.job(id)
        #expect(job.state == .done && job.progress.done == 10 && job.progress.total == 10)
    }

    @Test("set a job aside that kills every node which tries it")
    func deadly() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a")
        let node = yard.node(Marking())
        for _ in 1...20 {
            _ = try await node.claim()
            yard.now = yard.now.adding(seconds: 30_000)
        }
        let job = try await yard.job(id)
        #expect(
            job.state == .setAside && job.attempts == Backoff.attemptLimit && job.lastError == "执行任务的节点中断。")
    }
}
