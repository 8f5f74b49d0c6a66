import XMLTree

/// Reads the tree of a BPMN file into a draft of a process.
struct ProcessReader {
    var draft = ProcessDraft()

    static func read(_ root: XMLElement) -> ProcessDraft {
        var reader = ProcessReader()
        guard root.localName == "definitions", root.namespace == BPMN.model else {
            reader.draft.find("不是 BPMN 2.0 文件", at: root)
            return reader.draft
        }
        reader.readDefinitions(root)
        guard reader.draft.findings.isEmpty else { return reader.draft }
        // A shape is only worth checking once every part of it is understood.
        var check = StructureCheck(reader.draft)
        return check.checked()
    }

    private mutating func readDefinitions(_ root: XMLElement) {
        for element in root.elements where element.namespace == BPMN.model {
            switch element.localName {
            case "process": readProcess(element)
            case "collaboration": readCollaboration(element)
            case let name where BPMN.declarations.contains(name): break
            default: draft.find("还不支持执行", at: element)
            }
        }
        if draft.id.isEmpty { draft.find("没有流程（process）", at: root) }
    }

    private mutating func readCollaboration(_ collaboration: XMLElement) {
        let known = BPMN.annotations.union(["participant"])
        for element in collaboration.elements
        where element.namespace == BPMN.model && !known.contains(element.localName) {
            draft.find("还不支持执行", at: element)
        }
    }

    private mutating func readProcess(_ process: XMLElement) {
        guard draft.id.isEmpty else { return draft.find("一个文件只能有一个流程", at: process) }
        draft.id = process["id"] ?? ""
        draft.name = process["name"] ?? ""
        draft.version = process["version", in: BPMN.minben] ?? "1"
        if draft.id.isEmpty { draft.find("缺少 id", at: process) }
        if process["isExecutable"] == "false" { draft.find("标明不可执行（isExecutable=\"false\"）", at: process) }
        for element in process.elements where element.namespace == BPMN.model { read(element) }
    }

    private mutating func read(_ element: XMLElement) {
        if element.localName == "laneSet" { return readLanes(element) }
        guard !BPMN.annotations.contains(element.localName) else { return }
        guard let id = element["id"], !id.isEmpty else {
            return draft.find(BPMN.executed.contains(element.localName) ? "缺少 id" : "还不支持执行", at: element)
        }
        guard draft.lines[id] == nil else { return draft.find("id 重复", at: element) }
        draft.lines[id] = element.line
        draft.kinds[id] = element.localName
        if element.localName == "sequenceFlow" {
            readFlow(element, id: id)
        } else if let kind = kind(of: element, id: id) {
            draft.nodes.append(FlowNode(id: id, name: element.label, kind: kind))
        }
    }

    private mutating func readLanes(_ set: XMLElement) {
        for lane in set.elements(named: "lane") {
            let nodes = lane.elements(named: "flowNodeRef").map(\.text)
            draft.lanes.append(Lane(id: lane["id"] ?? "", name: lane.label, nodes: nodes))
            for nested in lane.elements(named: "childLaneSet") { readLanes(nested) }
        }
    }

    private mutating func readFlow(_ element: XMLElement, id: String) {
        draft.flows.append(
            SequenceFlow(
                id: id, name: element.label, source: element["sourceRef"] ?? "",
                target: element["targetRef"] ?? "", condition: readCondition(of: element)))
    }

    private mutating func readCondition(of flow: XMLElement) -> FEELExpression? {
        guard let condition = flow.first("conditionExpression") else { return nil }
        if let language = condition["language"], !language.lowercased().contains("feel") {
            draft.find("条件的语言 \(language) 还不支持，请用 FEEL", at: flow)
            return nil
        }
        do {
            return try FEELExpression(condition.text)
        } catch {
            draft.find("条件「\(condition.text)」第 \(error.column) 列：\(error.message)", at: flow)
            return nil
        }
    }
}

extension XMLElement {
    /// The name as people read it; modellers break lines in it.
    var label: String {
        (self["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
