import WorkingTime

/// One item of a joint service in one case: when its own organ was at it.
public struct JointSpan: Sendable, Hashable {
    /// The name by which the joint service knows it.
    public let slug: String
    /// The name people read.
    public let name: String
    /// The items that must have been granted before it begins.
    public let needs: [String]
    /// When its first step came up; nil when it never began.
    public let beganAt: Instant?
    /// When nothing more was to be done; nil while it is under way.
    public let closedAt: Instant?

    /// An item's time.
    public init(slug: String, name: String, needs: [String], beganAt: Instant?, closedAt: Instant?) {
        (self.slug, self.name, self.needs) = (slug, name, needs)
        (self.beganAt, self.closedAt) = (beganAt, closedAt)
    }
}

/// Items of a joint service that were done one behind the other though neither needs the other's result.
public struct JointStatistics: Sendable, Codable {
    /// What would have been saved, by the items, the earlier one first.
    public private(set) var savings: [ProcessStatistics.Pair: SerialSaving] = [:]
    /// What the items are called.
    public private(set) var names: [String: String] = [:]

    /// Nothing looked at yet.
    public init() {}

    /// Looks at the items of one more case.
    ///
    /// - Parameter number: what people know the case by.
    public mutating func add(_ spans: [JointSpan], of number: String) {
        for span in spans { names[span.slug] = span.name }
        for (first, second) in Self.serial(in: spans) {
            let pair = ProcessStatistics.Pair(first.slug, second.slug)
            savings[pair, default: SerialSaving()].add(
                first.seconds, second.seconds, samePerson: false, of: number)
        }
    }

    /// Pairs of which the second began when the first was over, without needing it and without waiting for something else
    /// that ended as late.
    public static func serial(in spans: [JointSpan]) -> [(JointSpan, JointSpan)] {
        let known = Dictionary(spans.map { ($0.slug, $0) }) { first, _ in first }
        return spans.flatMap { second in
            let needs = allNeeds(of: second, known)
            return spans.compactMap { first -> (JointSpan, JointSpan)? in
                guard first.slug != second.slug, let began = second.beganAt, second.closedAt != nil,
                    first.beganAt != nil, let ended = first.closedAt, ended <= began,
                    !needs.contains(first.slug), !allNeeds(of: first, known).contains(second.slug),
                    !needs.contains(where: { known[$0]?.closedAt.map { $0 >= ended } ?? false })
                else { return nil }
                return (first, second)
            }
        }
    }

    private static func allNeeds(of span: JointSpan, _ known: [String: JointSpan]) -> Set<String> {
        var (found, next) = (Set<String>(), span.needs)
        while let one = next.popLast() {
            if found.insert(one).inserted { next += known[one]?.needs ?? [] }
        }
        return found
    }
}

extension JointSpan {
    var seconds: Int {
        guard let beganAt, let closedAt else { return 0 }
        return max(0, closedAt - beganAt)
    }
}
