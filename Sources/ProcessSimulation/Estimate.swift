/// A mean with the interval in which the true one lies in 95 of 100 such experiments (Student's t over the replications).
public struct Estimate: Sendable, Hashable, Codable {
    /// The mean.
    public let mean: Double
    /// Half the width of the interval.
    public let halfWidth: Double

    /// What the replications say.
    public init(_ values: [Double]) {
        let count = Double(max(1, values.count))
        let mean = values.reduce(0, +) / count
        self.mean = mean
        guard values.count > 1 else {
            halfWidth = 0
            return
        }
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        halfWidth = Self.student(values.count - 1) * (variance / count).squareRoot()
    }

    /// The lower end.
    public var low: Double { mean - halfWidth }
    /// The upper end.
    public var high: Double { mean + halfWidth }

    /// Whether the interval has the number in it.
    public func contains(_ value: Double) -> Bool { low <= value && value <= high }

    /// The quantile 0.975 of Student's distribution: exact for few degrees of freedom, beyond them the expansion of
    /// Abramowitz and Stegun, 26.7.5.
    static func student(_ degrees: Int) -> Double {
        let exact = [12.7062, 4.3027, 3.1824, 2.7764, 2.5706, 2.4469, 2.3646, 2.3060, 2.2622]
        if degrees <= exact.count { return exact[max(1, degrees) - 1] }
        let (z, n) = (1.959964, Double(degrees))
        let (z3, z5, z7) = (z * z * z, z * z * z * z * z, z * z * z * z * z * z * z)
        return z + (z3 + z) / (4 * n) + (5 * z5 + 16 * z3 + 3 * z) / (96 * n * n)
            + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * n * n * n)
    }
}
