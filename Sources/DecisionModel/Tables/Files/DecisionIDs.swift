import Foundation

/// Ids for the parts of a table, each one an `xs:ID` and none twice.
struct DecisionIDs {
    let decision: String
    let inputs: [String]
    let outputs: [String]
    let rules: [String]

    init(_ table: DecisionTable) {
        var used: Set<String> = []
        decision = Self.id(table.id, "Decision_1", &used)
        inputs = table.inputs.enumerated().map { Self.id($1.id, "Input_\($0 + 1)", &used) }
        outputs = table.outputs.enumerated().map { Self.id($1.id, "Output_\($0 + 1)", &used) }
        rules = table.rules.enumerated().map { Self.id($1.id, "Rule_\($0 + 1)", &used) }
    }

    private static func id(_ wanted: String, _ fallback: String, _ used: inout Set<String>) -> String {
        var id = isID(wanted) && !used.contains(wanted) ? wanted : fallback
        while !used.insert(id).inserted { id += "_" }
        return id
    }

    /// A name without colon (XML Namespaces 1.0, §3), as far as ids are written by people and programs.
    private static func isID(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, first.properties.isAlphabetic || first == "_"
        else { return false }
        return text.unicodeScalars.allSatisfy {
            $0.properties.isAlphabetic || $0 == "_" || $0 == "-" || $0 == "." || ("0"..."9").contains($0)
        }
    }
}

extension DecisionExample {
    /// What stands inside `minben:example`.
    struct Content: Codable {
        let given: Variables
        let expected: Value
    }

    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let content = Content(given: given, expected: expected)
        return (try? encoder.encode(content)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension DMNText {
    mutating func shape(_ id: String, x: Int, y: Int, width: Int, height: Int) {
        element("dmndi:DMNShape", ["id": "Shape_\(id)", "dmnElementRef": id]) { text in
            text.empty(
                "dc:Bounds", ["height": "\(height)", "width": "\(width)", "x": "\(x)", "y": "\(y)"])
        }
    }

    mutating func edge(_ id: String, from: (x: Int, y: Int), to: (x: Int, y: Int)) {
        element("dmndi:DMNEdge", ["id": "Edge_\(id)", "dmnElementRef": id]) { text in
            text.empty("di:waypoint", ["x": "\(from.x)", "y": "\(from.y)"])
            text.empty("di:waypoint", ["x": "\(to.x)", "y": "\(to.y)"])
        }
    }
}
