/// What the replications have shown so far; small enough to be kept between the steps of a job.
public struct Tally: Sendable, Hashable, Codable {
    /// The times of a replication, in seconds.
    struct Times: Sendable, Hashable, Codable {
        let mean: Double
        let median: Double
        let ninety: Double

        /// The times of some cases; the quantiles by nearest rank.
        init(_ seconds: [Int]) {
            let sorted = seconds.sorted()
            func quantile(_ percent: Int) -> Double {
                sorted.isEmpty ? 0 : Double(sorted[(percent * sorted.count + 99) / 100 - 1])
            }
            mean = sorted.isEmpty ? 0 : Double(sorted.reduce(0, +)) / Double(sorted.count)
            (median, ninety) = (quantile(50), quantile(90))
        }
    }

    /// The one or the other side: what each replication showed, and the sums over all of them.
    struct Side: Sendable, Hashable, Codable {
        var times: [Times] = []
        var loads: [Run.Load] = []
        var bins = Array(repeating: 0, count: Distribution.bins)

        mutating func add(_ seconds: ArraySlice<Int>, _ loads: [Run.Load], width: Int) {
            times.append(Times(Array(seconds)))
            if self.loads.isEmpty { self.loads = Array(repeating: Run.Load(), count: loads.count) }
            for (place, load) in loads.enumerated() {
                self.loads[place].work += load.work
                self.loads[place].waited += load.waited
                self.loads[place].count += load.count
            }
            for value in seconds { bins[Distribution.bin(value, width)] += 1 }
        }
    }

    var before = Side()
    var after = Side()

    /// Nothing shown yet.
    public init() {}

    /// How many replications there were.
    public var replications: Int { before.times.count }

    /// Runs some more replications of the process as it is and as it would be, with the same chance for both.
    ///
    /// - Throws: `conflict` when the people cannot keep up with what comes in.
    public mutating func replicate(
        _ model: SimulationModel, _ scenario: Scenario, seed: UInt64, count: Int
    ) throws {
        let (skipped, width) = (model.warmUp, model.binWidth)
        for _ in 0..<count {
            let draw = Draw(seed: seed &* 1_000_003 &+ UInt64(replications))
            let old = try Run.result(of: model, draw)
            let new = try Run.result(of: model.changed(by: scenario, draw), draw)
            before.add(old.seconds[skipped...], old.loads, width: width)
            after.add(new.seconds[skipped...], new.loads, width: width)
        }
    }
}

/// How times are spread over stretches of the same width; the last one has all that took longer.
public enum Distribution {
    /// How many stretches there are.
    public static let bins = 12

    static func bin(_ seconds: Int, _ width: Int) -> Int { min(bins - 1, max(0, seconds) / max(1, width)) }
}

extension SimulationModel {
    /// The first cases find empty desks, as later ones do not: they run and are not counted.
    static let warmUpPercent = 10

    /// How many of the first cases are not counted.
    var warmUp: Int { matters.count * Self.warmUpPercent / 100 }

    /// The width of a stretch: the longest real case ends in the last.
    var binWidth: Int {
        max(3_600, (matters[warmUp...].map(\.seconds).max() ?? 0) / (Distribution.bins - 1) + 1)
    }
}
