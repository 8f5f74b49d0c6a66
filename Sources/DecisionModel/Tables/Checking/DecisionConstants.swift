import Foundation

/// Gathers the fixed values of a column and cuts the axis at them.
struct DecisionConstants {
    private var values: [FEELValue] = []
    private var hasRanges = false
    private var evaluator = FEELEvaluator([:], .none)

    /// Throws with the place of a cell that compares with anything that is not fixed.
    mutating func read(_ cell: FEELUnaryTests, _ place: DecisionFinding.Place) throws(DecisionFinding) {
        for test in cell.tests {
            guard test.node.isConstant else {
                throw DecisionFinding(place, "这一格不只是与固定的值比较，无法检查", column: test.node.column)
            }
            do throws(FEELError) {
                let value = try evaluator.value(of: test.node)
                if let comparison = test.comparison, comparison != .equal, comparison != .unequal {
                    hasRanges = true
                }
                gather(value)
            } catch {
                throw DecisionFinding(place, error)
            }
        }
    }

    private mutating func gather(_ value: FEELValue) {
        switch value {
        case .null: break
        case .list(let members): for member in members { gather(member) }
        case .range(let range):
            hasRanges = true
            for end in [range.low, range.high].compactMap(\.self) { gather(end) }
        default: values.append(value)
        }
    }

    func pieces(
        of input: Decision.Input, _ place: DecisionFinding.Place
    ) throws(DecisionFinding) -> [DecisionPiece] {
        let kinds = Set(values.map(\.kind))
        guard kinds.count <= 1 else {
            throw DecisionFinding(place, "这一列与不同类型的值比较，无法检查")
        }
        if kinds.first == 1 || input.typeName == "boolean" {
            return [true, false].map { DecisionPiece(.bool($0), .value) }
        }
        guard let first = values.first else { return [DecisionPiece(.string(""), .rest)] }
        if case .string = first {
            guard !hasRanges else { throw DecisionFinding(place, "这一列是文字的区间，无法检查") }
            return enumeration
        }
        guard [2, 6, 7, 8, 9, 10].contains(first.kind), sorted.count > 0 else {
            throw DecisionFinding(place, "这一列与\(first.kindName)比较，无法检查")
        }
        return line
    }

    private var enumeration: [DecisionPiece] {
        let texts = values.compactMap { if case .string(let text) = $0 { text } else { nil } }.withoutRepeats
        let other = "其他\(texts.joined())"
        return texts.map { DecisionPiece(.string($0), .value) } + [DecisionPiece(.string(other), .rest)]
    }

    /// The fixed values in order, each once.
    private var sorted: [FEELValue] {
        let sorted = values.sorted { (evaluator.order($0, $1) ?? 0) < 0 }
        return sorted.enumerated().filter { index, value in
            index == 0 || evaluator.order(sorted[index - 1], value) != 0
        }.map(\.element)
    }

    /// Points and what lies between them. Between two neighbouring days lies nothing.
    private var line: [DecisionPiece] {
        let points = sorted
        var pieces: [DecisionPiece] = []
        var last: FEELValue?
        for point in points {
            if let gap = DecisionPiece(between: last, point) { pieces.append(gap) }
            pieces.append(DecisionPiece(point, .point))
            last = point
        }
        if let gap = DecisionPiece(between: last, nil) { pieces.append(gap) }
        return pieces
    }
}

extension DecisionPiece {
    init(_ value: FEELValue, _ kind: Kind) {
        (sample, low, high, self.kind) = (value, value, value, kind)
    }

    /// Nil where nothing lies between.
    init?(between low: FEELValue?, _ high: FEELValue?) {
        guard let sample = Self.sample(low, high) else { return nil }
        (self.sample, self.low, self.high, kind) = (sample, low, high, .between)
    }

    private static func sample(_ low: FEELValue?, _ high: FEELValue?) -> FEELValue? {
        switch (low ?? high, high ?? low) {
        case (.number(let a)?, .number(let b)?): number(a, b, low, high).map { .number($0) }
        case (.seconds(let a)?, .seconds(let b)?): number(a, b, low, high).map { .seconds($0) }
        case (.months(let a)?, .months(let b)?): whole(a, b, low, high).map { .months($0) }
        case (.date(let a)?, .date(let b)?):
            whole(a.daysSince1970, b.daysSince1970, low, high).map { .date(FEELDate(daysSince1970: $0)) }
        case (.dateTime(let a)?, .dateTime(let b)?):
            number(a.seconds, b.seconds, low, high)
                .flatMap { a.adding(seconds: $0 - a.seconds) }.map { .dateTime($0) }
        case (.time(let a)?, .time(let b)?): time(a, b, low, high)
        default: nil
        }
    }

    private static func number(
        _ a: Decimal, _ b: Decimal, _ low: FEELValue?, _ high: FEELValue?
    ) -> Decimal? {
        if low == nil { return b - 1 }
        return high == nil ? a + 1 : FEELNumber.quotient(a + b, 2)
    }

    private static func whole(_ a: Int, _ b: Int, _ low: FEELValue?, _ high: FEELValue?) -> Int? {
        if low == nil { return b - 1 }
        return high == nil || a + 1 < b ? a + 1 : nil
    }

    /// A day has a first and a last moment.
    private static func time(
        _ a: FEELTime, _ b: FEELTime, _ low: FEELValue?, _ high: FEELValue?
    ) -> FEELValue? {
        let (first, last) = (low == nil ? 0 : a.second + 1, high == nil ? 86_399 : b.second - 1)
        guard first <= last else { return nil }
        return .time(FEELTime(second: first, nanosecond: 0, zone: a.zone))
    }
}

extension FEELNode {
    /// Whether it is the same whatever is asked.
    var isConstant: Bool {
        switch term {
        case .literal: true
        case .negated(let node): node.isConstant
        case .list(let nodes): nodes.allSatisfy(\.isConstant)
        case .range(let range): [range.low, range.high].compactMap(\.self).allSatisfy(\.isConstant)
        case .builtin(let builtin, let arguments):
            ["date", "time", "date and time", "duration", "number"].contains(builtin.name)
                && arguments.compactMap(\.self).allSatisfy(\.isConstant)
        default: false
        }
    }
}
