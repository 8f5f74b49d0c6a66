import Foundation

extension DecisionTable {
    /// The table as a DMN 1.3 file that other editors and engines read, examples included.
    ///
    /// Every name it needs is an input of the requirements diagram. Ids that are missing, given twice or
    /// no ids of XML are replaced.
    public var dmn: String { DecisionWriting(self).document }
}

/// One table on its way into a file.
private struct DecisionWriting {
    let table: DecisionTable
    let names: [String]
    let ids: DecisionIDs

    init(_ table: DecisionTable) {
        self.table = table
        names = (try? Decision(table))?.names ?? []
        ids = DecisionIDs(table)
    }

    var document: String {
        var text = DMNText()
        text.element(
            "definitions",
            [
                "xmlns": DMN.model, "xmlns:dmndi": DMN.diagram, "xmlns:dc": DMN.drawing,
                "xmlns:di": DMN.interchange, "xmlns:minben": DMN.minben, "id": "Definitions_\(ids.decision)",
                "name": table.name, "namespace": "urn:minben:decisions",
            ]
        ) { text in
            for (index, name) in names.enumerated() {
                text.element("inputData", ["id": "InputData_\(index + 1)", "name": name]) {
                    $0.empty("variable", ["name": name, "typeRef": type(ofInput: name)])
                }
            }
            decision(&text)
            diagram(&text)
        }
        return text.text
    }

    private func type(ofInput name: String) -> String? {
        table.inputs.first { $0.expression == name && !$0.type.isEmpty }.map { DMN.reference($0.type) }
    }

    private func decision(_ text: inout DMNText) {
        text.element("decision", ["id": ids.decision, "name": table.name]) { text in
            if !table.examples.isEmpty {
                text.element("extensionElements") { text in
                    for example in table.examples {
                        text.words("minben:example", example.json, ["name": example.name])
                    }
                }
            }
            let type = table.outputs.count == 1 ? table.outputs[0].type : ""
            text.empty("variable", ["name": table.name, "typeRef": type.isEmpty ? nil : DMN.reference(type)])
            for index in names.indices {
                text.element("informationRequirement", ["id": "Requirement_\(index + 1)"]) {
                    $0.empty("requiredInput", ["href": "#InputData_\(index + 1)"])
                }
            }
            decisionTable(&text)
        }
    }

    private func decisionTable(_ text: inout DMNText) {
        let (policy, aggregation) = table.hitPolicy.attributes
        text.element(
            "decisionTable",
            ["id": "Table_\(ids.decision)", "hitPolicy": policy, "aggregation": aggregation]
        ) { text in
            for (index, column) in table.inputs.enumerated() { input(column, ids.inputs[index], &text) }
            for (index, column) in table.outputs.enumerated() { output(column, ids.outputs[index], &text) }
            for name in table.annotations { text.empty("annotation", ["name": name]) }
            for (index, row) in table.rules.enumerated() { rule(row, ids.rules[index], &text) }
        }
    }

    private func input(_ input: DecisionInput, _ id: String, _ text: inout DMNText) {
        text.element("input", ["id": id, "label": input.label.isEmpty ? nil : input.label]) { text in
            let type = input.type.isEmpty ? nil : DMN.reference(input.type)
            text.expression("inputExpression", input.expression, ["id": "\(id)_expression", "typeRef": type])
            if !input.allowedValues.isEmpty {
                text.expression("inputValues", input.allowedValues, ["id": "\(id)_values"])
            }
        }
    }

    private func output(_ output: DecisionOutput, _ id: String, _ text: inout DMNText) {
        let type = output.type.isEmpty ? nil : DMN.reference(output.type)
        let label = output.label.isEmpty ? nil : output.label
        let name = output.name.isEmpty ? nil : output.name
        text.element("output", ["id": id, "label": label, "name": name, "typeRef": type]) { text in
            if !output.allowedValues.isEmpty {
                text.expression("outputValues", output.allowedValues, ["id": "\(id)_values"])
            }
            if !output.defaultEntry.isEmpty {
                text.expression("defaultOutputEntry", output.defaultEntry, ["id": "\(id)_default"])
            }
        }
    }

    private func rule(_ rule: DecisionRule, _ id: String, _ text: inout DMNText) {
        text.element("rule", ["id": id]) { text in
            for (index, cell) in rule.conditions.enumerated() {
                text.expression("inputEntry", cell, ["id": "\(id)_in\(index + 1)"])
            }
            for (index, cell) in rule.conclusions.enumerated() {
                text.expression("outputEntry", cell, ["id": "\(id)_out\(index + 1)"])
            }
            for cell in rule.annotations { text.expression("annotationEntry", cell) }
        }
    }

    /// The decision above its inputs, so that editors have something to show.
    private func diagram(_ text: inout DMNText) {
        text.element("dmndi:DMNDI") { text in
            text.element("dmndi:DMNDiagram", ["id": "Diagram_\(ids.decision)"]) { text in
                text.shape(ids.decision, x: 160, y: 80, width: 180, height: 80)
                for index in names.indices {
                    let x = 160 + 160 * index
                    text.shape("InputData_\(index + 1)", x: x, y: 240, width: 125, height: 45)
                    text.edge("Requirement_\(index + 1)", from: (x + 62, 240), to: (250, 160))
                }
            }
        }
    }
}
