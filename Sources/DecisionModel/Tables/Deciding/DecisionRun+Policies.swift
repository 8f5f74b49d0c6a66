extension DecisionRun {
    /// The outputs of one rule, in the order of the columns.
    struct Hit {
        let rule: Int
        let values: [FEELValue]
    }

    mutating func decided(_ rules: [Decision.Rule]) throws(DecisionError) -> FEELValue {
        let policy = decision.table.hitPolicy
        if policy == .unique, rules.count > 1 { throw .notUnique(rules: rules.map(\.number)) }
        var hits: [Hit] = []
        for rule in rules { hits.append(Hit(rule: rule.number, values: try outputs(of: rule))) }
        if hits.isEmpty { return try fallback() }
        switch policy {
        case .unique, .first: return value(of: hits[0])
        case .any: return value(of: try agreed(hits))
        case .priority: return value(of: try ranked(hits)[0])
        case .outputOrder: return .list(try ranked(hits).map(value))
        case .ruleOrder, .collect: return .list(hits.map(value))
        case .sum, .count, .smallest, .largest: return try aggregated(hits)
        }
    }

    private func value(of hit: Hit) -> FEELValue {
        if hit.values.count == 1 { return hit.values[0] }
        let names = decision.outputs.map(\.name)
        return .context(Dictionary(zip(names, hit.values)) { first, _ in first })
    }

    private mutating func outputs(of rule: Decision.Rule) throws(DecisionError) -> [FEELValue] {
        var values: [FEELValue] = []
        for (index, conclusion) in rule.conclusions.enumerated() {
            let place = DecisionFinding.Place.conclusion(rule: rule.number, output: index)
            values.append(try output(conclusion, decision.outputs[index], rule.number, place))
        }
        return values
    }

    private mutating func output(
        _ expression: FEELExpression, _ output: Decision.Output, _ rule: Int?, _ place: DecisionFinding.Place
    ) throws(DecisionError) -> FEELValue {
        let found = try attempt(place) { evaluator throws(FEELError) in
            try evaluator.value(of: expression.node)
        }
        let value = found.coerced(to: output.type)
        let isAllowed = try attempt(place) { evaluator throws(FEELError) in
            try evaluator.allows(value, output.allowed)
        }
        guard isAllowed, output.type?.admits(value) != false else {
            throw .outputNotAllowed(rule: rule, output: output.title, value: try text(value, place))
        }
        return value
    }

    /// What the columns say when no rule matches.
    private mutating func fallback() throws(DecisionError) -> FEELValue {
        let policy = decision.table.hitPolicy
        guard decision.outputs.contains(where: { $0.fallback != nil }) else {
            return policy == .count ? FEELValue(0) : .null
        }
        var values: [FEELValue] = []
        for (index, column) in decision.outputs.enumerated() {
            guard let expression = column.fallback else {
                values.append(.null)
                continue
            }
            values.append(try output(expression, column, nil, .output(index)))
        }
        let answer = value(of: Hit(rule: 0, values: values))
        return [.collect, .ruleOrder, .outputOrder].contains(policy) ? .list([answer]) : answer
    }

    /// The one that all agree on.
    private mutating func agreed(_ hits: [Hit]) throws(DecisionError) -> Hit {
        let first = FEELValue.list(hits[0].values)
        for hit in hits.dropFirst() {
            let isSame = try attempt(.rule(hit.rule)) { evaluator throws(FEELError) in
                try evaluator.equality(first, .list(hit.values)) == true
            }
            guard isSame else { throw .contradicting(rules: hits.map(\.rule)) }
        }
        return hits[0]
    }

    /// The most important first: by the first column, then by the next; rules of the same rank as they stand.
    private mutating func ranked(_ hits: [Hit]) throws(DecisionError) -> [Hit] {
        var ranks: [(rank: [Int], hit: Hit)] = []
        for hit in hits { ranks.append((try rank(of: hit), hit)) }
        let sorted = ranks.enumerated().sorted { left, right in
            left.element.rank == right.element.rank
                ? left.offset < right.offset
                : left.element.rank.lexicographicallyPrecedes(right.element.rank)
        }
        return sorted.map(\.element.hit)
    }

    /// For each column the place of the output among the values it allows.
    private mutating func rank(of hit: Hit) throws(DecisionError) -> [Int] {
        var rank: [Int] = []
        for (index, output) in decision.outputs.enumerated() {
            let place = try attempt(.output(index)) { evaluator throws(FEELError) in
                try evaluator.place(of: hit.values[index], in: output.allowed)
            }
            rank.append(place ?? Int.max)
        }
        return rank
    }

    private mutating func aggregated(_ hits: [Hit]) throws(DecisionError) -> FEELValue {
        let policy = decision.table.hitPolicy
        let name =
            switch policy {
            case .sum: "sum"
            case .smallest: "min"
            case .largest: "max"
            default: "distinct values"
            }
        guard let builtin = FEELBuiltin.all[name]?.first else { return .null }
        let values = hits.flatMap(\.values)
        let result = try attempt(.table) { evaluator throws(FEELError) in
            try builtin.body(&evaluator, [.list(values)])
        }
        guard let result else { throw .notSummable(rules: hits.map(\.rule)) }
        return policy == .count ? FEELValue(result.members.count) : result
    }
}

extension FEELEvaluator {
    /// Whether a column takes a value; nothing is taken everywhere.
    mutating func allows(_ value: FEELValue, _ allowed: FEELUnaryTests) throws(FEELError) -> Bool {
        if value.isNull { return true }
        return try admits(value, allowed)
    }

    /// Which of the values a column allows it is.
    fileprivate mutating func place(
        of value: FEELValue, in allowed: FEELUnaryTests
    ) throws(FEELError) -> Int? {
        scope.append(.name("?", value))
        defer { scope.removeLast() }
        for (place, test) in allowed.tests.enumerated()
        where try passes(value, test, isCell: true) == true { return place }
        return nil
    }
}
