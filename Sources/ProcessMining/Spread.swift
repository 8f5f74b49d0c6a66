/// How long something took in many cases.
///
/// Values are kept apart while there are few different ones, and to eight binary places once there are many: however many
/// are added, no more than some thousands are kept.
public struct Spread: Sendable, Hashable, Codable {
    /// Different values that are kept as they are.
    static let mostExact = 2_048

    private var counts: [Int: Int] = [:]
    private var isExact = true
    /// How many were measured.
    public private(set) var count = 0
    /// All of them together.
    public private(set) var total = 0

    /// Nothing measured yet.
    public init() {}

    /// How many different values are kept.
    var kept: Int { counts.count }

    /// The average; nil when nothing was measured.
    public var mean: Int? { count == 0 ? nil : total / count }

    /// One more.
    public mutating func add(_ value: Int) {
        count += 1
        total += value
        counts[isExact ? value : Self.rounded(value), default: 0] += 1
        if isExact, counts.count > Self.mostExact { coarsen() }
    }

    /// Those of both.
    public mutating func merge(_ other: Spread) {
        if isExact, !other.isExact { coarsen() }
        for (value, times) in other.counts {
            counts[isExact ? value : Self.rounded(value), default: 0] += times
        }
        count += other.count
        total += other.total
        if isExact, counts.count > Self.mostExact { coarsen() }
    }

    /// The value that this share of all does not exceed (nearest rank); nil when nothing was measured. Of many values it is
    /// exact to half of a hundredth.
    ///
    /// - Parameter percent: from 1 to 100; 50 is the median.
    public func quantile(_ percent: Int) -> Int? {
        var rank = (min(max(percent, 1), 100) * count + 99) / 100
        for (value, times) in counts.sorted(by: { $0.key < $1.key }) {
            rank -= times
            if rank <= 0 { return value }
        }
        return nil
    }

    private mutating func coarsen() {
        isExact = false
        counts = Dictionary(counts.map { (Self.rounded($0), $1) }, uniquingKeysWith: +)
    }

    private static func rounded(_ value: Int) -> Int {
        let places = max(0, Int.bitWidth - value.magnitude.leadingZeroBitCount - 8)
        return (value >> places) << places
    }
}
