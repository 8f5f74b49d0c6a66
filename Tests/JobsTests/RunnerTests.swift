import Storage
import Testing
import WorkingTime

@testable import Jobs

@Suite("The runner")
struct RunnerTests {
    @Test("does what is asked for, finishes its step when it is stopped, and gives the rest back")
    func stopped() async throws {
        let yard = try await Yard()
        let (marks, marked) = AsyncStream.makeStream(of: Int.self)
        let runner = yard.node(Marking { marked.yield($0) })
        let running = Task { await runner.run() }
        let id = try await yard.enqueue("a", upTo: 1_000_000)
        #expect(await marks.first { $0 == 3 } == 3)
        running.cancel()
        await running.value
        let job = try await yard.job(id)
        #expect(job.state == .waiting && job.attempts == 0)
        #expect(try await yard.marks(of: "a") == Array(1...job.stepCount))
    }

    @Test("lets others have their turn after a while of one job")
    func turns() async throws {
        let yard = try await Yard()
        try await yard.enqueue("long", upTo: QueueRunner.stepsPerTurn * 3)
        try await yard.enqueue("short", upTo: 1)
        let (order, done) = AsyncStream.makeStream(of: Int.self)
        let marking = Marking { number in
            yard.now = yard.now.adding(seconds: 1)
            done.yield(number)
        }
        await yard.node(marking).workOff()
        done.finish()
        let marks = await order.reduce(into: []) { $0.append($1) }
        #expect(marks.dropFirst(QueueRunner.stepsPerTurn).first == 1)
    }

    @Test("shows what is over newest first, page by page, and counts what is open")
    func pages() async throws {
        let yard = try await Yard()
        for number in 1...5 {
            try await yard.enqueue("job \(number)")
            yard.now = yard.now.adding(seconds: 1)
            await yard.node(Marking()).workOff()
        }
        try await yard.enqueue("open")
        let (first, second, counts) = try await yard.database.read { tx in
            let first = try JobQueue.ended(limit: 3, in: tx)
            return (
                first.items.map(\.key),
                try JobQueue.ended(after: first.next, limit: 3, in: tx).items.map(\.key),
                try JobQueue.openCounts(in: tx)
            )
        }
        #expect(first == ["job 5", "job 4", "job 3"] && second == ["job 2", "job 1"])
        #expect(counts == [.waiting: 1])
    }
}
