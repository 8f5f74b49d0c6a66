import DecisionModel
import Foundation

/// A decision table as it stands in the form: every cell and every example is the text that was typed.
struct DecisionSheet: Sendable, Hashable {
    struct Example: Sendable, Hashable {
        var name = ""
        /// The variables, as FEEL writes a context.
        var given = ""
        /// What must be decided, in FEEL.
        var expected = ""
    }

    /// The table without its examples.
    var table: DecisionTable
    var examples: [Example]

    init(_ table: DecisionTable) {
        self.table = table
        self.table.examples = []
        examples = table.examples.map {
            Example(name: $0.name, given: Value.context($0.given).feel, expected: $0.expected.feel)
        }
        makeRectangular()
    }

    /// What a new table begins with.
    static func blank(id: String, name: String) -> DecisionTable {
        DecisionTable(
            id: id, name: name, inputs: [DecisionInput(label: "", expression: "")],
            outputs: [DecisionOutput(name: "结论")], annotations: ["依据"],
            rules: [DecisionRule([""], [""], annotations: [""])])
    }

    /// Every rule has as many cells as there are columns.
    mutating func makeRectangular() {
        for index in table.rules.indices {
            table.rules[index].conditions.fit(table.inputs.count)
            table.rules[index].conclusions.fit(table.outputs.count)
            table.rules[index].annotations.fit(table.annotations.count)
        }
    }
}

extension [String] {
    /// Cuts or fills up to so many.
    fileprivate mutating func fit(_ count: Int) {
        self = Array(prefix(count)) + Array(repeating: "", count: Swift.max(0, count - self.count))
    }
}

extension Value {
    /// The value as FEEL writes it.
    var feel: String {
        switch self {
        case .null: "null"
        case .bool(let truth): truth ? "true" : "false"
        case .number(let number): number.description
        case .string(let text):
            "\""
                + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
                    "\n", with: "\\n")
                + "\""
        case .list(let members): "[" + members.map(\.feel).joined(separator: ", ") + "]"
        case .context(let entries):
            "{"
                + entries.sorted { $0.key < $1.key }.map { "\(Value.string($0.key).feel): \($0.value.feel)" }
                .joined(separator: ", ") + "}"
        }
    }
}
