import Foundation

/// One input cut into pieces within which no cell of its column changes its answer.
struct DecisionAxis: Sendable {
    /// About a second's work.
    private static let maximumComparisons = 400_000

    let title: String
    let pieces: [DecisionPiece]
    /// For each rule the pieces it matches.
    let covered: [Set<Int>]

    init(of index: Int, in decision: Decision) throws(DecisionFinding) {
        let input = decision.inputs[index]
        var reader = DecisionConstants()
        try reader.read(input.allowed, .input(index))
        for rule in decision.rules {
            try reader.read(rule.conditions[index], .condition(rule: rule.number, input: index))
        }
        title = input.title
        let all = try reader.pieces(of: input, .input(index))
        guard all.count * decision.rules.count <= Self.maximumComparisons else {
            throw DecisionFinding(.input(index), "这一列的值太多，无法检查")
        }
        var kept: [DecisionPiece] = []
        for piece in all where try Self.admits(piece, input.allowed, .input(index)) { kept.append(piece) }
        pieces = kept
        var covered: [Set<Int>] = []
        for rule in decision.rules {
            let place = DecisionFinding.Place.condition(rule: rule.number, input: index)
            covered.append(try Self.pieces(kept, of: rule.conditions[index], place))
        }
        self.covered = covered
    }

    private static func pieces(
        _ pieces: [DecisionPiece], of cell: FEELUnaryTests, _ place: DecisionFinding.Place
    ) throws(DecisionFinding) -> Set<Int> {
        var covered: Set<Int> = []
        for (index, piece) in pieces.enumerated() where try admits(piece, cell, place) {
            covered.insert(index)
        }
        return covered
    }

    /// Whether a cell matches a piece: one value of it stands for all.
    private static func admits(
        _ piece: DecisionPiece, _ cell: FEELUnaryTests, _ place: DecisionFinding.Place
    ) throws(DecisionFinding) -> Bool {
        do throws(FEELError) {
            var evaluator = FEELEvaluator([:], .none)
            return try evaluator.admits(piece.sample, cell)
        } catch {
            throw DecisionFinding(place, error)
        }
    }

    /// The values of some pieces, as a cell would write them; neighbours are one range.
    func text(_ chosen: [Int]) -> String {
        var texts: [String] = []
        var run: [DecisionPiece] = []
        for (place, index) in chosen.enumerated() {
            run.append(pieces[index])
            let isNeighbour = place + 1 < chosen.count && chosen[place + 1] == index + 1
            if isNeighbour, pieces[index].isOrdered, pieces[index + 1].isOrdered { continue }
            texts.append(DecisionPiece.text(run))
            run = []
        }
        return texts.joined(separator: ", ")
    }
}

/// A piece of an axis: one value, what lies between two, or all the rest.
struct DecisionPiece: Sendable {
    /// A value that stands for the piece.
    let sample: FEELValue
    let low: FEELValue?
    let high: FEELValue?
    let kind: Kind

    enum Kind { case value, point, between, rest }

    var isOrdered: Bool { kind == .point || kind == .between }

    /// Neighbouring pieces as one.
    static func text(_ run: [DecisionPiece]) -> String {
        guard let first = run.first, let last = run.last else { return "" }
        if first.kind == .rest { return "其他" }
        if run.count == 1, first.kind != .between { return words(first.sample) }
        let includesLow = first.kind == .point
        let includesHigh = last.kind == .point
        switch (first.low, last.high) {
        case (nil, nil): return "任何值"
        case (nil, let high?): return (includesHigh ? "<= " : "< ") + words(high)
        case (let low?, nil): return (includesLow ? ">= " : "> ") + words(low)
        case (let low?, let high?):
            return (includesLow ? "[" : "(") + words(low) + ".." + words(high) + (includesHigh ? "]" : ")")
        }
    }

    private static func words(_ value: FEELValue) -> String {
        if case .string(let text) = value { return "\"\(text)\"" }
        return value.plainText ?? ""
    }
}
