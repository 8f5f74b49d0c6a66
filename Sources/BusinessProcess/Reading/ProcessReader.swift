import DecisionModel
import XMLTree

/// Reads the tree of a BPMN file into a draft of a process.
struct ProcessReader {
    var draft = ProcessDraft()
    /// The subprocess that is being read.
    var scope: String?
    /// The names of messages and signals and the codes of errors and escalations, by the id they are declared with.
    private(set) var names: [String: String] = [:]
    /// The lane of each node.
    private(set) var laneOf: [String: Lane] = [:]
    /// The ids of the processes that lead here by calls, the outermost first.
    var callers: [String] = []
    let called: CalledProcesses
    let reads: Reads

    static func read(
        _ root: XMLElement, called: @escaping CalledProcesses, callers: [String] = [], reads: Reads = Reads()
    ) -> ProcessDraft {
        var reader = ProcessReader(callers: callers, called: called, reads: reads)
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
        let processes = root.elements.filter { $0.isModel("process") }
        // Beside the process that is executed others may be drawn: the pools of whom it writes to.
        let executable = processes.count > 1 ? processes.filter { $0["isExecutable"] == "true" } : processes
        for element in root.elements where element.namespace == BPMN.model {
            declare(element)
            switch element.localName {
            case "process": break
            case "collaboration": readCollaboration(element)
            case let name where BPMN.declarations.contains(name): break
            default: draft.find("还不支持执行", at: element)
            }
        }
        if processes.isEmpty { draft.find("没有流程（process）", at: root) }
        if processes.count > 1, executable.isEmpty {
            draft.find("有几个流程，要有一个标明可执行（isExecutable=\"true\"）", at: root)
        }
        for extra in executable.dropFirst() { draft.find("一个文件只能有一个可执行的流程", at: extra) }
        if let process = executable.first { readProcess(process) }
    }

    private mutating func declare(_ element: XMLElement) {
        guard let id = element["id"] else { return }
        names[id] = element["errorCode"] ?? element["escalationCode"] ?? element["name"] ?? id
    }

    private mutating func readCollaboration(_ collaboration: XMLElement) {
        let known = BPMN.annotations.union(["participant", "messageFlow"])
        for element in collaboration.elements
        where element.namespace == BPMN.model && !known.contains(element.localName) {
            draft.find("还不支持执行", at: element)
        }
    }

    private mutating func readProcess(_ process: XMLElement) {
        draft.id = process["id"] ?? ""
        draft.name = process["name"] ?? ""
        draft.version = process["version", in: BPMN.minben] ?? "1"
        draft.limit = process["limit", in: BPMN.minben]
        if draft.id.isEmpty { draft.find("缺少 id", at: process) }
        if process["isExecutable"] == "false" { draft.find("标明不可执行（isExecutable=\"false\"）", at: process) }
        callers.append(draft.id)
        readBody(of: process)
    }

    /// Reads what a process or subprocess holds.
    mutating func readBody(of container: XMLElement) {
        for set in container.elements where set.isModel("laneSet") { readLanes(set, within: nil) }
        for element in container.elements where element.namespace == BPMN.model { read(element) }
    }

    private mutating func read(_ element: XMLElement) {
        guard !BPMN.annotations.contains(element.localName) else { return }
        // What a subprocess is, besides what it holds.
        if scope != nil, BPMN.nodeParts.union(BPMN.loops).contains(element.localName) { return }
        guard let id = element["id"], !id.isEmpty else {
            return draft.find(BPMN.executed.contains(element.localName) ? "缺少 id" : "还不支持执行", at: element)
        }
        guard draft.places[id] == nil else { return draft.find("id 重复", at: element) }
        guard !id.contains("/") else { return draft.find("id 里不能有「/」", at: element) }
        draft.places[id] = ElementPlace(line: element.line, kind: element.localName)
        if element.localName == "sequenceFlow" {
            readFlow(element, id: id)
        } else {
            readNode(element, id: id)
        }
    }

    private mutating func readLanes(_ set: XMLElement, within outer: Lane?) {
        for element in set.elements(named: "lane") {
            let lane = Lane(
                id: element["id"] ?? "", name: element.label,
                nodes: element.elements(named: "flowNodeRef").map(\.text),
                organ: element["organ", in: BPMN.minben] ?? outer?.organ,
                role: element["role", in: BPMN.minben] ?? outer?.role)
            draft.lanes.append(lane)
            for node in lane.nodes { laneOf[node] = lane }
            for nested in element.elements(named: "childLaneSet") { readLanes(nested, within: lane) }
        }
    }

    private mutating func readFlow(_ element: XMLElement, id: String) {
        let condition = element.first("conditionExpression")
        draft.flows.append(
            SequenceFlow(
                id: id, name: element.label, source: element["sourceRef"] ?? "",
                target: element["targetRef"] ?? "",
                condition: condition.flatMap { expression($0, "条件", at: element) }))
    }

    /// An expression in FEEL, or a finding that names its column.
    mutating func expression(_ written: XMLElement, _ what: String, at element: XMLElement) -> FEELExpression?
    {
        if let language = written["language"], !language.lowercased().contains("feel") {
            draft.find("\(what)的语言 \(language) 还不支持，请用 FEEL", at: element)
            return nil
        }
        return expression(written.text, what, at: element)
    }

    mutating func expression(_ text: String, _ what: String, at element: XMLElement) -> FEELExpression? {
        do {
            return try FEELExpression(text)
        } catch {
            draft.find("\(what)「\(text)」第 \(error.column) 列：\(error.message)", at: element)
            return nil
        }
    }
}

extension XMLElement {
    /// The name as people read it; modellers break lines in it.
    var label: String {
        (self["name"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func isModel(_ name: String) -> Bool { localName == name && namespace == BPMN.model }
}
