/// What a change would have meant for last year's cases.
public struct SimulationOutcome: Sendable, Hashable, Codable {
    /// Mean, median and the time that nine of ten did not exceed, in seconds of natural time.
    public struct Times: Sendable, Hashable, Codable {
        /// The mean.
        public let mean: Estimate
        /// The median.
        public let median: Estimate
        /// What nine of ten did not exceed.
        public let ninety: Estimate
    }

    /// A post before and after.
    public struct PostRow: Sendable, Hashable, Codable {
        /// The post.
        public let post: WorkPost
        /// How many people it has, and would have.
        public let people: [Int]
        /// The share of office time they work on these cases, in percent.
        public let busy: [Double]
        /// How long a step waits for one of them, in seconds of office time.
        public let waited: [Double]
    }

    /// Cases that were counted, that only ran, and that were left out.
    public let counted: Int
    /// The first cases, which only ran.
    public let warmUp: Int
    /// Cases with too many steps.
    public let leftOut: Int
    /// Steps at posts of which it was known when they were taken, and those of which it was not; nil for outcomes from before
    /// that was counted.
    public let takenSteps: [Int]?
    /// How many replications there were.
    public let replications: Int
    /// How the cases really went: mean, median, nine of ten.
    public let past: [Double]
    /// The process as it is.
    public let before: Times
    /// The process as it would be.
    public let after: Times
    /// What the change saves of the mean: replications are paired.
    public let saved: Estimate
    /// The posts.
    public let posts: [PostRow]
    /// The width of a stretch of the distributions, in seconds.
    public let width: Int
    /// Cases of a hundred in each stretch: really, simulated as it is, simulated as it would be.
    public let spread: [[Int]]

    /// What the replications have shown.
    public init(_ tally: Tally, _ model: SimulationModel, _ scenario: Scenario) {
        let real = model.matters[model.warmUp...].map(\.seconds)
        let times = Tally.Times(real)
        (counted, warmUp, leftOut) = (real.count, model.warmUp, model.leftOut)
        replications = tally.replications
        takenSteps = [model.takenSteps, model.boundedSteps]
        past = [times.mean, times.median, times.ninety]
        (before, after) = (Times(tally.before.times), Times(tally.after.times))
        saved = Estimate(zip(tally.before.times, tally.after.times).map { $0.mean - $1.mean })
        posts = Self.rows(tally, model, scenario)
        width = model.binWidth
        var bins = Array(repeating: 0, count: Distribution.bins)
        for seconds in real { bins[Distribution.bin(seconds, width)] += 1 }
        spread = [bins, tally.before.bins, tally.after.bins].map(Self.percent)
    }

    private static func percent(_ bins: [Int]) -> [Int] {
        let all = max(1, bins.reduce(0, +))
        return bins.map { ($0 * 200 + all) / (2 * all) }
    }

    private static func rows(_ tally: Tally, _ model: SimulationModel, _ scenario: Scenario) -> [PostRow] {
        let changed = model.changed(by: scenario, Draw(seed: 0))
        let opened = (model.matters.first?.filedAt ?? 0, model.matters.last?.filedAt ?? 0)
        let office = Double(max(1, model.time.work(until: opened.1) - model.time.work(until: opened.0)))
        return model.posts.indices.map { place in
            let people = [model.posts[place].people, changed.posts[place].people]
            let loads = [tally.before.loads[place], tally.after.loads[place]]
            return PostRow(
                post: model.posts[place].post, people: people,
                busy: zip(people, loads).map { people, load in
                    100 * Double(load.work) / Double(max(1, tally.replications)) / Double(max(1, people))
                        / office
                },
                waited: loads.map { Double($0.waited) / Double(max(1, $0.count)) })
        }
    }

    /// How far the simulated mean of the process as it is lies from the real one, in percent: whether the model can be believed.
    public var gapPercent: Int {
        guard past[0] > 0 else { return 0 }
        return Int((abs(before.mean.mean - past[0]) / past[0] * 100).rounded())
    }
}

extension SimulationOutcome.Times {
    init(_ times: [Tally.Times]) {
        self.init(
            mean: Estimate(times.map(\.mean)), median: Estimate(times.map(\.median)),
            ninety: Estimate(times.map(\.ninety)))
    }
}
