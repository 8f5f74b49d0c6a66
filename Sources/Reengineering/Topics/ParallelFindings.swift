import BusinessProcess
import Cases
import ProcessMining

/// What the cases say about steps that stand behind one another, in each version of the drawings they ran on. Which of them
/// need not is judged when it is read: the law may change without a case being looked at again.
struct ParallelFindings: Sendable, Codable {
    private(set) var steps: [DrawnVersion: SerialStatistics] = [:]
    private(set) var joint = JointStatistics()

    /// Looks at one more case, and at the items of one that is a joint service; one that is under way is left out.
    mutating func add(
        _ trace: CaseTrace, _ key: ProcessKey?, _ items: [JointSpan], by drawings: inout DrawnPairs
    ) {
        guard trace.closedAt != nil else { return }
        if let key {
            steps[DrawnVersion(key), default: SerialStatistics()].add(trace, pairs: drawings.pairs(of: key))
        }
        if !items.isEmpty { joint.add(items, of: trace.number) }
    }

    /// Which pairs are free by these rules, and what they would have saved.
    func judged(by rules: AnalysisRules, in library: ProcessLibrary) -> ParallelJudgement {
        var judgement = ParallelJudgement(joint: joint)
        for (version, statistics) in steps.sorted(by: { $0.key < $1.key }) {
            guard let definition = library.definition(version.key) else { continue }
            for one in Succession.all(in: definition, mayStandBeside: rules.mayStandBeside) {
                judgement.add(one, statistics.savings[one.pair])
            }
        }
        return judgement
    }
}

/// Pairs of steps as the law and the drawings have them, with what the cases say.
struct ParallelJudgement: Sendable {
    /// By their steps; a pair that is free in any version counts as free.
    private(set) var successions: [ProcessStatistics.Pair: Succession] = [:]
    /// Of the free ones, in the versions in which they are.
    private(set) var savings: [ProcessStatistics.Pair: SerialSaving] = [:]
    let joint: JointStatistics

    init(joint: JointStatistics) { self.joint = joint }

    mutating func add(_ one: Succession, _ saving: SerialSaving?) {
        if successions[one.pair]?.needs.isEmpty != true || one.needs.isEmpty {
            successions[one.pair] = one
        }
        guard one.needs.isEmpty, let saving else { return }
        savings[one.pair, default: SerialSaving()].merge(saving)
    }
}

extension Succession {
    var pair: ProcessStatistics.Pair { .init(first.id, second.id) }
}

/// The pairs of each drawing, found once.
struct DrawnPairs: Sendable {
    private let library: ProcessLibrary
    private var known: [ProcessKey: [ProcessStatistics.Pair]] = [:]

    init(_ library: ProcessLibrary) { self.library = library }

    mutating func pairs(of key: ProcessKey) -> [ProcessStatistics.Pair] {
        if let pairs = known[key] { return pairs }
        let pairs = library.definition(key).map { Succession.all(in: $0) { _ in true }.map(\.pair) } ?? []
        known[key] = pairs
        return pairs
    }
}
