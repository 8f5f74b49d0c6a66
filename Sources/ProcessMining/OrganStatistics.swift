/// What the cases of a process have in common, in all organs together and in each that was in charge.
public struct OrganStatistics: Sendable {
    /// The key of all organs together.
    public static let all = ""

    /// By the key of the organ, and ``all``.
    public private(set) var parts: [String: ProcessStatistics]

    /// What is known already; nothing looked at otherwise.
    public init(_ parts: [String: ProcessStatistics] = [:]) { self.parts = parts }

    /// Looks at one more case.
    ///
    /// - Parameter workingDays: how many working days lie between the beginning and the end of a step.
    public mutating func add(_ trace: CaseTrace, workingDays: (LogEvent) -> Int) {
        for key in [Self.all, trace.organ] {
            parts[key, default: ProcessStatistics()].add(trace, workingDays: workingDays)
        }
    }

    /// All organs together, or one of them.
    public subscript(organ: String?) -> ProcessStatistics { parts[organ ?? Self.all] ?? ProcessStatistics() }

    /// The organs, the one with the most finished cases first.
    public var organs: [(organ: String, statistics: ProcessStatistics)] {
        parts.filter { $0.key != Self.all }.map { ($0.key, $0.value) }
            .sorted { ($0.1.finished, $1.0) > ($1.1.finished, $0.0) }
    }
}
