extension FEELEvaluator {
    mutating func loop(_ iterations: [FEELIteration], _ body: FEELNode) throws(FEELError) -> FEELValue {
        var results: [FEELValue] = []
        let isComplete = try run(iterations[...]) { evaluator throws(FEELError) in
            let value = try evaluator.value(of: body)
            results.append(value)
            return true
        }
        return isComplete ? .list(results) : .null
    }

    /// `some` is a disjunction and `every` a conjunction of three values (DMN 1.5, table 56).
    mutating func quantified(
        _ isEvery: Bool, _ iterations: [FEELIteration], _ body: FEELNode
    ) throws(FEELError) -> FEELValue {
        var isUnknown = false
        var isDecided = false
        let isComplete = try run(iterations[...]) { evaluator throws(FEELError) in
            guard let truth = try evaluator.value(of: body).truth else {
                isUnknown = true
                return true
            }
            isDecided = truth != isEvery
            return !isDecided
        }
        if isDecided { return .bool(!isEvery) }
        return isComplete && !isUnknown ? .bool(isEvery) : .null
    }

    /// Runs through the domains, the last one fastest, until told to stop. False when one is no domain.
    private mutating func run(
        _ iterations: ArraySlice<FEELIteration>,
        _ visit: (inout FEELEvaluator) throws(FEELError) -> Bool
    ) throws(FEELError) -> Bool {
        var goesOn = true
        return try run(iterations, &goesOn, visit)
    }

    private mutating func run(
        _ iterations: ArraySlice<FEELIteration>, _ goesOn: inout Bool,
        _ visit: (inout FEELEvaluator) throws(FEELError) -> Bool
    ) throws(FEELError) -> Bool {
        guard let iteration = iterations.first else {
            goesOn = try visit(&self)
            return true
        }
        guard let domain = try domain(of: iteration) else { return false }
        for index in 0..<domain.count where goesOn {
            try charge(1)
            scope.append(.name(iteration.name, domain.value(index)))
            defer { scope.removeLast() }
            guard try run(iterations.dropFirst(), &goesOn, visit) else { return false }
        }
        return true
    }

    /// The values one by one, not made before they are needed: a range of a billion costs nothing by itself.
    private struct Domain {
        let count: Int
        let value: (Int) -> FEELValue
    }

    private mutating func domain(of iteration: FEELIteration) throws(FEELError) -> Domain? {
        let start = try value(of: iteration.domain)
        if let node = iteration.end {
            let end = try value(of: node)
            stand(at: iteration.domain)
            return span(from: start, to: end)
        }
        stand(at: iteration.domain)
        switch start {
        case .null: return none("「\(iteration.name)」没有可以遍历的值")
        case .range(let range):
            guard let low = range.low, let high = range.high, range.includesLow, range.includesHigh else {
                return none("只有两端都包括在内的区间可以遍历")
            }
            return span(from: low, to: high)
        default:
            let members = start.members
            return Domain(count: members.count) { members[$0] }
        }
    }

    private mutating func span(from start: FEELValue, to end: FEELValue) -> Domain? {
        if let first = start.int, let last = end.int {
            let step = first <= last ? 1 : -1
            return Domain(count: Self.count(first, last)) { FEELValue(first + step * $0) }
        }
        guard case (.date(let first), .date(let last)) = (start, end) else {
            return none("只能从整数到整数、从日期到日期遍历")
        }
        let step = first <= last ? 1 : -1
        return Domain(count: Self.count(first.daysSince1970, last.daysSince1970)) {
            first.adding(days: step * $0).map { .date($0) } ?? .null
        }
    }

    private static func count(_ first: Int, _ last: Int) -> Int {
        Int(min((last - first).magnitude, UInt(Int.max - 1))) + 1
    }

    private mutating func none(_ message: String) -> Domain? {
        _ = nothing(message)
        return nil
    }
}
