import Storage
import Testing
import WorkingTime

@testable import Jobs

@Suite("Jobs of one lane do not wait for those of another")
struct LaneTests {
    @Test("what cannot be worked on is not claimed, and does not count as tried")
    func resting() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a")
        await yard.node(Laned(lane: "slow", isResting: true)).workOff()
        let job = try await yard.job(id)
        #expect(job.state == .waiting && job.attempts == 0)
    }

    @Test("a lane is worked off alone")
    func alone() async throws {
        let yard = try await Yard()
        let id = try await yard.enqueue("a")
        let node = yard.node(Laned(lane: "slow", isResting: false))
        await node.workOff(QueueRunner.commonLane)
        #expect(try await yard.job(id).state == .waiting)
        await node.workOff("slow")
        #expect(try await yard.job(id).state == .done)
    }
}

/// Leaves marks in a lane of its own.
private struct Laned: SteppedWork {
    let lane: String
    let isResting: Bool
    var kind: JobKind { Marking.kind }

    func isReady(at now: Instant) -> Bool { !isResting }
    func step(_ job: QueuedJob, in tx: Transaction) throws -> JobStep { try Marking().step(job, in: tx) }
}
