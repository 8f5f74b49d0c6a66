import DecisionModel
import Foundation

extension DecisionTable {
    /// A table in short: inputs `金额:number`, outputs `结论=allowed|default`, rules `cell;cell => cell;cell`.
    static func sketch(
        _ policy: HitPolicy, _ inputs: [String], _ outputs: [String] = ["结论"], _ rules: [String]
    ) -> DecisionTable {
        DecisionTable(
            id: "Decision_sketch", name: "草表", hitPolicy: policy, inputs: inputs.map(input),
            outputs: outputs.map(output), rules: rules.map(rule))
    }

    private static func input(_ text: String) -> DecisionInput {
        let parts = text.split(separator: ":", maxSplits: 2).map(String.init)
        return DecisionInput(
            expression: parts[0], type: parts.count > 1 ? parts[1] : "",
            allowedValues: parts.count > 2 ? parts[2] : "")
    }

    private static func output(_ text: String) -> DecisionOutput {
        let halves = text.split(separator: "=", maxSplits: 1).map(String.init)
        let rest = halves.count > 1 ? halves[1].components(separatedBy: "|") : []
        return DecisionOutput(
            name: halves[0], allowedValues: rest.first ?? "", defaultEntry: rest.count > 1 ? rest[1] : "")
    }

    private static func rule(_ text: String) -> DecisionRule {
        let halves = text.components(separatedBy: "=>").map { half in
            half.components(separatedBy: ";").map { $0.trimmingCharacters(in: .whitespaces) }
        }
        return DecisionRule(halves[0], halves[1])
    }

    /// How many working days a restaurant's licence may take, as 陈静 asks for it.
    static let restaurant = DecisionTable(
        id: "Decision_restaurant", name: "餐饮许可时限",
        inputs: [
            DecisionInput(
                id: "Input_kind", label: "业态", expression: "form.kind", type: "string",
                allowedValues: "\"餐馆\", \"小吃店\", \"食堂\""),
            DecisionInput(label: "面积（平方米）", expression: "form.area", type: "number", allowedValues: ">= 0"),
        ],
        outputs: [
            DecisionOutput(name: "days", label: "工作日", type: "number"),
            DecisionOutput(name: "inspect", label: "现场核查", type: "boolean"),
        ],
        annotations: ["依据"],
        rules: [
            DecisionRule(["\"小吃店\"", "<= 50"], ["5", "false"], annotations: ["告知承诺 & 即办"]),
            DecisionRule(["\"小吃店\"", "> 50"], ["10", "true"], annotations: [""]),
            DecisionRule(["\"餐馆\"", "-"], ["10 + 5", "true"], annotations: [""]),
            DecisionRule(["not(\"餐馆\", \"小吃店\")", ""], ["20", "form.area > 100"], annotations: [""]),
        ],
        examples: [
            DecisionExample(
                name: "陈静的小吃店", given: ["form": ["kind": "小吃店", "area": 38.5]],
                expected: ["days": 5, "inspect": false]),
            DecisionExample(
                name: "写错的例子", given: ["form": ["kind": "餐馆", "area": 80]],
                expected: ["days": 10, "inspect": true]),
            DecisionExample(name: "没有的业态", given: ["form": ["kind": "酒吧", "area": 80]], expected: .null),
        ])
}

extension Value: ExpressibleByFloatLiteral {
    /// A number with a fraction, by its shortest decimal form.
    public init(floatLiteral value: Double) { self = .number(Decimal(string: "\(value)") ?? 0) }
}
