import Foundation

/// How long something took in many cases, in a place that does not grow with them: the first values are kept as they are; when
/// there are more, values that lie within a hundredth of each other are counted together.
public struct Spread: Sendable, Hashable, Codable {
    /// So many values are known exactly.
    static let mostExact = 256
    private static let step = log(1.01)

    private var values: [Int] = []
    private var buckets: [Int: Int] = [:]

    /// Nothing measured yet.
    public init() {}

    /// How many were measured.
    public var count: Int { values.count + buckets.values.reduce(0, +) }

    /// One more.
    public mutating func add(_ value: Int) {
        guard values.count >= Self.mostExact || !buckets.isEmpty else { return values.append(value) }
        for value in values { buckets[Self.bucket(value), default: 0] += 1 }
        values = []
        buckets[Self.bucket(value), default: 0] += 1
    }

    /// The value that this share of all does not exceed (nearest rank); nil when nothing was measured. Of many values it is
    /// exact to half of a hundredth.
    ///
    /// - Parameter percent: from 1 to 100; 50 is the median.
    public func quantile(_ percent: Int) -> Int? {
        let count = count
        guard count > 0 else { return nil }
        var rank = (min(max(percent, 1), 100) * count + 99) / 100
        guard !buckets.isEmpty else { return values.sorted()[rank - 1] }
        for (bucket, number) in buckets.sorted(by: { $0.key < $1.key }) {
            if rank <= number { return Self.value(bucket) }
            rank -= number
        }
        return nil
    }

    private static func bucket(_ value: Int) -> Int {
        value <= 0 ? -1 : Int((log(Double(value)) / step).rounded())
    }

    private static func value(_ bucket: Int) -> Int {
        bucket < 0 ? 0 : Int(exp(Double(bucket) * step).rounded())
    }
}
