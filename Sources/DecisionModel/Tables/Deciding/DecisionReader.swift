/// Reads the cells of a table and notes what is wrong with them.
struct DecisionReader {
    private let table: DecisionTable
    private let names: [String]
    private(set) var findings: [DecisionFinding] = []

    init(_ table: DecisionTable, names: [String]) {
        self.table = table
        self.names = names
    }

    private mutating func find(_ place: DecisionFinding.Place, _ message: String) {
        findings.append(DecisionFinding(place, message))
    }

    private mutating func expression(_ source: String, _ place: DecisionFinding.Place) -> FEELExpression? {
        do throws(FEELError) {
            return try FEELExpression(source, names: names)
        } catch {
            findings.append(DecisionFinding(place, error))
            return nil
        }
    }

    private mutating func tests(_ source: String, _ place: DecisionFinding.Place) -> FEELUnaryTests? {
        do throws(FEELError) {
            return try FEELUnaryTests(source, names: names)
        } catch {
            findings.append(DecisionFinding(place, error))
            return nil
        }
    }

    private mutating func type(_ name: String, _ place: DecisionFinding.Place) -> FEELType? {
        guard !name.isEmpty else { return nil }
        let type = FEELType.named[name]
        if type == nil { find(place, "不认识的类型 \(name)") }
        return type
    }

    mutating func inputs() -> [Decision.Input] {
        var inputs: [Decision.Input] = []
        for (index, input) in table.inputs.enumerated() {
            let type = type(input.type, .input(index))
            guard let expression = expression(input.expression, .input(index)),
                let allowed = tests(input.allowedValues, .input(index))
            else { continue }
            inputs.append(
                Decision.Input(
                    title: input.title, expression: expression, type: type, typeName: input.type,
                    allowed: allowed))
        }
        return inputs
    }

    mutating func outputs() -> [Decision.Output] {
        var outputs: [Decision.Output] = []
        for (index, output) in table.outputs.enumerated() {
            let type = type(output.type, .output(index))
            let hasFallback = output.defaultEntry.contains { !$0.isWhitespace }
            let fallback = hasFallback ? expression(output.defaultEntry, .output(index)) : nil
            guard let allowed = tests(output.allowedValues, .output(index)) else { continue }
            outputs.append(
                Decision.Output(
                    name: output.name, title: output.title, type: type, allowed: allowed, fallback: fallback))
        }
        return outputs
    }

    mutating func rules() -> [Decision.Rule] {
        var rules: [Decision.Rule] = []
        for (number, rule) in zip(1..., table.rules.prefix(Decision.maximumRules)) {
            guard rule.conditions.count == table.inputs.count, rule.conclusions.count == table.outputs.count
            else {
                find(
                    .rule(number),
                    "应当有 \(table.inputs.count) 个条件和 \(table.outputs.count) 个结论，实有 \(rule.conditions.count) 个和 \(rule.conclusions.count) 个"
                )
                continue
            }
            var conditions: [FEELUnaryTests] = []
            for (index, source) in rule.conditions.enumerated() {
                if let cell = tests(source, .condition(rule: number, input: index)) {
                    conditions.append(cell)
                }
            }
            var conclusions: [FEELExpression] = []
            for (index, source) in rule.conclusions.enumerated() {
                if let cell = expression(source, .conclusion(rule: number, output: index)) {
                    conclusions.append(cell)
                }
            }
            rules.append(Decision.Rule(number: number, conditions: conditions, conclusions: conclusions))
        }
        return rules
    }

    /// What must hold between the cells.
    mutating func checkShape() {
        if table.outputs.isEmpty { find(.table, "没有输出") }
        if table.rules.count > Decision.maximumRules { find(.table, "规则超过 \(Decision.maximumRules) 条") }
        if max(table.inputs.count, table.outputs.count) > Decision.maximumColumns {
            find(.table, "输入或输出超过 \(Decision.maximumColumns) 列")
        }
        let names = table.outputs.map(\.name)
        if table.outputs.count > 1 {
            if table.hitPolicy.aggregates { find(.table, "命中策略 \(table.hitPolicy.rawValue) 只能有一个输出") }
            if names.contains("") || Set(names).count < names.count { find(.table, "输出的名称不能空着，也不能相同") }
        }
        guard table.hitPolicy.needsPriorities else { return }
        for (index, output) in table.outputs.enumerated() where output.allowedValues.isEmpty {
            find(.output(index), "命中策略 \(table.hitPolicy.rawValue) 需要按优先次序列出可取的值")
        }
    }
}
