import Foundation
import Testing
import WorkingTime

@testable import ProcessSimulation

@Suite("Queues whose answer is known")
struct QueueTests {
    @Test("D/D/1 with time to spare: nobody waits")
    func idle() throws {
        let model = Samples.queue(arrivals: (0..<50).map { $0 * 600 }, service: [300])
        let result = try Run.result(of: model, Draw(seed: 1))
        #expect(result.seconds == Array(repeating: 300, count: 50))
        #expect(result.loads == [.init(work: 15_000, waited: 0, count: 50)])
    }

    @Test("D/D/1 under more than it can do: each waits for the rest of all before it")
    func growing() throws {
        let model = Samples.queue(arrivals: (0..<50).map { $0 * 100 }, service: [150])
        #expect(try Run.result(of: model, Draw(seed: 1)).seconds == (0..<50).map { 150 + 50 * $0 })
    }

    @Test("D/D/2: the third waits for the first of the two")
    func two() throws {
        let model = Samples.queue(arrivals: [0, 0, 0, 0], service: [100], people: 2)
        #expect(try Run.result(of: model, Draw(seed: 1)).seconds == [100, 100, 200, 200])
    }

    /// Times with an exponential distribution of this mean, at the middles of equal shares.
    private static func exponential(mean: Double) -> [Int] {
        (0..<2_000).map { Int(-mean * log(1 - (Double($0) + 0.5) / 2_000)) }
    }

    /// The mean time in the house over replications with arrivals of their own.
    private func sojourn(gap: Double, service: Double, people: Int) throws -> Estimate {
        let (gaps, times) = (Self.exponential(mean: gap), Self.exponential(mean: service))
        let means = try (0..<20).map { replication in
            let draw = Draw(seed: UInt64(900 + replication))
            let arrivals = (0..<2_000).reduce(into: [0]) { sums, turn in
                sums.append((sums.last ?? 0) + gaps[draw.index(turn, 3, below: gaps.count)])
            }
            let model = Samples.queue(arrivals: arrivals, service: times, people: people)
            let seconds = try Run.result(of: model, Draw(seed: UInt64(replication))).seconds
            return Tally.Times(Array(seconds[200...])).mean
        }
        return Estimate(means)
    }

    @Test("M/M/1: the interval has 1 / (μ − λ) in it and is narrow")
    func oneServer() throws {
        let estimate = try sojourn(gap: 1_000, service: 500, people: 1)
        #expect(estimate.contains(1_000))
        #expect(estimate.halfWidth < 60)
    }

    @Test("M/M/2 at half load: the interval has (1 / μ) / (1 − ρ²) in it")
    func twoServers() throws {
        let estimate = try sojourn(gap: 500, service: 500, people: 2)
        #expect(estimate.contains(500 / 0.75))
        #expect(estimate.halfWidth < 30)
    }

    @Test("more than can ever be done is said, and not reckoned for ever")
    func overload() {
        let model = SimulationModel(
            time: OfficeTime(origin: Samples.monday.day, days: 1, hours: .always) { _ in true },
            steps: [.init(element: "a", name: "办理", post: 0, samples: [50_000])],
            posts: [.init(post: Samples.officers, people: 1)],
            matters: [0, 1].map {
                .init(filedAt: $0, seconds: 0, occurrences: [.init(step: 0, before: 0, gap: 0)], tail: 0)
            }, leftOut: 0)
        #expect(throws: (any Error).self) { try Run.result(of: model, Draw(seed: 1)) }
    }

    @Test(
        "Student's quantiles are those of the tables",
        arguments: [(1, 12.706), (9, 2.262), (10, 2.228), (29, 2.045), (99, 1.984)])
    func student(_ degrees: Int, _ value: Double) {
        #expect(abs(Estimate.student(degrees) - value) < 0.001)
    }

    @Test("values that are all alike leave no doubt, and a single one says nothing of it")
    func certain() {
        #expect(Estimate([4, 4, 4]) == Estimate([4]))
        #expect(Estimate([1, 3]).halfWidth > 12)
    }
}
