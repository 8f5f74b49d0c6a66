extension Decision {
    /// Decides about an input.
    ///
    /// Throws when the input is not allowed, when the rules conflict in a way the hit policy forbids, or when
    /// a cell had to be stopped. No match and no default is the decision `null`, or 0 where outputs are counted.
    public func decide(
        _ variables: Variables, _ surroundings: FEELSurroundings = .none
    ) throws(DecisionError) -> DecisionResult {
        var run = DecisionRun(self, FEELEvaluator(variables, surroundings))
        let inputs = try run.inputs()
        let matched = try run.matched(inputs)
        let value = try run.decided(matched)
        return try run.result(value, matched.map(\.number), inputs)
    }
}

/// One decision on its way.
struct DecisionRun {
    let decision: Decision
    var evaluator: FEELEvaluator

    init(_ decision: Decision, _ evaluator: FEELEvaluator) {
        self.decision = decision
        self.evaluator = evaluator
    }

    /// Does a piece of work and names the cell in which it had to be stopped.
    mutating func attempt<Result>(
        _ place: DecisionFinding.Place, _ work: (inout FEELEvaluator) throws(FEELError) -> Result
    ) throws(DecisionError) -> Result {
        do throws(FEELError) {
            return try work(&evaluator)
        } catch {
            throw .stopped(place: place.words, error)
        }
    }

    mutating func inputs() throws(DecisionError) -> [FEELValue] {
        var values: [FEELValue] = []
        for (index, input) in decision.inputs.enumerated() {
            let found = try attempt(.input(index)) { evaluator throws(FEELError) in
                try evaluator.value(of: input.expression.node)
            }
            let value = found.coerced(to: input.type)
            if let type = input.type, !type.admits(value) {
                throw .inputOfOtherType(
                    input: input.title, type: input.typeName, value: try text(value, .input(index)))
            }
            let isAllowed = try attempt(.input(index)) { evaluator throws(FEELError) in
                try evaluator.allows(value, input.allowed)
            }
            guard isAllowed else {
                throw .inputNotAllowed(input: input.title, value: try text(value, .input(index)))
            }
            values.append(value)
        }
        return values
    }

    mutating func matched(_ inputs: [FEELValue]) throws(DecisionError) -> [Decision.Rule] {
        var matched: [Decision.Rule] = []
        for rule in decision.rules where try matches(rule, inputs) {
            matched.append(rule)
            if decision.table.hitPolicy == .first { break }
        }
        return matched
    }

    private mutating func matches(_ rule: Decision.Rule, _ inputs: [FEELValue]) throws(DecisionError) -> Bool
    {
        for (index, condition) in rule.conditions.enumerated() {
            let admits = try attempt(.condition(rule: rule.number, input: index)) {
                evaluator throws(FEELError) in
                try evaluator.admits(inputs[index], condition)
            }
            guard admits else { return false }
        }
        return true
    }

    mutating func text(_ value: FEELValue, _ place: DecisionFinding.Place) throws(DecisionError) -> String {
        try attempt(place) { evaluator throws(FEELError) in try evaluator.text(of: value) }
    }

    mutating func result(
        _ value: FEELValue, _ rules: [Int], _ inputs: [FEELValue]
    ) throws(DecisionError) -> DecisionResult {
        let text = try text(value, .table)
        let (plain, plainInputs) = try attempt(.table) { evaluator throws(FEELError) in
            var plains: [Value] = []
            for input in inputs { plains.append(try evaluator.plain(input)) }
            return (try evaluator.plain(value), plains)
        }
        return DecisionResult(
            value: plain, text: text, matchedRules: rules, inputs: plainInputs, remarks: evaluator.remarks)
    }
}

extension FEELValue {
    /// Texts from rows and forms become the days, times and durations that the column is about.
    func coerced(to type: FEELType?) -> FEELValue {
        guard case .string(let text) = self, case .kind(let kind)? = type, kind >= 6, kind <= 10,
            let value = FEELValue.literal(text)
        else { return self }
        if kind == 8, case .date(let date) = value {
            return .dateTime(FEELDateTime(date: date, time: .midnight))
        }
        return value.kind == kind ? value : self
    }
}
