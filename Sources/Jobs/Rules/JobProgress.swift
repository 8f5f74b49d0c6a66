import Storage
import WorkingTime

/// How far a job has come: a count, a rate over its recent steps, and what remains.
public struct JobProgress: Sendable, Hashable {
    /// How many are done.
    public private(set) var done: Int
    /// How many there are; nil while nobody knows.
    public private(set) var total: Int?
    /// Done a second, the recent steps counting most; nil before the first step.
    public private(set) var rate: Double?
    /// When the last step ended, or the present try began: pauses between tries do not slow the rate.
    public private(set) var steppedAt: Instant?

    /// How much the latest step counts in the rate.
    private static let weight = 0.3

    /// Progress as it is known.
    public init(done: Int = 0, total: Int? = nil, rate: Double? = nil, steppedAt: Instant? = nil) {
        (self.done, self.total, self.rate, self.steppedAt) = (done, total, rate, steppedAt)
    }

    init(_ row: Row) throws {
        self.init(
            done: try row.int("done_count"), total: try row.optionalInt("total_count"),
            rate: try row.optionalID("rate_millis").map { Double($0) / 1_000 },
            steppedAt: try row.optionalInstant("stepped_at"))
    }

    /// Takes a step in that got so many done.
    ///
    /// - Parameter total: how many there are; nil leaves it as it was.
    public mutating func step(done count: Int, total: Int?, at now: Instant) {
        done += count
        self.total = total ?? self.total
        if let steppedAt, now > steppedAt {
            let seconds = Double(now.milliseconds - steppedAt.milliseconds) / 1_000
            let latest = Double(count) / seconds
            rate = rate.map { $0 + (latest - $0) * Self.weight } ?? latest
        }
        steppedAt = now
    }

    /// The part that is done, 0 to 100; nil while nobody knows how many there are.
    public var percent: Int? {
        guard let total, total > 0 else { return nil }
        return min(100, done * 100 / total)
    }

    /// How long the rest takes at this rate, in seconds; nil while that cannot be said.
    public var remainingSeconds: Int? {
        guard let total, let rate, rate > 0, total > done else { return nil }
        return Int(min((Double(total - done) / rate).rounded(.up), 8_640_000))
    }
}
