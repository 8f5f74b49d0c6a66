import Foundation
import XMLTree

/// Reads the tree of a DMN file into tables.
struct DecisionFileReader {
    private(set) var findings: [DecisionFinding] = []
    /// Types the file declares itself: what they are made of and which values they allow.
    private var declared: [String: (type: String, allowed: String)] = [:]

    mutating func find(_ message: String, at element: XMLElement) {
        let name = [element.localName, element["id"]].compactMap(\.self).joined(separator: " ")
        findings.append(DecisionFinding(.line(element.line, element: name), message))
    }

    mutating func tables(_ root: XMLElement) -> [DecisionTable] {
        guard root.localName == "definitions", let namespace = root.namespace, DMN.models.contains(namespace)
        else {
            find("不是 DMN 文件", at: root)
            return []
        }
        checkLanguage(root)
        for element in root.elements(named: "itemDefinition") { declare(element) }
        var tables: [DecisionTable] = []
        for element in root.elements where !DMN.ignored.contains(element.localName) {
            guard element.localName == "decision" else {
                find("还不支持", at: element)
                continue
            }
            if let table = decision(element) { tables.append(table) }
        }
        if tables.isEmpty, findings.isEmpty { find("没有判定表", at: root) }
        return tables
    }

    private mutating func declare(_ element: XMLElement) {
        guard let name = element["name"], let type = element.first("typeRef")?.text else { return }
        let allowed = (element.first("allowedValues") ?? element.first("typeConstraint"))?.first("text")?.text
        declared[name] = (DMN.type(type), allowed ?? "")
    }

    /// The type a reference stands for and the values its declaration allows.
    private func type(_ reference: String?) -> (type: String, allowed: String) {
        guard let reference else { return ("", "") }
        return declared[reference] ?? (DMN.type(reference), "")
    }

    /// Only FEEL is understood, under whichever of its addresses.
    private mutating func checkLanguage(_ element: XMLElement) {
        guard let language = element["expressionLanguage"], !language.isEmpty,
            !language.lowercased().contains("feel")
        else { return }
        find("表达式语言 \(language) 还不支持，请用 FEEL", at: element)
    }

    private mutating func decision(_ element: XMLElement) -> DecisionTable? {
        let unsupported = [
            "literalExpression", "context", "invocation", "relation", "list", "functionDefinition",
        ]
        for expression in element.elements where unsupported.contains(expression.localName) {
            find("只支持判定表", at: expression)
        }
        for requirement in element.elements(named: "informationRequirement") {
            if let other = requirement.first("requiredDecision") { find("还不支持由其他判定供给输入", at: other) }
        }
        for requirement in element.elements(named: "knowledgeRequirement") { find("还不支持", at: requirement) }
        guard let table = element.first("decisionTable") else {
            if findings.isEmpty { find("没有判定表", at: element) }
            return nil
        }
        return read(table, of: element)
    }

    private mutating func read(_ table: XMLElement, of decision: XMLElement) -> DecisionTable? {
        let policy = HitPolicy(hitPolicy: table["hitPolicy"], aggregation: table["aggregation"])
        guard let policy else {
            find("不认识的命中策略 \(table["hitPolicy"] ?? "") \(table["aggregation"] ?? "")", at: table)
            return nil
        }
        for element in [decision] + table.selfAndDescendants { checkLanguage(element) }
        let name = decision["name"] ?? ""
        var result = DecisionTable(
            id: decision["id"] ?? "", name: name, hitPolicy: policy,
            inputs: table.elements(named: "input").map(input),
            outputs: table.elements(named: "output").map { output($0, of: table, in: decision) },
            annotations: table.elements(named: "annotation").map { $0["name"] ?? "" },
            examples: decision.first("extensionElements").map { examples($0) } ?? [])
        for element in table.elements(named: "rule") {
            result.rules.append(rule(element, inputs: result.inputs.count, outputs: result.outputs.count))
        }
        return result
    }

    private func input(_ element: XMLElement) -> DecisionInput {
        let expression = element.first("inputExpression")
        let (type, allowed) = type(expression?["typeRef"])
        let values = element.first("inputValues")?.first("text")?.text
        return DecisionInput(
            id: element["id"] ?? "", label: element["label"] ?? "",
            expression: expression?.first("text")?.text ?? "", type: type, allowedValues: values ?? allowed)
    }

    /// A single output may go without a name; the decision's variable tells its type then.
    private func output(
        _ element: XMLElement, of table: XMLElement, in decision: XMLElement
    ) -> DecisionOutput {
        let isSingle = table.elements(named: "output").count == 1
        let inherited = isSingle ? decision.first("variable")?["typeRef"] : nil
        let (type, allowed) = type(element["typeRef"] ?? inherited)
        let values = element.first("outputValues")?.first("text")?.text
        return DecisionOutput(
            id: element["id"] ?? "", name: element["name"] ?? "",
            label: element["label"] ?? (isSingle ? table["outputLabel"] : nil) ?? "", type: type,
            allowedValues: values ?? allowed,
            defaultEntry: element.first("defaultOutputEntry")?.first("text")?.text ?? "")
    }

    private mutating func rule(_ element: XMLElement, inputs: Int, outputs: Int) -> DecisionRule {
        let texts: (String) -> [String] = { name in
            element.elements(named: name).map { $0.first("text")?.text ?? "" }
        }
        let rule = DecisionRule(
            id: element["id"] ?? "", texts("inputEntry"), texts("outputEntry"),
            annotations: texts("annotationEntry"))
        if rule.conditions.count != inputs || rule.conclusions.count != outputs {
            find("应当有 \(inputs) 个 inputEntry 和 \(outputs) 个 outputEntry", at: element)
        }
        return rule
    }

    private mutating func examples(_ extensions: XMLElement) -> [DecisionExample] {
        var examples: [DecisionExample] = []
        for element in extensions.elements where element.namespace == DMN.minben {
            let data = Data(element.text.utf8)
            guard let content = try? JSONDecoder().decode(DecisionExample.Content.self, from: data) else {
                find("例子应当是 JSON：{\"given\": {…}, \"expected\": …}", at: element)
                continue
            }
            examples.append(
                DecisionExample(name: element["name"] ?? "", given: content.given, expected: content.expected)
            )
        }
        return examples
    }
}
