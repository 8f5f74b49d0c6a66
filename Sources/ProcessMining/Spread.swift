/// How long something took in many cases.
public struct Spread: Sendable, Hashable {
    private var values: [Int] = []

    /// Nothing measured yet.
    public init() {}

    /// How many were measured.
    public var count: Int { values.count }

    /// One more.
    public mutating func add(_ value: Int) { values.append(value) }

    /// The value that this share of all does not exceed (nearest rank); nil when nothing was measured.
    ///
    /// - Parameter percent: from 1 to 100; 50 is the median.
    public func quantile(_ percent: Int) -> Int? {
        guard !values.isEmpty else { return nil }
        let rank = (min(max(percent, 1), 100) * values.count + 99) / 100
        return values.sorted()[rank - 1]
    }
}
