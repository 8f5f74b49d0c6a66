import DecisionModel
import Refusals
import Web

/// What was typed, and the table it makes.
extension DecisionSheet {
    /// Reads the form.
    ///
    /// - Parameter before: the table that is edited; ids of the file stay with their columns and rules.
    init(_ form: FormData, before: DecisionTable) {
        var table = before
        table.name = form["name"] ?? before.name
        table.hitPolicy = form["hit_policy"].flatMap(HitPolicy.init(rawValue:)) ?? before.hitPolicy
        table.inputs = (0..<form.count("inputs", Decision.maximumColumns)).map {
            form.input($0, before.inputs)
        }
        table.outputs = (0..<form.count("outputs", Decision.maximumColumns)).map {
            form.output($0, before.outputs)
        }
        table.annotations = (0..<form.count("annotations", Decision.maximumColumns)).map {
            form["annotation.\($0)"] ?? ""
        }
        table.rules = (0..<form.count("rules")).map { rule in
            DecisionRule(
                id: before.rules.indices.contains(rule) ? before.rules[rule].id : "",
                table.inputs.indices.map { form["rule.\(rule).input.\($0)"] ?? "" },
                table.outputs.indices.map { form["rule.\(rule).output.\($0)"] ?? "" },
                annotations: table.annotations.indices.map { form["rule.\(rule).annotation.\($0)"] ?? "" })
        }
        self.table = table
        self.table.examples = []
        examples = (0..<form.count("examples")).map { number in
            Example(
                name: form["example.\(number).name"] ?? "", given: form["example.\(number).given"] ?? "",
                expected: form["example.\(number).expected"] ?? "")
        }
    }

    /// The table with its examples.
    ///
    /// - Throws: `invalid` at each example that cannot be read. Cells may be wrong: a draft is saved as it is.
    func read() throws -> DecisionTable {
        var table = table
        var errors: [FieldError] = []
        table.examples = examples.enumerated().compactMap { number, example in
            let given = value(example.given, at: "example.\(number).given", &errors)
            let expected = value(example.expected, at: "example.\(number).expected", &errors)
            guard let given, let expected else { return nil }
            guard case .context(let variables) = given else {
                errors.append(
                    FieldError("example.\(number).given", "输入应写成「{form: {area: 180}}」这样，用花括号括起来。"))
                return nil
            }
            return DecisionExample(name: example.name, given: variables, expected: expected)
        }
        guard errors.isEmpty else { throw DomainError.invalid(errors) }
        return table
    }

    private func value(_ text: String, at field: String, _ errors: inout [FieldError]) -> Value? {
        do throws(FEELError) {
            return try FEEL.evaluate(text, [:])
        } catch {
            errors.append(FieldError(field, "第 \(error.column) 个字符：\(error.message)。"))
            return nil
        }
    }
}

extension FormData {
    /// How many rows or columns of a kind the form holds, never more than a table may have: whatever it says, each of
    /// them costs time.
    fileprivate func count(_ name: String, _ most: Int = Decision.maximumRules) -> Int {
        min(max(self[name].flatMap { Int($0) } ?? 0, 0), most)
    }

    fileprivate func input(_ number: Int, _ before: [DecisionInput]) -> DecisionInput {
        DecisionInput(
            id: before.indices.contains(number) ? before[number].id : "",
            label: self["input.\(number).label"] ?? "", expression: self["input.\(number).expression"] ?? "",
            type: self["input.\(number).type"] ?? "", allowedValues: self["input.\(number).allowed"] ?? "")
    }

    fileprivate func output(_ number: Int, _ before: [DecisionOutput]) -> DecisionOutput {
        DecisionOutput(
            id: before.indices.contains(number) ? before[number].id : "",
            name: self["output.\(number).name"] ?? "", label: self["output.\(number).label"] ?? "",
            type: self["output.\(number).type"] ?? "", allowedValues: self["output.\(number).allowed"] ?? "",
            defaultEntry: self["output.\(number).default"] ?? "")
    }
}
