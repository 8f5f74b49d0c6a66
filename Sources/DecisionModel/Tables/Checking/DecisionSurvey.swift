/// Goes over every combination of pieces, together where the same rules are left.
struct DecisionSurvey {
    private static let maximumGaps = 20
    private static let maximumOverlaps = 50
    /// How often a rule is held against a piece before it gives up: a fraction of a second.
    private static let maximumSteps = 2_000_000

    private let decision: Decision
    private let axes: [DecisionAxis]
    private var steps = 0
    private var gaps: [[[Int]]] = []
    /// Rules that are the first to match somewhere.
    private var leading: Set<Int> = []

    init(_ decision: Decision, _ axes: [DecisionAxis]) {
        self.decision = decision
        self.axes = axes
    }

    func check() -> DecisionCheck {
        var survey = self
        survey.explore([], Array(decision.rules.indices))
        let leading = survey.isSpent ? nil : survey.leading
        let overlaps = survey.overlaps()
        let hasDefaults = decision.outputs.allSatisfy { $0.fallback != nil }
        return DecisionCheck(
            gaps: hasDefaults ? [] : survey.gaps.map(gap), overlaps: overlaps,
            unreachable: unreachable(leading),
            givenUp: survey.isSpent ? DecisionFinding(.table, "组合太多，没有全部检查") : nil)
    }

    private var isSpent: Bool { steps > Self.maximumSteps }

    /// Looks at the next input for the rules that match so far.
    private mutating func explore(_ path: [[Int]], _ rules: [Int]) {
        guard !isSpent else { return }
        steps += 1
        guard let first = rules.first else {
            if gaps.count < Self.maximumGaps { gaps.append(path) }
            return
        }
        guard path.count < axes.count else {
            leading.insert(first)
            return
        }
        let axis = axes[path.count]
        steps += rules.count * axis.pieces.count
        var groups: [(rules: [Int], pieces: [Int])] = []
        for piece in axis.pieces.indices {
            let left = rules.filter { axis.covered[$0].contains(piece) }
            if let index = groups.firstIndex(where: { $0.rules == left }) {
                groups[index].pieces.append(piece)
            } else {
                groups.append((left, [piece]))
            }
        }
        for group in groups { explore(path + [group.pieces], group.rules) }
    }

    private func gap(_ path: [[Int]]) -> DecisionGap {
        let parts = zip(axes, path).compactMap { axis, pieces in
            pieces.count == axis.pieces.count
                ? nil : DecisionGap.Part(input: axis.title, values: axis.text(pieces))
        }
        return DecisionGap(inputs: parts)
    }

    private mutating func overlaps() -> [DecisionOverlap] {
        let policy = decision.table.hitPolicy
        guard policy == .unique || policy == .any else { return [] }
        var overlaps: [DecisionOverlap] = []
        for (second, rule) in decision.rules.enumerated() {
            for first in 0..<second where overlaps.count < Self.maximumOverlaps && !isSpent {
                steps += axes.reduce(1) { $0 + min($1.covered[first].count, $1.covered[second].count) }
                let earlier = decision.rules[first]
                if policy == .any, earlier.conclusions == rule.conclusions { continue }
                guard let area = shared(first, second) else { continue }
                overlaps.append(
                    DecisionOverlap(first: earlier.number, second: rule.number, area: gap(area)))
            }
        }
        return overlaps
    }

    /// The pieces both rules match on every axis; nil when they part somewhere.
    private func shared(_ first: Int, _ second: Int) -> [[Int]]? {
        var area: [[Int]] = []
        for axis in axes {
            let both = axis.covered[first].intersection(axis.covered[second])
            if both.isEmpty { return nil }
            area.append(both.sorted())
        }
        return area
    }

    private func unreachable(_ leading: Set<Int>?) -> [Int] {
        decision.rules.indices.filter { index in
            let isImpossible = axes.contains { $0.covered[index].isEmpty }
            let isMasked = decision.table.hitPolicy == .first && leading.map { !$0.contains(index) } ?? false
            return isImpossible || isMasked
        }.map { decision.rules[$0].number }
    }
}
